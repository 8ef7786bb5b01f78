import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { CallInput } from '../../../zis/wire'
import type { ControlByRoute } from '../../services/control/wire'
import type { Fault } from '../../partners/definition'
import { api } from '../queries'

type OAuthBody = CallInput<ControlByRoute, 'POST /_sim/partners/:host/oauth'>['body']

/** Turns a partner's fault on and off. */
export function useFault(host: string) {
  const done = useRefresh()
  const turnOn = useMutation({
    mutationFn: (body: Fault) => api.call('PUT /_sim/partners/:host/fault', { params: { host }, body }),
    onSuccess: done,
  })
  const turnOff = useMutation({
    mutationFn: () => api.call('DELETE /_sim/partners/:host/fault', { params: { host } }),
    onSuccess: done,
  })
  return { turnOn, turnOff }
}

/** Turns what a provider does, and ends tokens. */
export function useTurnOAuth(host: string) {
  return useMutation({
    mutationFn: (body: NonNullable<OAuthBody>) =>
      api.call('POST /_sim/partners/:host/oauth', { params: { host }, body }),
    onSuccess: useRefresh(),
  })
}

export function useEmptyPartner(host: string) {
  return useMutation({
    mutationFn: () => api.call('DELETE /_sim/partners/:host/state', { params: { host } }),
    onSuccess: useRefresh(),
  })
}

/** Starts and ends recording a host. */
export function useRecord() {
  return useMutation({
    mutationFn: ({ host, is_recording }: { host: string; is_recording: boolean }) =>
      api.call('PUT /_sim/recordings/:host', { params: { host }, body: { is_recording } }),
    onSuccess: useRefresh(),
  })
}

export function useDeleteRecording(host: string) {
  return useMutation({
    mutationFn: () => api.call('DELETE /_sim/recordings/:host', { params: { host } }),
    onSuccess: useRefresh(),
  })
}

function useRefresh() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ['partners'] })
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CallAnswer, CallInput } from '../../../zis/wire'
import type { ControlByRoute } from '../../services/control/wire'
import { api } from '../queries'

export type Queue = CallAnswer<ControlByRoute, 'GET /_sim/queue'>

export const useQueue = () =>
  useQuery({ queryKey: ['queue'], queryFn: () => api.call('GET /_sim/queue', {}) })

/** Pauses the queue, resumes it, or has it stall for so many seconds. */
export function useQueueControl() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (what: 'pause' | 'resume' | { stall: number }) => {
      if (what === 'pause') return api.call('POST /_sim/queue/pause', {})
      if (what === 'resume') return api.call('POST /_sim/queue/resume', {})
      return api.call('POST /_sim/queue/stall', { body: { seconds: what.stall } })
    },
    onSuccess: (queue) => client.setQueryData(['queue'], queue),
  })
}

export type StormBody = CallInput<ControlByRoute, 'POST /_sim/storm'>['body']

export const useStorm = () =>
  useMutation({ mutationFn: (body: StormBody) => api.call('POST /_sim/storm', { body }) })

/** Publishes the event of a run, or any other, anew. */
export function useSendAgain() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.call('POST /_sim/events/:id/again', { params: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['events'] }),
  })
}

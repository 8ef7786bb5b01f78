import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { nativeEvents } from '../../../zis/events'
import type { CallAnswer, CallInput, WireByRoute } from '../../../zis/wire'
import type { ControlByRoute } from '../../services/control/wire'
import { accountHost } from '../../addresses'
import { readInboundWebhooks, readJobSpecs } from '../integrations/integration-data'
import { api, useSession } from '../queries'
import { pageSize, useLiveList } from '../use-live-list'

type Body<R extends keyof WireByRoute> = CallInput<WireByRoute, R> extends { body: infer B } ? B : never

export type Webhook = CallAnswer<WireByRoute, 'GET /api/v2/webhooks'>['webhooks'][number]
export type WebhookChange = Body<'PATCH /api/v2/webhooks/:id'>['webhook']
export type NewWebhook = Body<'POST /api/v2/webhooks'>['webhook']
export type Trigger = CallAnswer<WireByRoute, 'GET /api/v2/triggers'>['triggers'][number]
export type TriggerChange = Body<'PUT /api/v2/triggers/:id'>['trigger']
export type NewTrigger = Body<'POST /api/v2/triggers'>['trigger']
export type Condition = Trigger['conditions']['all'][number]
export type Invocation = CallAnswer<
  ControlByRoute,
  'GET /_sim/webhooks/:id/invocations'
>['invocations'][number]

export const useWebhooks = () =>
  useQuery({
    queryKey: ['hooks', 'webhooks'],
    queryFn: async () => (await api.call('GET /api/v2/webhooks', {})).webhooks,
  })

export const useWebhook = (id: string) =>
  useQuery({
    queryKey: ['hooks', 'webhooks', id],
    queryFn: async () => (await api.call('GET /api/v2/webhooks/:id', { params: { id } })).webhook,
  })

export const useTriggers = () =>
  useQuery({
    queryKey: ['hooks', 'triggers'],
    queryFn: async () => (await api.call('GET /api/v2/triggers', {})).triggers,
  })

/** What a webhook sent, newest first. */
export function useInvocations(id: string) {
  const ask = async (query: { after?: string; ids?: string; limit?: string }) => {
    const { invocations: rows, has_more: hasMore } = await api.call('GET /_sim/webhooks/:id/invocations', {
      params: { id },
      query: { limit: pageSize, ...query },
    })
    return { rows, hasMore }
  }
  return useLiveList(['hooks', 'invocations', id], {
    page: (after) => ask({ ...(after !== undefined && { after }) }),
    byId: async (ids) => (await ask({ ids: ids.join(','), limit: String(ids.length) })).rows,
    isOpen: ({ status }) => status === 'in progress',
  })
}

export const useInvocation = (id: string, invocation: string) =>
  useQuery({
    queryKey: ['hooks', 'invocations', id, invocation],
    queryFn: () =>
      api.call('GET /_sim/webhooks/:id/invocations/:invocation_id', {
        params: { id, invocation_id: invocation },
      }),
  })

/** An event that an integration listens to, or has an inbound webhook for. */
export interface InboundTarget {
  integration: string
  source: string
  type: string
}

/** Where a webhook can be pointed at in ZIS; read anew whenever it is asked for. */
export const useInboundTargets = () =>
  useQuery({ queryKey: ['registry', 'inbound targets'], queryFn: readTargets, staleTime: 0 })

async function readTargets(): Promise<InboundTarget[]> {
  const { integrations } = await api.call('GET /api/services/zis/registry/integrations', {})
  const lists = await Promise.all(
    integrations.map(async ({ name: integration }) => {
      const doors = await readInboundWebhooks(integration)
      const specs = await readJobSpecs(integration)
      return [
        ...doors.map((door) => ({ integration, source: door.source_system, type: door.event_type })),
        ...specs.map((spec) => ({ integration, source: spec.event_source, type: spec.event_type })),
      ]
    }),
  )
  // Events of Zendesk itself come through no inbound webhook.
  const targets = lists
    .flat()
    .filter(({ source }) => !nativeEvents.some((one) => one.event_source === source))
  return [...new Map(targets.map((target) => [targetKey(target), target])).values()]
}

export const targetKey = ({ integration, source, type }: InboundTarget): string =>
  JSON.stringify([integration, source, type])

/** A change of triggers and webhooks; what is shown of them is asked for again. What was sent is not kept. */
function useChange<Input, Result>(change: (input: Input) => Promise<Result>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    // Credentials of a webhook are among what is sent.
    gcTime: 0,
    // Not waited for: a row that is gone could not tell any more that it was deleted.
    onSuccess: () => void client.invalidateQueries({ queryKey: ['hooks'] }),
  })
}

/** Creates a webhook that posts to another system, or to an inbound webhook that is made for it. */
export function useCreateWebhook() {
  const subdomain = useSession().data?.account.subdomain ?? ''
  return useChange(({ webhook, target }: { webhook: NewWebhook; target?: InboundTarget }) =>
    target ? createWithDoor(webhook, target, subdomain) : create(webhook),
  )
}

const create = async (webhook: NewWebhook) =>
  (await api.call('POST /api/v2/webhooks', { body: { webhook } })).webhook

/**
 * An inbound webhook tells its credentials once, when it is made. So this webhook gets one of its own, with the
 * same source and type: it starts the same flows.
 */
async function createWithDoor(webhook: NewWebhook, target: InboundTarget, subdomain: string) {
  const { integration, source, type } = target
  const door = await api.call('POST /api/services/zis/inbound_webhooks/generic/:integration', {
    params: { integration },
    body: { source_system: source, event_type: type },
  })
  const { username, password } = door
  try {
    return await create({
      ...webhook,
      endpoint: `https://${accountHost(subdomain)}${door.path}`,
      authentication: { type: 'basic_auth', data: { username, password }, add_position: 'header' },
    })
  } catch (problem) {
    // A door that nobody has the key of is not left behind.
    await api.call('DELETE /api/services/zis/inbound_webhooks/generic/:integration/:uuid', {
      params: { integration, uuid: door.uuid },
    })
    throw problem
  }
}

export const useUpdateWebhook = (id: string) =>
  useChange((webhook: WebhookChange) =>
    api.call('PATCH /api/v2/webhooks/:id', { params: { id }, body: { webhook } }),
  )
export const useDeleteWebhook = (id: string) =>
  useChange(() => api.call('DELETE /api/v2/webhooks/:id', { params: { id } }))

export const useCreateTrigger = () =>
  useChange((trigger: NewTrigger) => api.call('POST /api/v2/triggers', { body: { trigger } }))
export const useUpdateTrigger = (id: number) =>
  useChange((trigger: TriggerChange) =>
    api.call('PUT /api/v2/triggers/:id', { params: { id: String(id) }, body: { trigger } }),
  )
export const useDeleteTrigger = (id: number) =>
  useChange(() => api.call('DELETE /api/v2/triggers/:id', { params: { id: String(id) } }))

import { triggerSubscription } from '../../../zis/webhook-events'
import { isOfTriggers } from './hook-words'
import { targetKey, type InboundTarget, type NewWebhook, type Webhook } from './use-hooks'

/** What the form for a webhook holds. */
export interface WebhookDraft {
  /** Undefined until it is typed: then it is named for where it posts to. */
  name: string | undefined
  /** The key of an inbound webhook's event, or `other`. */
  target: string
  endpoint: string
  method: Webhook['http_method']
  format: Webhook['request_format']
  sends: 'triggers' | 'events'
  events: string[]
  authentication: 'keep' | 'none' | 'basic_auth' | 'bearer_token' | 'api_key'
  /** The username, or the name of the header. */
  open: string
  secret: string
}

export type SetDraft = <Name extends keyof WebhookDraft>(name: Name, value: WebhookDraft[Name]) => void

export const otherTarget = 'other'

export const draftOf = (webhook: Webhook | undefined, target = otherTarget): WebhookDraft => ({
  name: webhook?.name,
  target,
  endpoint: webhook?.endpoint ?? '',
  method: webhook?.http_method ?? 'POST',
  format: webhook?.request_format ?? 'json',
  sends: webhook && !isOfTriggers(webhook) ? 'events' : 'triggers',
  events: webhook?.subscriptions.filter((one) => one !== triggerSubscription) ?? [],
  authentication: webhook?.authentication ? 'keep' : 'none',
  open: '',
  secret: '',
})

export const targetOf = (draft: WebhookDraft, targets: InboundTarget[]): InboundTarget | undefined =>
  targets.find((one) => targetKey(one) === draft.target)

export function nameOf({ name, endpoint }: WebhookDraft, target: InboundTarget | undefined): string {
  if (name !== undefined) return name
  if (target) return `${target.integration} ${target.type}`
  return URL.canParse(endpoint) ? new URL(endpoint).host : ''
}

/** What is wrong, by field; the form is sent when nothing is. */
export function faultsOf(draft: WebhookDraft, target: InboundTarget | undefined) {
  const { authentication, open, secret } = draft
  const hasSecret = !target && ['basic_auth', 'bearer_token', 'api_key'].includes(authentication)
  return {
    name: nameOf(draft, target).trim() === '' ? 'Enter a name' : undefined,
    endpoint:
      !target && !/^https?:\/\/[^/]/.test(draft.endpoint)
        ? 'Enter an address that begins with https://'
        : undefined,
    events: draft.sends === 'events' && draft.events.length === 0 ? 'Select at least one event' : undefined,
    open:
      hasSecret && authentication !== 'bearer_token' && open.trim() === ''
        ? authentication === 'api_key'
          ? 'Enter the name of a header'
          : 'Enter a username'
        : undefined,
    secret: hasSecret && secret === '' ? 'Enter the secret' : undefined,
  }
}

/** The webhook as its API takes it, without the status. */
export function asSent(draft: WebhookDraft, target: InboundTarget | undefined): Omit<NewWebhook, 'status'> {
  return {
    name: nameOf(draft, target).trim(),
    endpoint: draft.endpoint.trim(),
    http_method: target ? 'POST' : draft.method,
    request_format: target ? 'json' : draft.format,
    subscriptions: draft.sends === 'triggers' ? [triggerSubscription] : draft.events,
    ...(!target && authenticationOf(draft)),
  }
}

function authenticationOf({
  authentication,
  open,
  secret,
}: WebhookDraft): Pick<NewWebhook, 'authentication'> {
  const add_position = 'header'
  switch (authentication) {
    case 'basic_auth':
      return {
        authentication: {
          type: authentication,
          data: { username: open.trim(), password: secret },
          add_position,
        },
      }
    case 'bearer_token':
      return { authentication: { type: authentication, data: { token: secret }, add_position } }
    case 'api_key':
      return {
        authentication: { type: authentication, data: { name: open.trim(), value: secret }, add_position },
      }
    case 'none':
    case 'keep':
      return {}
  }
}

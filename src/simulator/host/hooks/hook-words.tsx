import { Tag } from '@zendeskgarden/react-tags'
import { triggerSubscription, usualBeginning, webhookEventTypes } from '../../../zis/webhook-events'
import type { Invocation, Webhook } from './use-hooks'

export const ActiveTag = ({ isActive }: { isActive: boolean }) => (
  <Tag size="small" hue={isActive ? 'green' : 'grey'}>
    <span>{isActive ? 'Active' : 'Inactive'}</span>
  </Tag>
)

/** The kinds of credential, of which only the kind is ever told. */
export const authenticationWords: Record<string, string> = {
  basic_auth: 'Basic authentication',
  bearer_token: 'Bearer token',
  api_key: 'API key',
}

export const authenticationText = ({ authentication }: Webhook): string =>
  authentication ? (authenticationWords[authentication.type] ?? authentication.type) : 'None'

export const formats: Array<{ value: Webhook['request_format']; text: string }> = [
  { value: 'json', text: 'JSON' },
  { value: 'form_encoded', text: 'Form encoded' },
  { value: 'xml', text: 'XML' },
]

/** Every event that a webhook can subscribe to. */
export const subscribable = Object.values(webhookEventTypes).map((name) => ({
  value: `${usualBeginning}${name}`,
  text: name,
}))

/** A subscription without what all of them begin with. */
export const subscriptionText = (subscription: string): string =>
  subscription.replace(/^zen:event-type[:/]/, '')

/** What a webhook sends that triggers notify. */
export const triggersText = 'Trigger notifications'

export const isOfTriggers = ({ subscriptions }: Pick<Webhook, 'subscriptions'>): boolean =>
  subscriptions.includes(triggerSubscription)

export const sendsText = ({ subscriptions }: Webhook): string =>
  subscriptions.map((one) => (one === triggerSubscription ? triggersText : subscriptionText(one))).join(', ')

const outcomes: Record<Invocation['status'], { text: string; hue: string }> = {
  'in progress': { text: 'In progress', hue: 'blue' },
  success: { text: 'Success', hue: 'green' },
  failed: { text: 'Failed', hue: 'red' },
}

export function OutcomeTag({ invocation: { status, status_code } }: { invocation: Invocation }) {
  const { text, hue } = outcomes[status]
  return (
    <Tag size="small" hue={hue}>
      <span>{status_code === null ? text : `${text}, ${status_code}`}</span>
    </Tag>
  )
}

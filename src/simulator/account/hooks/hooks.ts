import { basicAuthorization } from '../../outbound/basic-authorization'
import { OutboundProblem, type Outbound, type OutboundAnswer } from '../../outbound/outbound'
import { padded } from '../../store/keys'
import type { PartnerSleepers } from '../../partners/partners'
import type { EventRow, Tables } from '../../store/tables'
import { stamp, type World } from '../../world'
import { meets } from './conditions'
import { envelopeOf, subscriptionOf } from './event-envelopes'
import { render } from './placeholders'
import { asFormat } from './request-format'
import { ticketChangeOf, type TicketChange } from './ticket-change'

type Webhook = Tables['zendesk_webhooks']

/** Answers that say that another try may be taken: a conflict, too much at once, a moment's rest. */
const triedAgain = new Set([409, 429, 503])
/** Unless the answer has a Retry-After. */
const secondsBetweenTries = 5

export interface HooksParts {
  outbound: Outbound
  /** What webhooks send and what hangs on the clock at a slow partner. */
  sleepers: PartnerSleepers
  /** Where a fault of ours is told. */
  fault(problem: unknown): void
}

export type Hooks = ReturnType<typeof createHooks>

/** One request of a webhook, and the answer where one came. */
interface Try {
  requestId: string
  answer: OutboundAnswer | undefined
}

/**
 * Triggers and event subscriptions: what happens to a ticket goes out by the account's webhooks, through the
 * simulator. What is to be sent is kept together with the change, so that a crash loses none of it.
 */
export function createHooks(world: World, { outbound, sleepers, fault }: HooksParts) {
  const { store, changes, vault, masker, clock, assume } = world
  const table = store.table('webhook_invocations')
  const underWay = new Set<Promise<void>>()

  const find = (id: string): Webhook | undefined => store.table('zendesk_webhooks').get(id)

  function invoke(webhook: Webhook | undefined, body: string, why: string): void {
    if (webhook?.status !== 'active') return
    const number = store.nextNumber('webhook_invocations')
    table.put(padded(number), {
      id: String(number),
      webhook_id: webhook.id,
      why,
      body,
      status: 'in progress',
      status_code: null,
      created_at: stamp(world),
      latest_completed_at: null,
    })
    changes.tell('hooks')
    start(padded(number))
  }

  function start(key: string): void {
    // After the turn of the change: nothing is sent that is not kept.
    const sending: Promise<void> = store
      .durable()
      .then(() => send(key))
      .catch(fault)
      .finally(() => underWay.delete(sending))
    underWay.add(sending)
  }

  async function credentialOf({ sealed_secret: sealed, authentication, open }: Webhook) {
    if (sealed === undefined || !authentication) return undefined
    const secret = await vault.open(sealed)
    masker.remember(secret)
    if (authentication.type === 'api_key') return [open ?? 'x-api-key', secret] as const
    if (authentication.type === 'bearer_token') return ['Authorization', `Bearer ${secret}`] as const
    return ['Authorization', basicAuthorization(masker, open ?? '', secret)] as const
  }

  /** What became of the last try. */
  async function sendInTries(key: string, webhook: Webhook, body: string): Promise<Try> {
    let sent = await sendOnce(webhook, body)
    for (let again = 0; again < assume('webhookRetries') && isTriedAgain(sent); again += 1) {
      await sleep((Number(sent.answer?.headers['retry-after']) || secondsBetweenTries) * 1000)
      // Whoever deleted it or switched it off meanwhile wants nothing more of it.
      const now = find(webhook.id)
      if (now?.status !== 'active' || !table.has(key)) break
      sent = await sendOnce(now, body)
    }
    return sent
  }

  const isTriedAgain = ({ answer }: Try) => answer === undefined || triedAgain.has(answer.status)

  async function sendOnce(webhook: Webhook, text: string): Promise<Try> {
    const credential = await credentialOf(webhook)
    const { type, body } = asFormat(world, webhook.request_format, text)
    try {
      const answer = await outbound.send({
        method: webhook.http_method,
        url: webhook.endpoint,
        headers: [['Content-Type', type], ...(credential ? [[...credential] as [string, string]] : [])],
        ...(credential && { credential: credential[0] }),
        body,
        integration: null,
        run_id: null,
        isOfWebhook: true,
      })
      return { requestId: answer.exchange.id, answer }
    } catch (problem) {
      // What went wrong is in the record of the request.
      if (!(problem instanceof OutboundProblem)) throw problem
      return { requestId: problem.exchange.id, answer: undefined }
    }
  }

  async function sleep(ms: number): Promise<void> {
    const sleeper = { due: clock.now() + ms }
    sleepers.dues.add(sleeper)
    sleepers.onSleep()
    try {
      await clock.sleep(ms)
    } finally {
      sleepers.dues.delete(sleeper)
    }
  }

  async function send(key: string): Promise<void> {
    const row = table.get(key)
    const webhook = row && find(row.webhook_id)
    if (!row) return
    const sent = webhook && (await sendInTries(key, webhook, row.body))
    const code = sent?.answer?.status ?? null
    // The store may have been emptied meanwhile.
    if (!table.has(key)) return
    const isGood = code !== null && code < 300
    table.put(key, {
      ...row,
      // Needed as it is until it was sent; after that it is only looked at.
      body: masker.text(row.body),
      status: isGood ? 'success' : 'failed',
      status_code: code,
      ...(sent && { request_id: sent.requestId }),
      latest_completed_at: stamp(world),
    })
    changes.tell('hooks')
    await store.durable()
  }

  function fireTriggers(change: TicketChange): void {
    for (const [, trigger] of store.table('triggers').list()) {
      if (!trigger.active || !meets(change, trigger.conditions)) continue
      for (const { value } of trigger.actions) {
        const [id = '', template = ''] = value
        invoke(find(id), render(world, template, change), `Trigger "${trigger.title}"`)
      }
    }
  }

  /** Nothing is to be done now: what is under way waits at a slow partner for a clock that stands still. */
  const isIdle = () => underWay.size === 0 || (clock.isFrozen && sleepers.dues.size >= underWay.size)

  return {
    /** Hears every publication: the events of one save come together. */
    heard(rows: EventRow[], by?: number): void {
      const change = ticketChangeOf(world, rows, by)
      if (change) fireTriggers(change)
      const subscribed = store.table('zendesk_webhooks').list()
      for (const row of rows) {
        const envelope = subscribed.length > 0 ? envelopeOf(world, row, change) : undefined
        if (!envelope) continue
        const type = String(envelope['type'])
        for (const [, webhook] of subscribed) {
          if (webhook.subscriptions.map(subscriptionOf).includes(subscriptionOf(type)))
            invoke(webhook, JSON.stringify(envelope), type)
        }
      }
    },

    /** What was under way when the process ended goes out again. */
    resume(): void {
      for (const [key, row] of table.list()) if (row.status === 'in progress') start(key)
    },

    isIdle,
    async idle() {
      while (!isIdle()) {
        const sleeps = new Promise<void>((resolve) => (sleepers.onSleep = resolve))
        await Promise.race([...underWay, sleeps])
      }
    },
    /** What waits for the clock, and when the first of it goes on (ms since 1970; `Infinity` for nothing). */
    hanging: () => ({
      waiting: underWay.size,
      next: Math.min(Infinity, ...[...sleepers.dues].map(({ due }) => due)),
    }),
  }
}

import type { Exchange } from '../../zis/history'
import { accountHost } from '../addresses'
import { toText } from '../encoding'
import { answerTooLarge } from '../engine/errors'
import { zisLimits } from '../engine/limits'
import { isAllowed, type Recordings } from '../partners/recordings'
import { readUpTo } from '../read-up-to'
import { padded } from '../store/keys'
import { accountOf, fineStamp, type World } from '../world'
import { masked } from './mask'

/** Whose request it is: it tells what hangs while a slow partner waits on the clock. */
export type Sender = 'run' | 'webhook' | 'other'

/** A request that leaves ZIS: a flow's, or one of the OAuth exchanges. */
export interface OutboundRequest {
  method: string
  url: string
  headers: Array<[name: string, value: string]>
  /** Name of the header that holds a connection's credential: masked whatever it is called. */
  credential?: string
  body?: string
  signal?: AbortSignal
  /** Bytes of the answer; one with more fails. */
  answerBytes?: number
  /** For whom it is sent, so that it can be found. */
  integration: string | null
  run_id: string | null
  /** True for what a webhook of the account sends. */
  isOfWebhook?: boolean
}

export interface OutboundAnswer {
  status: number
  headers: Record<string, string>
  body: string
  exchange: Exchange
}

export interface Outbound {
  /**
   * Sends one request; a redirect is an answer like any other.
   * @throws {OutboundProblem} when no answer came; the request is recorded all the same
   */
  send(request: OutboundRequest): Promise<OutboundAnswer>
}

/** Nobody answered: an unknown host, a broken network, an answer without end, or the time was up. */
export class OutboundProblem extends Error {
  override readonly name = 'OutboundProblem'
  constructor(
    message: string,
    readonly exchange: Exchange,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

export interface OutboundRoutes {
  /** A simulated system that claims the host. */
  partner(host: string): Answerer | undefined
  /** The account's own API. */
  account: Answerer
  /** The network, for hosts that the user has named; absent when there are none. */
  network?(request: Request): Promise<Response>
  allowedHosts: ReadonlySet<string>
  /** Keeps what the network answers, for hosts that are recorded. */
  recordings?: Pick<Recordings, 'isRecording' | 'keep'>
  /** Told when an answer could not be kept; whoever asked gets it all the same. */
  fault?(problem: unknown): void
}

type Answerer = (request: Request, sender: Sender) => Promise<Response>

/** Where a request goes: a partner, the account, the network if the user named the host, or nowhere. */
export function createOutbound(world: World, routes: OutboundRoutes): Outbound {
  const { store, masker, changes, clock } = world

  function route(url: URL): { name: string; answer: Answerer } | undefined {
    const { network, recordings } = routes
    if (network && recordings?.isRecording(url.host)) return { name: 'network', answer: network }
    const partner = routes.partner(url.host)
    if (partner) return { name: url.host, answer: partner }
    if (url.host === accountHost(accountOf(world).subdomain)) {
      return { name: 'account', answer: (request, isOfRun) => routes.account(request, isOfRun) }
    }
    if (network && isAllowed(routes.allowedHosts, url.host)) return { name: 'network', answer: network }
    return undefined
  }

  function shownHeaders({ headers, credential }: OutboundRequest): Record<string, string> {
    const name = credential?.toLowerCase()
    return masker.headers(
      headers.map(([key, value]) => {
        // The masker knows Authorization, and leaves its scheme to be read.
        const isSecret = key.toLowerCase() === name && name !== 'authorization'
        return [key, isSecret ? masked : value]
      }),
    )
  }

  return {
    async send(asked) {
      const { method, url, headers, body, signal, integration, run_id } = asked
      const number = store.nextNumber('outbound')
      const startedAt = clock.now()
      const exchange: Exchange = {
        id: String(number),
        started_at: fineStamp(world),
        duration_ms: 0,
        request: {
          method,
          url: masker.text(url),
          headers: shownHeaders(asked),
          ...(body !== undefined && { body: masker.text(body) }),
        },
      }

      function record(answeredBy: string) {
        exchange.duration_ms = clock.now() - startedAt
        store
          .table('outbound')
          .put(padded(number), { ...exchange, integration, run_id, answered_by: answeredBy })
        changes.tell('outbound', exchange.id)
      }

      function fail(message: string, answeredBy: string, cause?: unknown): never {
        exchange.error = message
        record(answeredBy)
        throw new OutboundProblem(message, exchange, { cause })
      }

      const target = URL.canParse(url) ? new URL(url) : undefined
      if (!target || !/^https?:$/.test(target.protocol))
        fail(`"${masker.text(url)}" is not a web address`, 'nobody')
      const to = route(target)
      if (!to) {
        fail(
          `nobody answers for ${target.host}: the simulator sends nothing to the network; start it with --allow-host ${target.hostname} to allow this host, or add a partner that claims it`,
          'nobody',
        )
      }

      let status: number
      let answered: Headers
      let bytes: Uint8Array | undefined
      try {
        const hasBody = body !== undefined && method !== 'GET' && method !== 'HEAD'
        const request = new Request(target, {
          method,
          headers,
          // Followed by whoever asked, so that no redirect leads to a host that nobody named.
          redirect: 'manual',
          ...(hasBody && { body }),
          ...(signal && { signal }),
        })
        const response = await to.answer(
          request,
          asked.isOfWebhook ? 'webhook' : run_id !== null ? 'run' : 'other',
        )
        status = response.status
        answered = response.headers
        bytes = await readUpTo(response.body, asked.answerBytes ?? zisLimits.answerBytes)
      } catch (cause) {
        const message = cause instanceof Error ? cause.message : String(cause)
        return fail(`no answer from ${target.host}: ${message}`, to.name, cause)
      }
      if (!bytes) return fail(answerTooLarge, to.name)

      const text = toText(bytes)
      exchange.response = { status, headers: masker.headers(answered), body: masker.text(text) }
      if (routes.recordings?.isRecording(target.host)) {
        const real = { method, url: target, body: body ?? '', status, headers: answered, text }
        await routes.recordings.keep(real).catch((problem: unknown) => routes.fault?.(problem))
      }
      record(to.name)
      return { status, headers: Object.fromEntries(answered), body: text, exchange }
    },
  }
}

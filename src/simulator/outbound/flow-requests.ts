import type { JsonObject } from '../../zis/json'
import { accountHost } from '../addresses'
import { actionFailed } from '../engine/errors'
import type { FlowAnswer, FlowRequest } from '../engine/ports'
import { accountOf, type World } from '../world'
import { OutboundProblem, type Outbound, type OutboundRequest } from './outbound'
import { sendAndFollow } from './redirects'

/** How long the signature of a request is good for (seconds; zis-api 9). */
const signatureLife = 5 * 60

export interface FlowRequestParts {
  outbound: Outbound
  /**
   * The header that a connection adds to a request; undefined when there is no such connection.
   * @param url where it goes; undefined for an address that cannot be read
   * @throws {FlowError} when it may not go there, or cannot be renewed
   */
  credential(
    integration: string,
    connection: string,
    url: URL | undefined,
  ): Promise<[name: string, value: string] | undefined>
  /** Signs claims with the integration's key. */
  sign(integration: string, claims: JsonObject): Promise<string>
}

/** Sends what custom actions ask for: on the account's host for a path, signed, with the connection's credential. */
export function createFlowRequests(world: World, { outbound, credential, sign }: FlowRequestParts) {
  const { assume } = world

  /** The header with which a receiver can prove that ZIS sent the request (zis-flows 4.5). */
  async function signature(integration: string): Promise<[string, string]> {
    const now = Math.floor(world.clock.now() / 1000)
    const token = await sign(integration, {
      iss: 'zis',
      iat: now,
      exp: now + signatureLife,
      account_id: accountOf(world).id,
      integration_name: integration,
    })
    return ['X-ZIS-Authorization', assume('signatureScheme') === 'Bearer' ? `Bearer ${token}` : token]
  }

  async function prepare(request: FlowRequest, url: string): Promise<OutboundRequest> {
    const { integration, connection, method, body, signal, run_id, answer_bytes: answerBytes } = request
    let headers = request.headers.map(({ key, value }): [string, string] => [key, value])
    if (request.path === undefined || assume('signsZendeskRequests')) {
      headers.push(await signature(integration))
    }
    let name: string | undefined
    if (connection !== undefined) {
      // An address that cannot be read is refused with a better sentence when it is sent.
      const added = await credential(integration, connection, URL.canParse(url) ? new URL(url) : undefined)
      if (!added) throw actionFailed(`the connection named "${connection}" does not exist`)
      name = added[0]
      headers = [...headers.filter(([key]) => key.toLowerCase() !== added[0].toLowerCase()), added]
    }
    return {
      method,
      url,
      headers,
      ...(name !== undefined && { credential: name }),
      ...(body !== undefined && { body }),
      signal,
      ...(answerBytes !== undefined && { answerBytes }),
      integration,
      run_id,
    }
  }

  return async function send(request: FlowRequest): Promise<FlowAnswer> {
    const host = accountHost(accountOf(world).subdomain)
    const url =
      request.url ?? `https://${host}${request.path?.startsWith('/') ? '' : '/'}${request.path ?? ''}`
    const prepared = await prepare(request, url)
    try {
      return assume('followsRedirects')
        ? await sendAndFollow(outbound, prepared)
        : await outbound.send(prepared)
    } catch (problem) {
      if (request.signal.aborted) throw request.signal.reason
      if (!(problem instanceof OutboundProblem)) throw problem
      throw actionFailed(problem.message, { exchange: problem.exchange, retriedIf: 'retryAfterNoAnswer' })
    }
  }
}

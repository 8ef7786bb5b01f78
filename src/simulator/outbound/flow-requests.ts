import type { JsonObject } from '../../zis/json'
import { accountHost } from '../addresses'
import { FlowError, type FlowAnswer, type FlowRequest } from '../engine/ports'
import { accountOf, type World } from '../world'
import { OutboundProblem, type Outbound } from './outbound'

/** How long the signature of a request is good for (seconds; zis-api 9). */
const signatureLife = 5 * 60

export interface FlowRequestParts {
  outbound: Outbound
  /** The header that a connection adds; undefined when there is no such connection. */
  credential(integration: string, connection: string): Promise<[name: string, value: string] | undefined>
  /** Signs claims with the integration's key. */
  sign(integration: string, claims: JsonObject): Promise<string>
}

/** Sends what custom actions ask for: on the account's host for a path, signed, with the connection's credential. */
export function createFlowRequests(world: World, { outbound, credential, sign }: FlowRequestParts) {
  async function headersFor(request: FlowRequest): Promise<Array<[string, string]>> {
    const { integration, connection } = request
    const headers = request.headers.map(({ key, value }): [string, string] => [key, value])
    const account = accountOf(world)
    const now = Math.floor(world.clock.now() / 1000)
    const token = await sign(integration, {
      iss: 'zis',
      iat: now,
      exp: now + signatureLife,
      account_id: account.id,
      integration_name: integration,
    })
    headers.push(['X-ZIS-Authorization', token])
    if (connection === undefined) return headers
    const added = await credential(integration, connection)
    if (!added)
      throw new FlowError('States.TaskFailed', `the connection named "${connection}" does not exist`)
    return [...headers.filter(([name]) => name.toLowerCase() !== added[0].toLowerCase()), added]
  }

  return async function send(request: FlowRequest): Promise<FlowAnswer> {
    const host = accountHost(accountOf(world).subdomain)
    const url =
      request.url ?? `https://${host}${request.path?.startsWith('/') ? '' : '/'}${request.path ?? ''}`
    try {
      return await outbound.send({
        method: request.method,
        url,
        headers: await headersFor(request),
        ...(request.body !== undefined && { body: request.body }),
        signal: request.signal,
        integration: request.integration,
        run_id: request.run_id,
      })
    } catch (problem) {
      if (request.signal.aborted) throw request.signal.reason
      if (!(problem instanceof OutboundProblem)) throw problem
      throw new FlowError('States.TaskFailed', problem.message, { exchange: problem.exchange })
    }
  }
}

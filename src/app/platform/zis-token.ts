import type { CallAnswer, WireByRoute } from '../../zis/wire'
import { toProblem, type Problem } from './problem'
import type { FrameRequest } from './zaf'

type Send = (request: FrameRequest) => Promise<unknown>
interface Sends {
  /** What may be sent at all; in read-only mode that is not everything. */
  allowed: Send
  /** What the token itself takes: it is made and deleted by writes, also where it is for a read. */
  forToken: Send
}
type Registry = CallAnswer<WireByRoute, 'GET /api/services/zis/registry/integrations'>
type Minted = CallAnswer<WireByRoute, 'POST /api/v2/oauth/tokens'>

/** What ZIS says where it wants a token of the integration rather than the browser's session. */
const refusesSession = ({ status, kind }: Problem): boolean =>
  (status === 401 || status === 403) && kind !== 'not_admin' && kind !== 'csrf'

/**
 * Sends a request with the admin's session and, where ZIS refuses that, once more with a token of the
 * integration's own. The token opens ZIS alone, and for a read no more than reading; it is made for this one
 * request, is known to this function only, and is deleted right after (zis-admin-app 5.8).
 *
 * @param onTokenLeft hears when the token could not be deleted: the admin has to do it
 * @throws {Problem} the first refusal, when no token can be had
 */
export async function sendAsIntegration(
  { allowed, forToken }: Sends,
  integration: string,
  request: FrameRequest,
  onTokenLeft: () => void,
): Promise<unknown> {
  try {
    return await allowed(request)
  } catch (thrown) {
    const refusal = toProblem(thrown)
    if (!refusesSession(refusal)) throw refusal
    const client_id = await clientIdOf(allowed, integration)
    if (client_id === undefined) throw refusal

    const { token } = (await forToken({
      method: 'POST',
      url: '/api/v2/oauth/tokens.json',
      body: { token: { client_id, scopes: scopesFor(request) } },
    })) as Minted
    try {
      return await allowed({ ...request, headers: { Authorization: `Bearer ${token.full_token}` } })
    } finally {
      await revoke(forToken, token.id).catch(onTokenLeft)
    }
  }
}

const scopesFor = ({ method }: FrameRequest): string[] =>
  method === 'GET' ? ['zis:read'] : ['zis:read', 'zis:write']

/** The OAuth client that Zendesk made for the integration; undefined where there is none. */
async function clientIdOf(send: Send, integration: string): Promise<number | undefined> {
  const answer = (await send({ method: 'GET', url: '/api/services/zis/registry/integrations' })) as Registry
  return answer.integrations.find(({ name }) => name === integration)?.zendesk_oauth_client?.id
}

async function revoke(send: Send, id: number): Promise<void> {
  const request = { method: 'DELETE', url: `/api/v2/oauth/tokens/${id}.json` }
  // A token that stays would open the integration for as long as it lives, so one failure is not the end.
  await send(request).catch(() => send(request))
}

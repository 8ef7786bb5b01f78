import type { AnyConnection, SafeCredential, TypedKind } from '../../platform/edge'
import { Problem } from '../../platform/problem'
import type { ZisClient } from '../../platform/zis-client'
import { deleteConnection, readConnections } from '../../queries/connections'

/** What the admin has typed. It is handed from the fields to one call and kept nowhere. */
export type Credential = { name: string; allowed_domain: string } & (
  | { kind: 'bearer_token'; token: string }
  | { kind: 'basic_auth'; username: string; password: string }
  | { kind: 'api_key'; header_name: string; api_key: string }
)

/**
 * Creates a credential, or changes the one of the same name, and reads it back.
 *
 * Changing in place is not documented. Where ZIS does not know it, the connection is deleted and created
 * again; in between, flows that need it fail (zis-api 4.6).
 * @throws {Problem}
 */
export async function saveCredential(
  zis: ZisClient,
  integration: string,
  credential: Credential,
  existing: AnyConnection | undefined,
): Promise<void> {
  const changed = existing?.kind === credential.kind && (await change(zis, integration, credential))
  if (!changed) {
    if (existing) await deleteConnection(zis, integration, existing)
    await create(zis, integration, credential)
  }
  const found = (await readConnections(zis, integration)).find(({ name }) => name === credential.name)
  if (!found || !isAsTyped(found, credential)) throw new Problem('not_kept', 0, '')
}

async function create(zis: ZisClient, integration: string, credential: Credential): Promise<unknown> {
  const params = { integration }
  const base = 'POST /api/services/zis/integrations/:integration/connections'
  const { kind: _kind, ...body } = credential
  if ('token' in body) return zis.callAsIntegration(`${base}/bearer_token`, { params, body })
  if ('api_key' in body) return zis.callAsIntegration(`${base}/api_key`, { params, body })
  return zis.callAsIntegration(`${base}/basic_auth`, { params, body })
}

/** @returns false where ZIS cannot change a connection in place */
async function change(zis: ZisClient, integration: string, credential: Credential): Promise<boolean> {
  const { kind, name, ...body } = credential
  for (const method of ['PATCH', 'PUT'] as const) {
    try {
      await zis.callAsIntegration(
        `${method} /api/services/zis/integrations/:integration/connections/${kind}/:name`,
        { params: { integration, name }, body },
      )
      return true
    } catch (thrown) {
      if (!(thrown instanceof Problem) || (thrown.status !== 404 && thrown.status !== 405)) throw thrown
    }
  }
  return false
}

/** The secret itself cannot be read back. */
const isAsTyped = (found: AnyConnection, typed: Credential): boolean =>
  found.kind !== 'oauth' &&
  found.kind === typed.kind &&
  found.allowed_domain === typed.allowed_domain &&
  (typed.kind !== 'basic_auth' || found.username === typed.username)

/** Whether a credential goes to another account than the one before, as far as ZIS tells. */
export const isOtherAccount = (before: SafeCredential, after: Credential): boolean =>
  before.allowed_domain !== after.allowed_domain ||
  (after.kind === 'basic_auth' && before.username !== after.username)

/** The field that holds the secret of a kind. */
export const secretOf = {
  api_key: 'api_key',
  basic_auth: 'password',
  bearer_token: 'token',
} as const satisfies Record<TypedKind, string>

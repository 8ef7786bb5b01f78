import type { JsonObject } from '../../../zis/json'
import { keyOf } from '../../store/keys'
import type { World } from '../../world'
import { readSigningKey, signJwt, type SigningKey } from './keys'

/** Signs requests in the name of an integration with its private key, which never leaves this place (zis-api 9). */
export function createSigner({ store, vault, changes }: World) {
  const keys = new Map<string, SigningKey>()
  changes.listen(({ kind }) => kind === 'registry' && keys.clear())

  async function keyFor(integration: string): Promise<SigningKey> {
    const known = keys.get(integration)
    if (known) return known
    const row = store.table('integrations').get(keyOf(integration))
    if (!row) throw new Error(`No integration "${integration}" to sign for.`)
    const key = await readSigningKey(await vault.open(row.sealed_jwt_private_key))
    keys.set(integration, key)
    return key
  }

  return async (integration: string, claims: JsonObject): Promise<string> =>
    signJwt(await keyFor(integration), claims)
}

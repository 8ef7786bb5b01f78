import { toBase64, toBytes } from '../encoding'
import { keyOf } from '../store/keys'
import { isSameSecret } from '../vault'
import type { World } from '../world'
import type { PartnerDefinition } from './definition'

/** What lets a request in, as the partner's page shows it. */
export interface PartnerCredential {
  label: string
  value: string
  isSecret: boolean
}

/**
 * A partner's own secrets: made up when first asked for, kept sealed, shown on its page. So no partner file
 * holds one, and nobody could type in one that is good elsewhere.
 */
export function createPartnerSecrets({ store, vault, masker, ids }: World, host: string) {
  const table = store.table('partners')

  async function secret(name: string, bytes = 24): Promise<string> {
    const key = keyOf(host, 'secret', name)
    const kept = table.get(key) as { sealed: string } | undefined
    const value = kept ? await vault.open(kept.sealed) : ids.token(bytes)
    masker.remember(value)
    if (!kept) {
      const sealed = await vault.seal(value)
      // Whoever else asked meanwhile was first.
      if (table.has(key)) return secret(name, bytes)
      table.put(key, { sealed })
    }
    return value
  }

  return {
    secret,

    /** What an admin enters in the app, for the auth that the definition asks for. */
    async credentials(auth: PartnerDefinition['auth']): Promise<PartnerCredential[]> {
      switch (auth?.kind) {
        case 'bearer':
          return [{ label: 'Bearer token', value: await secret('token'), isSecret: true }]
        case 'basic':
          return [
            { label: 'Username', value: 'zis', isSecret: false },
            { label: 'Password', value: await secret('password'), isSecret: true },
          ]
        case 'api_key':
          return [
            { label: 'Header', value: auth.header!, isSecret: false },
            { label: 'API key', value: await secret('api_key'), isSecret: true },
          ]
        default:
          return []
      }
    },

    /** True when a request brings the secret that the definition asks for; OAuth tokens are looked at elsewhere. */
    async isLetIn(auth: NonNullable<PartnerDefinition['auth']>, request: Request): Promise<boolean> {
      const given = request.headers.get(auth.kind === 'api_key' ? auth.header! : 'authorization') ?? ''
      if (auth.kind === 'bearer') return isSameSecret(given, `Bearer ${await secret('token')}`)
      if (auth.kind === 'api_key') return isSameSecret(given, await secret('api_key'))
      const pair = toBase64(toBytes(`zis:${await secret('password')}`))
      return isSameSecret(given, `Basic ${pair}`)
    },
  }
}

export type PartnerSecrets = ReturnType<typeof createPartnerSecrets>

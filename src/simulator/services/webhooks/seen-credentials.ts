import { decodeBase64Text } from '../../encoding'
import { hashOf, isSameSecret } from '../../vault'

/** Headers that are remembered: more than there are doors that anybody posts to at the same time. */
const mostSeen = 500

/**
 * Compares the credentials of webhooks with what is kept of them, their hash. A header that has opened a door is
 * remembered under that hash, in memory only, as hashing takes longer than everything else that an event
 * needs before it is written. A wrong one is never remembered, and a webhook that is made anew has another hash.
 */
export function createSeenCredentials() {
  const seen = new Map<string, string>()

  return {
    /** Whether the Authorization header holds the username and password that the hash was made of. */
    async open(header: string, hash: string): Promise<boolean> {
      const known = seen.get(hash)
      if (known !== undefined && isSameSecret(known, header)) return true
      const encoded = /^Basic +(.+)$/i.exec(header)?.[1]
      const given = await hashOf((encoded && decodeBase64Text(encoded)) ?? '')
      if (!isSameSecret(given, hash)) return false
      if (seen.size === mostSeen) seen.clear()
      seen.set(hash, header)
      return true
    },
  }
}

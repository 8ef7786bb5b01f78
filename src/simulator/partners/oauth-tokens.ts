import { below, keyOf } from '../store/keys'
import { hashOf } from '../vault'
import type { World } from '../world'

/** A token that a partner gave out; kept by its hash. */
interface TokenRow {
  kind: 'access' | 'refresh'
  /** All tokens that came from one consent or grant. */
  family: string
  scope: string
  /** ms since 1970 */
  expires_at: number | null
  /** A refresh token that was renewed already: whoever brings it again is not the one it was given to. */
  used?: boolean
}

/** Access and refresh tokens of one partner, by families (RFC 9700 4.14). */
export function createOAuthTokens({ store, ids, masker, clock }: World, host: string) {
  const table = store.table('partners')
  /** Families that ended while a token of theirs was being made. */
  const ended = new Set<string>()
  const read = async (token: string) => {
    const key = keyOf(host, 'token', await hashOf(token))
    return { key, row: table.get(key) as unknown as TokenRow | undefined }
  }
  const all = () =>
    table
      .list({ prefix: below(host, 'token') })
      .map(([key, row]) => [key, row as unknown as TokenRow] as const)
  const isAlive = ({ expires_at: at }: TokenRow) => at === null || at > clock.now()

  return {
    newFamily: () => ids.uuid(),

    /** @param seconds its life; without it the token does not expire */
    async give(kind: TokenRow['kind'], family: string, scope: string, seconds: number | undefined) {
      const token = ids.token(32)
      masker.remember(token)
      const key = keyOf(host, 'token', await hashOf(token))
      if (ended.has(family)) return token
      table.put(key, {
        kind,
        family,
        scope,
        expires_at: seconds === undefined ? null : clock.now() + seconds * 1000,
      })
      return token
    },

    /** What an access token lets its bearer do; undefined when it opens nothing (any more). */
    async scopeOf(token: string): Promise<string | undefined> {
      const { row } = await read(token)
      return row?.kind === 'access' && isAlive(row) ? row.scope : undefined
    },

    /** A refresh token that is good; one that was used before takes its whole family with it. */
    async refresh(token: string): Promise<{ family: string; scope: string; spend(): void } | undefined> {
      const { key, row } = await read(token)
      if (row?.kind !== 'refresh') return undefined
      if (row.used) {
        this.revokeFamily(row.family)
        return undefined
      }
      if (!isAlive(row)) return undefined
      const { family, scope } = row
      return { family, scope, spend: () => table.put(key, { ...row, used: true, expires_at: clock.now() }) }
    },

    revokeFamily(family: string): void {
      ended.add(family)
      for (const [key, row] of all()) if (row.family === family) table.delete(key)
    },

    revokeAll(): void {
      for (const [key] of all()) table.delete(key)
    },

    /** Access tokens are over; what renews them stays. */
    expireNow(): void {
      for (const [key, row] of all())
        if (row.kind === 'access') table.put(key, { ...row, expires_at: clock.now() })
    },

    count: () => ({
      access: all().filter(([, row]) => row.kind === 'access' && isAlive(row)).length,
      refresh: all().filter(([, row]) => row.kind === 'refresh' && isAlive(row) && !row.used).length,
    }),
  }
}

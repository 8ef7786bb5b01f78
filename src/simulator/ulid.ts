import type { Ids } from './ids'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A ULID: ten characters of time (ms since 1970), sixteen by chance, in Crockford's base 32 (zis-api 1.7). */
export function makeUlid(ids: Ids, at: number): string {
  const chance = BigInt(`0x${ids.uuid().replaceAll('-', '').slice(-20)}`)
  return inBase32(BigInt(at), 10) + inBase32(chance, 16)
}

function inBase32(value: bigint, length: number): string {
  let text = ''
  for (let rest = value; text.length < length; rest >>= 5n) text = alphabet[Number(rest & 31n)]! + text
  return text
}

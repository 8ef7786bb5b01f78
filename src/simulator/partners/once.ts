import type { JsonObject } from '../../zis/json'
import { keyOf } from '../store/keys'
import { hashOf } from '../vault'
import type { World } from '../world'

/** Texts that are good once and for a while: authorization codes, and tickets of consent pages. */
export interface Once<Data extends JsonObject> {
  /** Makes one; only its hash is kept. */
  give(data: Data): Promise<string>
  /** What was given with it; undefined when it is unknown, was taken before or has expired. */
  take(text: string): Promise<Data | undefined>
}

/** @param life in milliseconds */
export function createOnce<Data extends JsonObject>(
  { store, ids, clock }: World,
  place: { host: string; kind: string },
  life: number,
): Once<Data> {
  const table = store.table('partners')
  const keyFor = async (text: string) => keyOf(place.host, place.kind, await hashOf(text))
  return {
    async give(data) {
      const text = ids.token()
      table.put(await keyFor(text), { data, expires_at: clock.now() + life })
      return text
    },
    async take(text) {
      const key = await keyFor(text)
      const kept = table.get(key) as { data: Data; expires_at: number } | undefined
      table.delete(key)
      return kept && kept.expires_at > clock.now() ? kept.data : undefined
    },
  }
}

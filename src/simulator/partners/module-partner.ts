import { isObject, type Json, type JsonObject } from '../../zis/json'
import { below, keyOf } from '../store/keys'
import { fineStamp, type World } from '../world'
import { PartnerSilence } from './faults'
import type { Partner } from './partner'
import { placeInModule, type PartnerModule, type PartnerProblem } from './partner-files'

/** What a partner that is a module is given beside the request. */
export interface PartnerTools {
  /** Kept with everything else of the simulator, and emptied with it. */
  state: {
    get(key: string): Json | undefined
    put(key: string, value: Json): void
    delete(key: string): boolean
    list(): Array<[key: string, value: Json]>
  }
  /** The simulator's clock, RFC 3339. */
  now(): string
  uuid(): string
}

/** What a module exports, as a module of a partner; a problem when it is none. */
export function readModule(
  file: string,
  exported: unknown,
): { module?: PartnerModule; problems: PartnerProblem[] } {
  const given = (isObject(exported) ? exported : {}) as Partial<Record<keyof PartnerModule, unknown>>
  const isModule =
    typeof given.host === 'string' && typeof given.title === 'string' && typeof given.fetch === 'function'
  if (isModule) return { module: exported as PartnerModule, problems: [] }
  const problem = {
    file,
    pointer: '',
    message: 'its default export is no partner',
    way_out: 'export default { host: "erp.example.com", title: "ERP", fetch(request, tools) { … } }',
  }
  return { problems: [problem] }
}

/** A partner that the user wrote. It is given the request and a place to keep things, and nothing else of ours. */
export function modulePartner(world: World, { host, title, fetch }: PartnerModule, file: string): Partner {
  const { store, changes, ids } = world
  const table = store.table('partners')
  const prefix = below(host, 'module')
  const tools: PartnerTools = {
    state: {
      get: (key) => table.get(keyOf(host, 'module', key))?.['value'],
      put(key, value) {
        table.put(keyOf(host, 'module', key), { value })
        changes.tell('partners', host)
      },
      delete: (key) => table.delete(keyOf(host, 'module', key)),
      list: () =>
        table
          .list({ prefix })
          .map(([key, row]: [string, JsonObject]) => [key.slice(prefix.length), row['value']!]),
    },
    now: () => fineStamp(world),
    uuid: () => ids.uuid(),
  }
  return {
    host,
    title,
    async fetch(request) {
      let answer: Response | undefined
      try {
        answer = await fetch(request, tools)
      } catch (cause) {
        // A fault of the user's own, who has to find it: not an answer of the system, and not a fault of ours.
        const { line, column } = placeInModule(cause) ?? {}
        const reason = cause instanceof Error ? cause.message : String(cause)
        const place = line === undefined ? file : `${file}:${line}:${column}`
        throw new PartnerSilence(`${place} failed: ${reason}`, { cause })
      }
      if (typeof answer?.status === 'number') return answer
      throw new PartnerSilence(`${file} failed: fetch gave no Response; is a "return" missing?`)
    },
    state: () => Promise.resolve({ host, title, kind: 'module', file }),
  }
}

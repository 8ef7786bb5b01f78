import { defaultAssumptions, type AssumptionName, type ReadAssumption } from './assumptions'
import type { Changes } from './changes'
import type { MovableClock } from './clock'
import type { Ids } from './ids'
import type { Masker } from './outbound/mask'
import type { Store } from './store/store'
import type { Vault } from './vault'

/** What every part of the simulator shares: where things are kept, the time, names and secrets. */
export interface World {
  store: Store
  clock: MovableClock
  ids: Ids
  vault: Vault
  masker: Masker
  changes: Changes
  assume: ReadAssumption
  /** Where browsers find the simulator, e.g. `http://127.0.0.1:4500`. */
  origin: string
}

/** Reads switches from the store, so that a position survives a restart. */
export const readAssumptions =
  (store: Store): ReadAssumption =>
  <Name extends AssumptionName>(name: Name) =>
    (store.table('assumptions').get(name)?.value ?? defaultAssumptions(name)) as never

/** The clock's time as ZIS writes it: RFC 3339 in UTC with whole seconds (zis-api 1.7). */
export const stamp = (world: Pick<World, 'clock'>, at = world.clock.now()): string =>
  new Date(at).toISOString().replace(/\.\d+Z$/, 'Z')

/** The same with milliseconds, for what the simulator itself records. */
export const fineStamp = (world: Pick<World, 'clock'>): string => new Date(world.clock.now()).toISOString()

export function accountOf(world: Pick<World, 'store'>) {
  const account = world.store.table('account').get('account')
  if (!account) throw new Error('The store has no account; it is made when the simulator starts.')
  return account
}

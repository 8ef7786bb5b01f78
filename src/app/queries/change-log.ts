import { useQuery, type QueryClient } from '@tanstack/react-query'
import { isObject, type Json, type JsonObject } from '../../zis/json'
import { useConsole } from '../platform/console'
import type { Problem } from '../platform/problem'
import type { ZisClient } from '../platform/zis-client'
import { dropSecrets } from '../state/secrets'
import { isChange, type Change } from './change'
import { readConfig } from './configs'
import { saveConfig } from './record'

/**
 * What was changed through this app, in a config scope of ours beside the settings: ZIS keeps neither
 * author nor history (zis-admin-app 5.6).
 */
export const changeLogScope = 'zis_console_history'

/** So many changes are kept; the oldest go first. */
export const changesAtMost = 100
/** Size of the log in bytes: well below the 256 KB that a config may have (zis-api 5). */
export const bytesAtMost = 200 * 1024
/** A change with larger versions is kept without them. */
const bytesOfOne = 48 * 1024

/** The log of an integration, newest first; empty when there is none or it is not ours. */
export async function readChanges(zis: ZisClient, integration: string): Promise<Change[]> {
  return changesIn((await readConfig(zis, integration, changeLogScope))?.config)
}

/** The changes in a config, which anyone may have written to. */
export function changesIn(config: Record<string, unknown> | undefined): Change[] {
  const changes = config?.changes
  return Array.isArray(changes) ? changes.filter(isChange) : []
}

/**
 * Adds a change to the log. ZIS knows no conditional write: the log is read again before and after, and
 * written once more when somebody else wrote between.
 *
 * @throws {Problem}
 */
export function appendChange(zis: ZisClient, integration: string, change: NewChange): Promise<Change> {
  const appended = recordsSettled(zis).then(() => append(zis, integration, change))
  tails.set(
    zis,
    appended.then(
      () => undefined,
      () => undefined,
    ),
  )
  return appended
}

type NewChange = Omit<Change, 'id' | 'at'> & { at?: string }

/** One change is written after another: two at a time would write over each other. */
const tails = new WeakMap<ZisClient, Promise<void>>()

/** Resolves when every change that was to be added until now is in the log, or could not be. */
export const recordsSettled = (zis: ZisClient): Promise<void> => tails.get(zis) ?? Promise.resolve()

async function append(zis: ZisClient, integration: string, change: NewChange): Promise<Change> {
  const entry = bounded({
    ...change,
    id: crypto.randomUUID(),
    at: change.at ?? new Date().toISOString(),
    before: dropSecrets(change.before) as Json | undefined,
    after: dropSecrets(change.after) as Json | undefined,
  })
  for (let attempt = 0; attempt < 3; attempt++) {
    const changes = shortened([entry, ...(await readChanges(zis, integration))])
    await saveConfig(zis, integration, changeLogScope, { changes })
    if ((await readChanges(zis, integration)).some(({ id }) => id === entry.id)) break
  }
  return entry
}

const changesKey = (integration: string) => ['zis', integration, 'config', changeLogScope]

/**
 * Takes in a log that was read together with something else.
 * @param began when that was asked for, in ms; what was read later is newer
 */
export function setChanges(
  queries: QueryClient,
  integration: string,
  changes: Change[],
  began: number,
): void {
  const key = changesKey(integration)
  if ((queries.getQueryState(key)?.dataUpdatedAt ?? 0) <= began) queries.setQueryData(key, changes)
}

export function useChanges(integration: string, isWanted = true) {
  const { zis } = useConsole()
  return useQuery<Change[], Problem>({
    queryKey: changesKey(integration),
    enabled: isWanted,
    queryFn: () => readChanges(zis, integration),
  })
}

/**
 * A document in which what a change did is taken back: each key that it changed has the value from before,
 * everything else stays as it is now.
 */
export function withoutChange(now: JsonObject, { before, after }: Change): JsonObject {
  const [old, changed] = [isObject(before) ? before : {}, isObject(after) ? after : {}]
  const names = new Set([...Object.keys(old), ...Object.keys(changed)])
  const touched = (name: string) =>
    names.has(name) && JSON.stringify(old[name]) !== JSON.stringify(changed[name])
  return Object.fromEntries([
    ...Object.entries(now).filter(([name]) => !touched(name)),
    ...Object.entries(old).filter(([name]) => touched(name)),
  ])
}

const sizeOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length

function bounded(change: Change): Change {
  if (sizeOf(change) <= bytesOfOne) return change
  const { before: _before, after: _after, ...rest } = change
  return rest
}

function shortened(changes: Change[]): Change[] {
  const kept: Change[] = []
  let size = 0
  for (const change of changes.slice(0, changesAtMost)) {
    size += sizeOf(change) + 1
    if (size > bytesAtMost) break
    kept.push(change)
  }
  return kept
}

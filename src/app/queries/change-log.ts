import { useQuery } from '@tanstack/react-query'
import { isObject, type Json, type JsonObject } from '../../zis/json'
import { useConsole } from '../platform/console'
import type { Problem } from '../platform/problem'
import type { ZisClient } from '../platform/zis-client'
import { dropSecrets } from '../state/secrets'
import { readConfig } from './configs'
import { saveConfig } from './record'

/**
 * What was changed through this app, in a config scope of ours beside the settings: ZIS keeps neither
 * author nor history (zis-admin-app 5.6).
 */
export const changeLogScope = 'zis_console_history'

/** One change, newest first in the log. */
export interface Change {
  id: string
  at: string
  who: string
  /** What was done, as a word of ours: `saved`, `undone`, `imported`, … */
  what: string
  /** What it was done to: the config scope, or another name that the kind of change has a use for. */
  scope: string
  /** Both versions without what looks like a secret; absent when they were too large to be kept. */
  before?: Json
  after?: Json
}

/** So many changes are kept; the oldest go first. */
export const changesAtMost = 100
/** Size of the log in bytes: well below the 256 KB that a config may have (zis-api 5). */
export const bytesAtMost = 200 * 1024
/** A change with larger versions is kept without them. */
const bytesOfOne = 48 * 1024

/** The log of an integration, newest first; empty when there is none or it is not ours. */
export async function readChanges(zis: ZisClient, integration: string): Promise<Change[]> {
  const stored = await readConfig(zis, integration, changeLogScope)
  const changes = stored?.config.changes
  return Array.isArray(changes) ? changes.filter(isChange) : []
}

/**
 * Adds a change to the log. ZIS knows no conditional write: the log is read again before and after, and
 * written once more when somebody else wrote between.
 *
 * @throws {Problem}
 */
export async function appendChange(
  zis: ZisClient,
  integration: string,
  change: Omit<Change, 'id' | 'at'> & { at?: string },
): Promise<Change> {
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

export function useChanges(integration: string, isWanted = true) {
  const { zis } = useConsole()
  return useQuery<Change[], Problem>({
    queryKey: ['zis', integration, 'config', changeLogScope],
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

/** A config that anyone may have written is believed only where it has our shape. */
function isChange(value: unknown): value is Change {
  const { id, at, who, what, scope } = Object(value) as Partial<Change>
  return [id, at, who, what, scope].every((one) => typeof one === 'string')
}

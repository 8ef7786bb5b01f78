import type { Json } from '../../zis/json'
import { problemKinds, type ProblemKind } from '../platform/problem'

/** Everything that the app writes, by the word under which it is recorded. */
export const changeKinds = [
  'begun',
  'installed',
  'updated',
  'update_undone',
  'replaced',
  'activated',
  'deactivated',
  'paused',
  'resumed',
  'left_over',
  'connected',
  'changed',
  'reconnected',
  'disconnected',
  'client',
  'webhook_created',
  'webhook_rotated',
  'webhook_deleted',
  'link_deleted',
  'saved',
  'undone',
  'imported',
  'deleted',
  'uninstalled',
] as const
export type ChangeKind = (typeof changeKinds)[number]

/** `partly`: some of several steps. */
export type Outcome = 'done' | 'partly' | 'failed'

/** One change, newest first in the log. */
export interface Change {
  id: string
  at: string
  who: string
  /** What was done: one of {@link changeKinds}, unless a later version of the app wrote it. */
  what: string
  /** What it was done to: the config scope, or the name of a connection, a job spec, … */
  scope: string
  /** Entries of settings that were saved before outcomes were recorded have none: they were done. */
  outcome?: Outcome
  /** The steps that were not done. */
  left?: string[]
  /** Why it failed; never the server's own sentence, which may repeat what was sent. */
  problem?: { kind: ProblemKind; status: number }
  /** Both versions without what looks like a secret; absent when they were too large to be kept. */
  before?: Json
  after?: Json
}

/** A config that anyone may have written is believed only where it has our shape. */
export function isChange(value: unknown): value is Change {
  const { id, at, who, what, scope, outcome, left, problem } = Object(value) as Partial<Change>
  return (
    [id, at, who, what, scope].every((one) => typeof one === 'string') &&
    !Number.isNaN(Date.parse(String(at))) &&
    (outcome === undefined || ['done', 'partly', 'failed'].includes(outcome)) &&
    (left === undefined || (Array.isArray(left) && left.every((one) => typeof one === 'string'))) &&
    (problem === undefined || (problemKinds.includes(problem.kind) && typeof problem.status === 'number'))
  )
}

/** What was changed, as a word that the app has a sentence for; undefined for one that it does not know. */
export const kindOf = ({ what }: Pick<Change, 'what'>): ChangeKind | undefined =>
  changeKinds.find((kind) => kind === what)

export const outcomeOf = ({ outcome = 'done' }: Change): Outcome => outcome

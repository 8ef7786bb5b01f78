import type { Text } from '../../platform/words'
import { kindOf, outcomeOf, type Change } from '../../queries/change'

/** What was done; one that a later version of the app wrote keeps its own word. */
export function whatOf(change: Change, t: Text): string {
  const kind = kindOf(change)
  return kind ? t(`activity.what.${kind}`) : change.what
}

const tones = { done: 'good', partly: 'warning', failed: 'bad' } as const

export function outcomeIn(change: Change, t: Text) {
  const outcome = outcomeOf(change)
  return {
    tone: tones[outcome],
    says: t(outcome === 'failed' ? 'activity.outcome_failed' : `activity.${outcome}`),
  }
}

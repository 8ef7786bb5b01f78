import type { Way } from '../../zis/flow/outline'
import type { Text } from '../platform/words'
import { ruleText } from './meaning'

/** When a way is taken; empty for the only way on. */
export function wayText({ kind, rule }: Way, t: Text): string {
  if (kind === 'rule') return rule ? ruleText(rule, t) : ''
  return kind === 'next' ? '' : t(`meaning.way_${kind}`)
}

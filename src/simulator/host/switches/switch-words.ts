import type { AssumptionView } from '../../services/control/wire'

/** How sure a behaviour is. */
export const marks: Record<AssumptionView['mark'], { text: string; hue: string }> = {
  documented: { text: 'Documented', hue: 'green' },
  observed: { text: 'Observed', hue: 'blue' },
  assumed: { text: 'Assumed', hue: 'grey' },
}

export const isTurned = ({ value, default: usual }: AssumptionView): boolean => value !== usual

/** A position of a switch in words: `On`, `409`, `(nothing)`. */
export function positionText(value: AssumptionView['value']): string {
  if (typeof value === 'boolean') return value ? 'On' : 'Off'
  return value === '' ? '(nothing)' : String(value)
}

import { settledFlows } from './settled-flows'
import { settledWire } from './settled-wire'

/** A point on which the sources are silent and that is no switch all the same. */
export interface Settled {
  /** What happens, a sentence. */
  does: string
  /** Why there is nothing to turn. */
  why: string
  source: string
}

/** Open points that are decided once, with the reason. docs/fidelity.md lists them. */
export const settled: readonly Settled[] = [...settledWire, ...settledFlows]

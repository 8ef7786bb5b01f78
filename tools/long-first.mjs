// @ts-check
import Sequencer from '@jest/test-sequencer'

const longFirst = ['browser', 'page', 'node']

/**
 * The order of spec files: those that take long first, so that no core is without work at the end. Jest
 * knows how long a file takes only where it has run it before; without that it goes by size.
 */
export default class LongFirst extends Sequencer {
  /**
   * @override
   * @type {Sequencer['sort']}
   */
  async sort(tests) {
    const sorted = [...(await super.sort(tests))]
    const rankOf = (/** @type {typeof sorted[0]} */ { context }) =>
      longFirst.indexOf(context.config.displayName?.name ?? '')
    return sorted.sort((one, other) => rankOf(one) - rankOf(other))
  }
}

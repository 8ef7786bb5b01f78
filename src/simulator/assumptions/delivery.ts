import { assume } from './assumption'

/**
 * The bad days of the queue, to be made on purpose. ZIS promises delivery at least once and in no order, within
 * seconds as a rule and minutes at times (zis-flows 10); the defaults are its good days.
 */
export const deliveryAssumptions = {
  duplicateDeliveries: assume({
    decides: 'Every nth event is delivered twice, with the same meta.ref; 0 delivers each event once.',
    default: 0,
    choices: [0, 1, 2, 5, 10, 100],
    mark: 'documented',
    source: 'zis-flows 10',
  }),
  shuffledDeliveries: assume({
    decides: 'Events that wait at the same time are delivered in another order than they came in.',
    default: false,
    choices: [false, true],
    mark: 'documented',
    source: 'zis-flows 10',
  }),
  deliveryDelay: assume({
    decides: 'Seconds between the moment that an event is accepted and its delivery.',
    default: 0,
    choices: [0, 5, 30, 60, 300, 600],
    mark: 'documented',
    source: 'zis-flows 10',
  }),
}

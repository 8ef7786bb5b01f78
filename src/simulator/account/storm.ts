import type { User } from '../services/service'
import type { World } from '../world'

/** Changes of one storm. */
export const mostOfStorm = 10_000

/** Changes under way at once; between them other requests are answered. */
const atOnce = 100

/** What a storm needs of the account: the same two calls that its API answers. */
export interface TicketCalls {
  create(body: object, author: User): Promise<unknown>
  update(id: number, body: object, author: User): Promise<unknown>
}

export interface Storm {
  change: 'create' | 'update'
  /** How many tickets, or how many changes. */
  count: number
}

/**
 * Creates many tickets, or changes those that there are one after the other, again and again, with all the
 * events that such changes raise. Everything is on disk when it resolves.
 *
 * @returns how many tickets it created or changed: none when there is none to be changed
 */
export async function raiseStorm(
  { store }: World,
  calls: TicketCalls,
  { change, count }: Storm,
  author: User,
): Promise<number> {
  const open = store
    .table('tickets')
    .list()
    .filter(([, { status }]) => status !== 'closed')
    .map(([, { id }]) => id)
  if (change === 'update' && open.length === 0) return 0

  const one = (number: number): Promise<unknown> => {
    if (change === 'create') {
      const words = { body: `Ticket ${number + 1} of a storm of ${count}` }
      return calls.create({ ticket: { subject: words.body, comment: words } }, author)
    }
    const round = Math.floor(number / open.length)
    // Another status with every round: a change of nothing raises no event.
    const status = round % 2 === 0 ? 'open' : 'pending'
    const comment = { body: `Change ${number + 1} of a storm of ${count}`, public: false }
    return calls.update(open[number % open.length]!, { ticket: { status, comment } }, author)
  }
  for (let from = 0; from < count; from += atOnce) {
    const size = Math.min(atOnce, count - from)
    await Promise.all(Array.from({ length: size }, (_, index) => one(from + index)))
  }
  return count
}

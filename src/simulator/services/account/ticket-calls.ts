import { tickets as wire } from '../../../zis/wire/tickets'
import type { Endpoint } from '../../../zis/wire/endpoint'
import type { TicketCalls } from '../../account/storm'
import type { Call, Service, User } from '../service'

/** The account's own answers to the calls that create and change a ticket, without a request around them. */
export function ticketCalls({ routes }: Service): TicketCalls {
  function answerOf({ route }: Endpoint) {
    const handler = routes.find(({ endpoint }) => endpoint.route === route)
    if (!handler) throw new Error(`The account does not answer ${route}.`)
    return async (body: object, user: User, params = {}): Promise<unknown> =>
      handler.handle({
        ...{ params, body, query: {} },
        caller: { kind: 'api_token', user },
        request: new Request(`http://storm${route.split(' ')[1]}`, { method: route.split(' ')[0]! }),
      } as unknown as Call)
  }
  const create = answerOf(wire.createTicket)
  const update = answerOf(wire.updateTicket)
  return { create, update: (id, body, user) => update(body, user, { id: String(id) }) }
}

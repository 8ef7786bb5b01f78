import { ticketParts as wire } from '../../../zis/wire/ticket-parts'
import { ZisProblem } from '../../../zis/wire/problems'
import { apiUrl } from '../../account/api-url'
import { presentTicket, refuseOutdated, type TicketSaver } from '../../account/tickets'
import { readTags } from '../../account/tickets/tags'
import { below, keyOf, padded } from '../../store/keys'
import { fineStamp, type World } from '../../world'
import { on, type Caller, type RouteHandler } from '../service'
import { findRow, rowsOf } from './find-row'
import { supportList, type ListAsked } from './support-list'
import { byOf } from './tickets'

const byId = ({ id }: { id: number }) => padded(id)

/** Comments, audits, tags, readers and incidents of a ticket. */
export function ticketPartRoutes(world: World, saver: TicketSaver): RouteHandler[] {
  const { store } = world
  const tickets = store.table('tickets')
  const under = <Row>(table: { list(range: { prefix: string }): Array<[string, Row]> }, id: number): Row[] =>
    table.list({ prefix: below(id) }).map(([, row]) => row)

  function people(ids: number[], path: string, query: ListAsked) {
    const rows = ids.flatMap((id) => store.table('users').get(keyOf(id)) ?? [])
    const { page, rest } = supportList({ rows, path, keyOf: byId }, query)
    return { users: page, ...rest }
  }

  type Tags = { tags: string | string[]; safe_update?: boolean | string; updated_stamp?: string }
  async function changeTags(
    id: string,
    { tags: given, ...safe }: Tags,
    caller: Caller,
    merge: (now: string[], given: string[]) => string[],
  ) {
    const ticket = findRow(tickets, id)
    refuseOutdated(ticket, safe)
    const tags = merge(ticket.tags, readTags([given].flat()))
    const saved = await saver.update(ticket.id, { tags }, byOf(caller))
    return { tags: saved.ticket.tags }
  }

  return [
    on(wire.listComments, ({ params: { id }, query }) => {
      const rows = under(store.table('comments'), findRow(tickets, id).id)
      const isDescending = query.sort_order === 'desc'
      const path = `/api/v2/tickets/${id}/comments${isDescending ? '?sort_order=desc' : ''}`
      const { page, rest } = supportList({ rows, path, keyOf: byId, isDescending }, query)
      return { comments: page, ...rest }
    }),
    on(wire.countComments, ({ params: { id } }) => {
      const value = store.table('comments').count(below(findRow(tickets, id).id))
      return { count: { value, refreshed_at: fineStamp(world) } }
    }),

    on(wire.listAudits, ({ params: { id }, query }) => {
      const rows = under(store.table('audits'), findRow(tickets, id).id)
      const { page, rest } = supportList({ rows, path: `/api/v2/tickets/${id}/audits`, keyOf: byId }, query)
      return { audits: page, ...rest }
    }),
    on(wire.showAudit, ({ params: { id, audit_id } }) => {
      const audit = under(store.table('audits'), findRow(tickets, id).id).find(
        (row) => String(row.id) === audit_id,
      )
      if (!audit) throw new ZisProblem('RecordNotFound')
      return { audit }
    }),

    on(wire.listTicketTags, ({ params: { id } }) => ({ tags: findRow(tickets, id).tags })),
    on(wire.setTicketTags, ({ params: { id }, body, caller }) =>
      changeTags(id, body, caller, (_, given) => given),
    ),
    on(wire.addTicketTags, ({ params: { id }, body, caller }) =>
      changeTags(id, body, caller, (now, given) => [...now, ...given]),
    ),
    on(wire.removeTicketTags, ({ params: { id }, body, caller }) =>
      changeTags(id, body, caller, (now, given) => now.filter((tag) => !given.includes(tag))),
    ),
    on(wire.listAccountTags, ({ query }) => {
      const counts = new Map<string, number>()
      for (const tag of rowsOf(tickets).flatMap((row) => row.tags))
        counts.set(tag, (counts.get(tag) ?? 0) + 1)
      const rows = [...counts].map(([name, count]) => ({ name, count }))
      const keyOfTag = ({ name, count }: { name: string; count: number }) =>
        keyOf(padded(10 ** 15 - count), name)
      const { page, rest } = supportList({ rows, path: '/api/v2/tags', keyOf: keyOfTag }, query)
      return { tags: page, ...rest }
    }),

    on(wire.listCollaborators, ({ params: { id }, query }) => {
      const { follower_ids, email_cc_ids } = findRow(tickets, id)
      const ids = [...new Set([...follower_ids, ...email_cc_ids])]
      return people(ids, `/api/v2/tickets/${id}/collaborators`, query)
    }),
    on(wire.listFollowers, ({ params: { id }, query }) =>
      people(findRow(tickets, id).follower_ids, `/api/v2/tickets/${id}/followers`, query),
    ),
    on(wire.listEmailCcs, ({ params: { id }, query }) =>
      people(findRow(tickets, id).email_cc_ids, `/api/v2/tickets/${id}/email_ccs`, query),
    ),

    on(wire.listIncidents, ({ params: { id }, query }) => {
      const problem = findRow(tickets, id)
      const rows = store
        .table('incidents')
        .list({ prefix: below(problem.id) })
        .flatMap(([key]) => tickets.get(key.slice(below(problem.id).length)) ?? [])
      const { page, rest } = supportList(
        { rows, path: `/api/v2/tickets/${id}/incidents`, keyOf: byId },
        query,
      )
      return { tickets: page.map((row) => presentTicket(world, row)), ...rest }
    }),
    on(wire.showRelated, ({ params: { id } }) => {
      const ticket = findRow(tickets, id)
      return {
        ticket_related: {
          url: apiUrl(`tickets/${ticket.id}/related`),
          topic_id: null,
          jira_issue_ids: [],
          followup_source_ids: [],
          from_archive: false,
          incidents: store.table('incidents').count(below(ticket.id)),
          twitter: {},
        },
      }
    }),
  ]
}

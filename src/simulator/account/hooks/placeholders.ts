import type { Json, JsonObject } from '../../../zis/json'
import { accountHost } from '../../addresses'
import { asText, find } from '../../partners/template'
import { keyOf } from '../../store/keys'
import type { Tables } from '../../store/tables'
import { accountOf, type World } from '../../world'
import type { TicketChange } from './ticket-change'

/** As Zendesk writes a role (zis-events 7.2). */
const roles = { admin: 'Admin', agent: 'Agent', 'end-user': 'End-user' } as const

/**
 * Fills the placeholders of a trigger's body, e.g. `{{ticket.id}}`. Values look them up and evaluate nothing;
 * one that is unknown renders nothing, as in Liquid. Inside of a JSON text the value is escaped for it,
 * if the switch says so.
 */
export function render(world: World, template: string, change: TicketChange): string {
  const data = dataOf(world, change)
  const isEscaped = /^\s*[[{]/.test(template) && world.assume('placeholdersEscaped')
  return template.replace(/\{\{\s*([\w.]+)\s*(?:\|[^{}]*)?\}\}/g, (_, path: string) => {
    const text = asText(find(path, data))
    return isEscaped ? JSON.stringify(text).slice(1, -1) : text
  })
}

function dataOf(world: World, { ticket, comment, by }: TicketChange): JsonObject {
  const { store } = world
  const person = (id: number | null) => present(id === null ? undefined : store.table('users').get(keyOf(id)))
  const { subdomain, name } = accountOf(world)
  return {
    ticket: {
      ...ticket,
      title: ticket.subject,
      // Placeholders name what people read: "Open", "High", tags with spaces between.
      status: capital(ticket.status),
      priority: capital(ticket.priority),
      ticket_type: capital(ticket.type),
      tags: ticket.tags.join(' '),
      via: ticket.via.channel,
      link: `https://${accountHost(subdomain)}/agent/tickets/${ticket.id}`,
      url: `${accountHost(subdomain)}/agent/tickets/${ticket.id}`,
      account: name,
      requester: person(ticket.requester_id),
      assignee: person(ticket.assignee_id),
      submitter: person(ticket.submitter_id),
      latest_comment: comment?.body ?? null,
    } as unknown as Json,
    current_user: present(by),
  }
}

const capital = (text: string | null): string => (text ? text[0]!.toUpperCase() + text.slice(1) : '')

function present(user: Tables['users'] | undefined): JsonObject {
  if (!user) return {}
  const { id, name, email, role } = user
  return { id, name, email: email ?? '', role: roles[role], first_name: name.split(' ')[0]! }
}

import type { searchTypes } from '../../../../zis/wire/search'
import { ticketPriorities, ticketStatuses } from '../../../../zis/wire/ticket-shapes'
import { fieldsOf } from '../../../account/changes-of'
import { keyOf } from '../../../store/keys'
import type { Tables } from '../../../store/tables'
import type { World } from '../../../world'
import type { User } from '../../service'
import { exact, moment, ordered, words, type Property } from './properties'

export type SearchType = (typeof searchTypes)[number]

/** What can be searched for, by its type: the row as it is kept. */
export interface Searched {
  ticket: Tables['tickets']
  user: Tables['users']
  organization: Tables['organizations']
  group: Tables['groups']
}

export interface Kind<Row> {
  /** Texts in which plain words are looked for. */
  texts(row: Row): Array<string | null>
  /** The property of a name; undefined for one that this kind does not have. */
  property(name: string): Property<Row> | undefined
  /** False for what is not to be found any more. */
  isThere(row: Row): boolean
}

/** The four kinds of thing that the search knows; names of people and groups are looked up as they are now. */
export function searchKinds(world: World, me: User): { [T in SearchType]: Kind<Searched[T]> } {
  const { store } = world
  const person =
    <Row>(read: (row: Row) => number | null): Property<Row> =>
    (row, ask) => {
      const id = read(row)
      if (id === null || ask.value.toLowerCase() === 'none')
        return id === null && ask.value.toLowerCase() === 'none'
      const user = store.table('users').get(keyOf(id))
      const wanted = ask.value.toLowerCase() === 'me' ? String(me.id) : ask.value
      return (
        exact(() => [id, user?.email, user?.name])(row, { ...ask, value: wanted }) ||
        nameHas(user?.name, wanted)
      )
    }
  const named =
    <Row>(table: 'groups' | 'organizations' | 'brands', read: (row: Row) => number | null): Property<Row> =>
    (row, ask) => {
      const id = read(row)
      return exact(() => (id === null ? null : [id, store.table(table).get(keyOf(id))?.name]))(row, ask)
    }
  const dates = {
    created: moment<{ created_at: string }>(({ created_at }) => created_at),
    updated: moment<{ updated_at: string }>(({ updated_at }) => updated_at),
  }

  const ticket: Record<string, Property<Searched['ticket']>> = {
    ...dates,
    id: exact(({ id }) => id),
    status: ordered(ticketStatuses, ({ status }) => status),
    priority: ordered(ticketPriorities, ({ priority }) => priority),
    ticket_type: exact(({ type }) => type),
    subject: words(({ subject }) => subject),
    description: words(({ description }) => description),
    tags: exact(({ tags }) => tags),
    requester: person(({ requester_id }) => requester_id),
    submitter: person(({ submitter_id }) => submitter_id),
    assignee: person(({ assignee_id }) => assignee_id),
    group: named('groups', ({ group_id }) => group_id),
    organization: named('organizations', ({ organization_id }) => organization_id),
    brand: named('brands', ({ brand_id }) => brand_id),
    form: exact(({ ticket_form_id }) => ticket_form_id),
    external_id: exact(({ external_id }) => external_id),
    via: exact(({ via }) => via.channel),
  }
  const user: Record<string, Property<Searched['user']>> = {
    ...dates,
    id: exact(({ id }) => id),
    name: words(({ name }) => name),
    email: exact(({ email }) => email),
    role: exact(({ role }) => role),
    tags: exact(({ tags }) => tags),
    organization: named('organizations', ({ organization_id }) => organization_id),
    group: (row, ask) =>
      store
        .table('group_memberships')
        .list()
        .some(([, one]) => one.user_id === row.id && named<null>('groups', () => one.group_id)(null, ask)),
    external_id: exact(({ external_id }) => external_id),
    phone: words(({ phone }) => phone),
    notes: words(({ notes }) => notes),
    details: words(({ details }) => details),
    is_suspended: exact(({ suspended }) => suspended),
    is_verified: exact(({ verified }) => verified),
  }
  const organization: Record<string, Property<Searched['organization']>> = {
    ...dates,
    id: exact(({ id }) => id),
    name: words(({ name }) => name),
    tags: exact(({ tags }) => tags),
    external_id: exact(({ external_id }) => external_id),
    domain_names: exact(({ domain_names }) => domain_names),
    notes: words(({ notes }) => notes),
    details: words(({ details }) => details),
  }
  const group: Record<string, Property<Searched['group']>> = {
    ...dates,
    id: exact(({ id }) => id),
    name: words(({ name }) => name),
  }

  return {
    ticket: {
      texts: ({ subject, description, tags }) => [subject, description, ...tags],
      property: (name) => own(ticket, name) ?? ticketField(name),
      isThere: (row) => (row as { status: string }).status !== 'deleted',
    },
    user: {
      texts: ({ name, email, phone, notes, details, external_id }) => [
        name,
        email,
        phone,
        notes,
        details,
        external_id,
      ],
      property: (name) =>
        own(user, name) ?? fieldOf(world, 'users', name, (row: Searched['user']) => row.user_fields),
      isThere: ({ active }) => active,
    },
    organization: {
      texts: ({ name, notes, details, domain_names }) => [name, notes, details, ...domain_names],
      property: (name) =>
        own(organization, name) ??
        fieldOf(world, 'organizations', name, (row: Searched['organization']) => row.organization_fields),
      isThere: () => true,
    },
    group: {
      texts: ({ name, description }) => [name, description],
      property: (name) => own(group, name),
      isThere: ({ deleted }) => !deleted,
    },
  }
}

const own = <Row>(properties: Record<string, Property<Row>>, name: string): Property<Row> | undefined =>
  Object.hasOwn(properties, name) ? properties[name] : undefined

const nameHas = (name: string | undefined, wanted: string): boolean =>
  name !== undefined && name.toLowerCase().split(/\s+/).includes(wanted.toLowerCase())

interface WithFields {
  custom_fields?: Array<{ id: number; value: unknown }>
}

/** `custom_field_123` of a ticket: its value, or one of its values. */
function ticketField(name: string): Property<Searched['ticket']> | undefined {
  const [, id] = /^custom_field_(\d{1,15})$/.exec(name) ?? []
  if (id === undefined) return undefined
  return exact((row) => {
    const { custom_fields = [] } = row as WithFields
    return valuesOf(custom_fields.find((field) => field.id === Number(id))?.value)
  })
}

function fieldOf<Row>(
  world: World,
  owner: string,
  name: string,
  read: (row: Row) => Record<string, unknown>,
): Property<Row> | undefined {
  const field = fieldsOf(world, owner).find(({ key }) => key.toLowerCase() === name)
  return field && exact((row) => valuesOf(read(row)[field.key]))
}

type Plain = string | number | boolean | null
const valuesOf = (value: unknown): Plain | Plain[] => (value ?? null) as Plain | Plain[]

import type { Static } from 'typebox'
import { organizations as wire } from '../../../zis/wire/organizations'
import type { Detail } from '../../../zis/wire/problems'
import { allValues, fieldsOf } from '../../account/changes-of'
import { faultsOfValues } from '../../account/field-values'
import { leaveOrganization } from '../../account/memberships'
import { organizationEvents } from '../../account/organization-events'
import { saveUser } from '../../account/save-user'
import { apiUrl } from '../../account/api-url'
import type { TicketSaver } from '../../account/tickets'
import { followTickets } from '../../account/tickets/follow-tickets'
import type { Bus } from '../../events/bus'
import { keyOf } from '../../store/keys'
import type { Tables } from '../../store/tables'
import { stamp, type World } from '../../world'
import { on, Reply, type RouteHandler } from '../service'
import { partsOf } from './find'
import { findRow } from './find-row'
import { listPage } from './list-page'
import { refuseInvalid, taken } from './refusals'
import { byOf } from './tickets'
import { presentUser, uniqueTags } from './user-input'

type Organization = Tables['organizations']
type Input = Static<(typeof wire)['updateOrganization']['body']>['organization']

/** Organizations; ZIS hears of their creation, tags, fields and external ids (zis-events 4). */
export function organizationRoutes(world: World, bus: Bus, saver: TicketSaver): RouteHandler[] {
  const { store } = world
  const table = store.table('organizations')
  const all = () => table.list().map(([, row]) => row)

  function answer(organizations: Organization[], request: Request) {
    const { rows, page } = listPage(organizations, request)
    return { organizations: rows.map((row) => presentOrganization(world, row)), ...page }
  }
  async function kept(organization: Organization) {
    await store.durable()
    return { organization: presentOrganization(world, organization) }
  }

  function faultsOf(input: Input, own?: Organization): Record<string, Detail> {
    const faults: Record<string, Detail> = {}
    const others = all().filter(({ id }) => id !== own?.id)
    const isTaken = (name: 'name' | 'external_id', wanted: string) =>
      others.some((other) => other[name]?.toLowerCase() === wanted.toLowerCase())
    if (input.name !== undefined && isTaken('name', input.name)) faults['name'] = taken('Name', input.name)
    if (input.external_id && isTaken('external_id', input.external_id)) {
      faults['external_id'] = taken('External', input.external_id)
    }
    if (input.group_id && !store.table('groups').has(keyOf(input.group_id))) {
      faults['group_id'] = `Group: ${input.group_id} is not a group`
    }
    const fields = fieldsOf(world, 'organizations')
    return { ...faults, ...faultsOfValues(fields, input.organization_fields ?? {}, 'organization_fields') }
  }

  function create(input: Input & { name: string }): Organization {
    refuseInvalid(faultsOf(input))
    const id = store.nextNumber('organizations', 5101)
    const now = stamp(world)
    const url = apiUrl(`organizations/${id}`)
    const blank = { ...blankOrganization, id, url, name: input.name, created_at: now, updated_at: now }
    return saveOrganization(world, bus, undefined, withInput(blank, input))
  }
  function update(before: Organization, input: Input): Organization {
    refuseInvalid(faultsOf(input, before))
    return saveOrganization(world, bus, before, withInput(before, input))
  }

  return [
    on(wire.listOrganizations, ({ request }) => answer(all(), request)),

    on(wire.searchOrganizations, ({ query: { name, external_id }, request }) => {
      const wanted = name?.toLowerCase()
      return answer(
        all().filter((row) =>
          external_id === undefined
            ? row.name.toLowerCase() === wanted
            : row.external_id?.toLowerCase() === external_id.toLowerCase(),
        ),
        request,
      )
    }),

    on(wire.autocompleteOrganizations, ({ query: { name }, request }) => {
      const wanted = name.toLowerCase()
      return answer(
        all().filter((row) => row.name.toLowerCase().startsWith(wanted)),
        request,
      )
    }),

    on(wire.showManyOrganizations, ({ query: { ids, external_ids }, request }) => {
      const wanted = new Set(partsOf(ids ?? external_ids).slice(0, 100))
      return answer(
        all().filter(({ id, external_id }) =>
          wanted.has((ids === undefined ? external_id : String(id)) ?? ''),
        ),
        request,
      )
    }),

    on(wire.createOrganization, ({ body: { organization: input } }) => kept(create(input))),

    on(wire.createOrUpdateOrganization, async ({ body: { organization: input } }) => {
      const { id, external_id, name } = input
      const known =
        all().find((row) => row.id === id) ??
        all().find((row) => external_id && row.external_id?.toLowerCase() === external_id.toLowerCase()) ??
        all().find((row) => row.name.toLowerCase() === name.toLowerCase())
      return known ? new Reply(200, await kept(update(known, input))) : kept(create(input))
    }),

    on(wire.showOrganization, ({ params: { id } }) => ({
      organization: presentOrganization(world, findRow(table, id)),
    })),

    on(wire.updateOrganization, ({ params: { id }, body: { organization: input } }) =>
      kept(update(findRow(table, id), input)),
    ),

    on(wire.deleteOrganization, async ({ params: { id }, caller }) => {
      const organization = findRow(table, id)
      removeMembers(world, bus, organization.id)
      followTickets(world, saver, byOf(caller), (ticket) =>
        ticket.organization_id === organization.id ? { ...ticket, organization_id: null } : undefined,
      )
      table.delete(keyOf(organization.id))
      world.changes.tell('organizations', String(organization.id))
      await store.durable()
      return undefined
    }),

    on(wire.listUsersOfOrganization, ({ params: { id }, request }) => {
      const { id: organizationId } = findRow(table, id)
      const members = new Set(
        store
          .table('organization_memberships')
          .list()
          .flatMap(([, row]) => (row.organization_id === organizationId ? row.user_id : [])),
      )
      const users = store
        .table('users')
        .list()
        .flatMap(([, user]) => (user.active && members.has(user.id) ? user : []))
      const { rows, page } = listPage(users, request)
      return { users: rows.map((user) => presentUser(world, user)), ...page }
    }),
  ]
}

/** Keeps an organization and the events of the change in one turn. */
export function saveOrganization(
  world: World,
  bus: Bus,
  before: Organization | undefined,
  after: Organization,
): Organization {
  const kept = before ? { ...after, updated_at: stamp(world) } : after
  world.store.table('organizations').put(keyOf(kept.id), kept)
  bus.publish(organizationEvents(world, before, kept))
  world.changes.tell('organizations', String(kept.id))
  return kept
}

const presentOrganization = (world: World, organization: Organization): Organization => ({
  ...organization,
  organization_fields: allValues(fieldsOf(world, 'organizations'), organization.organization_fields),
})

const blankOrganization = {
  shared_tickets: false,
  shared_comments: false,
  external_id: null,
  domain_names: [],
  details: null,
  notes: null,
  group_id: null,
  tags: [],
  organization_fields: {},
}

const plain = [
  'name',
  'shared_tickets',
  'shared_comments',
  'external_id',
  'details',
  'notes',
  'group_id',
] as const satisfies Array<keyof Input>

function withInput(organization: Organization, input: Input): Organization {
  const set = Object.fromEntries(
    plain.flatMap((name) => (input[name] === undefined ? [] : [[name, input[name]]])),
  ) as Partial<Organization>
  return {
    ...organization,
    ...set,
    ...(input.domain_names && {
      domain_names: [...new Set(input.domain_names.map((one) => one.toLowerCase()))],
    }),
    ...(input.tags && { tags: uniqueTags(input.tags) }),
    ...(input.organization_fields && {
      organization_fields: { ...organization.organization_fields, ...input.organization_fields },
    }),
  }
}

/** Takes everybody out of an organization that ends. */
function removeMembers(world: World, bus: Bus, organizationId: number): void {
  const { store } = world
  for (const [, row] of store.table('organization_memberships').list()) {
    if (row.organization_id !== organizationId) continue
    const user = store.table('users').get(keyOf(row.user_id))
    if (!user) continue
    const moved = leaveOrganization(world, user, row)
    saveUser(world, bus, user, moved.user, moved.changes)
  }
}

import { keyOf } from '../store/keys'
import { stamp, type World } from '../world'
import { blankUser } from './blank-user'
import { addIdentity, withIdentities } from './identities'
import { joinGroup, joinOrganization } from './memberships'
import { apiUrl } from './api-url'

/** The first one owns the account. */
export const people = [
  { id: 9001, name: 'Ada Admin', email: 'admin@example.com', role: 'admin' },
  { id: 9002, name: 'Arlo Agent', email: 'agent@example.com', role: 'agent' },
  { id: 9101, name: 'Emil End-User', email: 'emil@example.org', role: 'end-user' },
  { id: 9102, name: 'Eva End-User', email: 'eva@example.org', role: 'end-user' },
] as const

/** It has no domain names: nobody comes into it by an address alone. */
const organization = {
  id: 5001,
  name: 'Example Ltd',
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

/** The group in which the staff is from the start. */
const firstGroup = 8001

/** Makes the people of the account. What it has from its start, nobody has changed: no events. */
export function seedPeople(world: World): void {
  const { store } = world
  const now = stamp(world)
  store.table('organizations').put(keyOf(organization.id), {
    ...organization,
    url: apiUrl(`organizations/${organization.id}`),
    created_at: now,
    updated_at: now,
  })
  for (const person of people) {
    addIdentity(world, person.id, { type: 'email', value: person.email, verified: true })
    const user = withIdentities(world, blankUser(person, now))
    const { user: member } =
      person.role === 'end-user'
        ? joinOrganization(world, user, organization.id)
        : joinGroup(world, user, firstGroup)
    store.table('users').put(keyOf(person.id), member)
  }
}

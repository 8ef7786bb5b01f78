import type { Static } from 'typebox'
import type { Detail } from '../../../zis/wire/problems'
import type { users as wire } from '../../../zis/wire/users'
import { allValues, fieldsOf } from '../../account/changes-of'
import { faultsOfValues } from '../../account/field-values'
import { findIdentity } from '../../account/identities'
import { findUserByEmail } from '../../account/make-user'
import { ianaTimeZone } from '../../account/time-zones'
import { keyOf } from '../../store/keys'
import type { World } from '../../world'
import type { User } from '../service'
import { taken } from './refusals'

export type UserInput = Static<(typeof wire)['updateUser']['body']>['user']

/** What a caller sets as it is. */
const plain = [
  'name',
  'custom_role_id',
  'locale',
  'suspended',
  'moderator',
  'only_private_comments',
  'ticket_restriction',
  'phone',
  'alias',
  'details',
  'notes',
  'signature',
  'external_id',
] as const satisfies Array<keyof UserInput & keyof User>

/** A user as answered: with the fields that have no value, too. */
export const presentUser = (world: World, user: User): User => ({
  ...user,
  user_fields: allValues(fieldsOf(world, 'users'), user.user_fields),
})

/** Why a user cannot be so; empty when all is well. */
export function faultsOfInput(world: World, input: UserInput, user?: User): Record<string, Detail> {
  const { store } = world
  const faults: Record<string, Detail> = {}
  const isOther = (id: number) => id !== user?.id
  if (input.email) {
    const holder = findIdentity(world, 'email', input.email)
    if (holder && isOther(holder.user_id)) faults['email'] = taken('Email', input.email)
  }
  if (input.external_id) {
    const wanted = input.external_id.toLowerCase()
    const holder = store
      .table('users')
      .list()
      .find(([, row]) => row.active && row.external_id?.toLowerCase() === wanted)
    if (holder && isOther(holder[1].id)) faults['external_id'] = taken('External', input.external_id)
  }
  if (input.organization_id && !store.table('organizations').has(keyOf(input.organization_id))) {
    faults['organization_id'] = `Organization: ${input.organization_id} is not an organization`
  }
  const role = input.role ?? user?.role ?? 'end-user'
  if (input.default_group_id && role === 'end-user') {
    faults['default_group_id'] = 'Default group: an end user is in no group'
  } else if (input.default_group_id && !store.table('groups').has(keyOf(input.default_group_id))) {
    faults['default_group_id'] = `Default group: ${input.default_group_id} is not a group`
  }
  if (input.time_zone !== undefined && ianaTimeZone(input.time_zone) === undefined) {
    faults['time_zone'] = `Time zone: ${input.time_zone} is not a time zone`
  }
  if (input.remote_photo_url && !URL.canParse(input.remote_photo_url)) {
    faults['remote_photo_url'] = 'Photo: must be an address'
  }
  return { ...faults, ...faultsOfValues(fieldsOf(world, 'users'), input.user_fields ?? {}, 'user_fields') }
}

/** The user with what a caller set; identities and memberships are the affair of the service. */
export function withInput(world: World, user: User, input: UserInput): User {
  const set = Object.fromEntries(
    plain.flatMap((name) => (input[name] === undefined ? [] : [[name, input[name]]])),
  ) as Partial<User>
  const role = input.role ?? user.role
  const zone = input.time_zone
  return {
    ...user,
    ...set,
    role,
    role_type: role === 'admin' ? 4 : role === 'agent' ? 0 : null,
    ...(input.role !== undefined && {
      restricted_agent: role === 'end-user',
      report_csv: role === 'admin',
      ticket_restriction: input.ticket_restriction ?? (role === 'end-user' ? 'requested' : null),
    }),
    ...(zone !== undefined && { time_zone: zone, iana_time_zone: ianaTimeZone(zone) ?? user.iana_time_zone }),
    ...(input.tags && { tags: uniqueTags(input.tags) }),
    ...(input.user_fields && { user_fields: { ...user.user_fields, ...input.user_fields } }),
    ...(input.remote_photo_url !== undefined && { photo: photoOf(world, input.remote_photo_url) }),
  }
}

/** Tags as Zendesk keeps them: small letters, no blanks, each once, in order. */
export const uniqueTags = (tags: string[]): string[] =>
  [...new Set(tags.flatMap((tag) => tag.toLowerCase().split(/\s+/)).filter((tag) => tag !== ''))].sort()

/** The picture behind an address is not fetched: only its place is kept. */
function photoOf({ store }: World, address: string | null): User['photo'] {
  if (address === null) return null
  const { pathname } = new URL(address)
  const file_name = pathname.slice(pathname.lastIndexOf('/') + 1) || 'photo'
  const id = store.nextNumber('photos', 610_001)
  return { id, file_name, content_url: address, content_type: 'image/png', size: 0, inline: false }
}

/** The user whom an upsert is about: by external_id, then by email. */
export function findUpserted(world: World, { external_id, email }: UserInput): User | undefined {
  const wanted = external_id?.toLowerCase()
  const known =
    wanted === undefined
      ? undefined
      : world.store
          .table('users')
          .list()
          .find(([, row]) => row.active && row.external_id?.toLowerCase() === wanted)?.[1]
  return known ?? (email ? findUserByEmail(world, email) : undefined)
}

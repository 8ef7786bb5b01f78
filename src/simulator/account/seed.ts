import { keyOf } from '../store/keys'
import type { Tables } from '../store/tables'
import { hashOf } from '../vault'
import { stamp, type World } from '../world'
import { apiUrl, localAccount } from './api-url'
import { people, seedPeople } from './seed-people'
import { seedStructure } from './seed-structure'

export { localAccount } from './api-url'

/** The admin's API token for curl and specs. It opens nothing but this simulator, on this machine. */
export const localApiToken = 'local-token'

/** The password of all local users, for as long as passwords open the API at all (zis-api 1.2). */
export const localPassword = 'local-password'

const letters = [
  { subject: 'My parcel has not arrived', from: 9101, priority: 'high', text: 'It was due on Monday.' },
  { subject: 'How do I change my address?', from: 9102, priority: 'normal', text: 'I have moved.' },
  {
    subject: 'The invoice shows a wrong amount',
    from: 9101,
    priority: null,
    text: 'It says 20 instead of 10.',
  },
] as const

/** Makes the account in an empty store. */
export async function seedAccount(world: World): Promise<void> {
  const { store } = world
  const tokenKey = await hashOf(localApiToken)
  const now = stamp(world)
  store.table('account').put('account', { ...localAccount, made_at: now })
  seedStructure(world, now)
  seedPeople(world)
  store.table('api_tokens').put(tokenKey, { user_id: people[0].id })
  for (const letter of letters) {
    const id = store.nextNumber('tickets')
    const ticket = makeTicket(id, letter.from, now)
    store.table('tickets').put(keyOf(id), {
      ...ticket,
      subject: letter.subject,
      description: letter.text,
      priority: letter.priority,
    })
    const commentId = store.nextNumber('comments', 500_001)
    store.table('comments').put(keyOf(id, commentId), {
      id: commentId,
      type: 'Comment',
      author_id: letter.from,
      body: letter.text,
      public: true,
      created_at: now,
    })
  }
  await store.durable()
}

/** A ticket as it is before anything was set. */
export function makeTicket(id: number, requester: number, now: string): Tables['tickets'] {
  return {
    id,
    url: apiUrl(`tickets/${id}`),
    subject: '',
    description: '',
    status: 'new',
    priority: null,
    type: null,
    requester_id: requester,
    submitter_id: requester,
    assignee_id: null,
    organization_id: null,
    group_id: 8001,
    brand_id: 7001,
    ticket_form_id: 6001,
    external_id: null,
    tags: [],
    via: { channel: 'web' },
    created_at: now,
    updated_at: now,
  }
}

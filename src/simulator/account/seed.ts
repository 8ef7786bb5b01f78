import { keyOf } from '../store/keys'
import { hashOf } from '../vault'
import { stamp, type World } from '../world'
import { localAccount } from './api-url'
import { people, seedPeople } from './seed-people'
import { seedStructure } from './seed-structure'
import { writeAudit } from './tickets/audits'
import { makeComment } from './tickets/comments'
import { makeTicket, putTicket } from './tickets/ticket-row'

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
    const commentId = store.nextNumber('comments', 500_001)
    const author = store.table('users').get(keyOf(letter.from))!
    const after = {
      ...makeTicket(id, letter.from, now),
      organization_id: author.organization_id,
      subject: letter.subject,
      description: letter.text,
      priority: letter.priority,
    }
    putTicket(world, undefined, after)
    const auditId = store.nextNumber('audits', 600_001)
    const row = makeComment({ id: commentId, author, body: letter.text, auditId, now, channel: 'web' })
    store.table('comments').put(keyOf(id, commentId), row)
    const comment = { row, author, attachments: [] }
    writeAudit(world, { before: undefined, after, comment }, { id: auditId, author, channel: 'web' })
  }
  await store.durable()
}

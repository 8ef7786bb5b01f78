import { ticketParts as wire } from '../../../zis/wire/ticket-parts'
import { ZisProblem } from '../../../zis/wire/problems'
import type { TicketSaver } from '../../account/tickets'
import type { NewAuditEvent } from '../../account/tickets/audits'
import { blackedOut, bodiesOf } from '../../account/tickets/comments'
import { refuse } from '../../account/tickets/refuse'
import { attachmentChange, commentChange } from '../../account/tickets/ticket-events'
import type { NativeChange } from '../../account/native-events'
import { below, keyOf } from '../../store/keys'
import type { Tables } from '../../store/tables'
import { stamp, type World } from '../../world'
import { on, type Caller, type RouteHandler } from '../service'
import { findRow } from './find-row'
import { byOf } from './tickets'

type Comment = Tables['comments']

/** What takes something out of a comment for good: privacy, blacked out words, files without content. */
export function redactionRoutes(world: World, saver: TicketSaver): RouteHandler[] {
  const { store } = world
  const comments = store.table('comments')

  function find(ticketId: string, commentId: string) {
    const ticket = findRow(store.table('tickets'), ticketId)
    const comment = /^\d{1,15}$/.test(commentId)
      ? comments.get(keyOf(ticket.id, Number(commentId)))
      : undefined
    if (!comment) throw new ZisProblem('RecordNotFound')
    if (ticket.status === 'closed') refuse('status', 'Status: closed prevents ticket update')
    const author = store.table('users').get(keyOf(comment.author_id))
    if (!author) throw new Error(`Comment ${comment.id} has an author who is not there.`)
    return { ticket, comment, author }
  }

  /** Keeps the comment as it is now; the first one is the ticket's description, too. */
  async function keep(
    { ticket: before }: ReturnType<typeof find>,
    comment: Comment,
    change: NativeChange,
    audit: NewAuditEvent,
    caller: Caller,
  ) {
    const isFirst = comments.list({ prefix: below(before.id), limit: 1 })[0]?.[1].id === comment.id
    comments.put(keyOf(before.id, comment.id), comment)
    const description = isFirst ? comment.body : before.description
    const after = { ...before, description, updated_at: stamp(world) }
    saver.keep({ before, after, more: [change] }, byOf(caller), [audit])
    await store.durable()
  }

  return [
    on(wire.makeCommentPrivate, async ({ params: { id, comment_id }, caller }) => {
      const found = find(id, comment_id)
      const comment = { ...found.comment, public: false }
      if (found.comment.public) {
        const audit = { type: 'CommentPrivacyChange', comment_id: comment.id, public: false }
        await keep(
          found,
          comment,
          commentChange('ticket.CommentMadePrivate', comment, found.author),
          audit,
          caller,
        )
      }
      return undefined
    }),

    on(wire.redactComment, async ({ params: { id, comment_id }, body: { text }, caller }) => {
      const found = find(id, comment_id)
      if (!found.comment.body.includes(text)) refuse('text', 'Text: is not in the comment')
      const comment = { ...found.comment, ...bodiesOf(blackedOut(found.comment.body, text)) }
      const audit = { type: 'CommentRedactionEvent', comment_id: comment.id }
      await keep(
        found,
        comment,
        commentChange('ticket.CommentRedacted', comment, found.author),
        audit,
        caller,
      )
      return { comment }
    }),

    on(wire.redactAttachment, async ({ params: { id, comment_id, attachment_id }, caller }) => {
      const found = find(id, comment_id)
      const shown = found.comment.attachments.find((file) => String(file.id) === attachment_id)
      if (!shown) throw new ZisProblem('RecordNotFound')
      const redacted = {
        ...shown,
        file_name: 'redacted.txt',
        content_type: 'text/plain',
        size: 0,
        deleted: true,
      }
      store.table('attachments').put(keyOf(shown.id), { shown: redacted, content: null })
      const attachments = found.comment.attachments.map((file) => (file.id === shown.id ? redacted : file))
      const comment = { ...found.comment, attachments }
      const file = { shown: redacted, content: null }
      const change = attachmentChange('ticket.AttachmentRedactedFromComment', comment, file)
      const audit = { type: 'AttachmentRedactionEvent', comment_id: comment.id, attachment_id: shown.id }
      await keep(found, comment, change, audit, caller)
      return { attachment: redacted }
    }),
  ]
}

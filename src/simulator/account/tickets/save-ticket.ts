import type { Static } from 'typebox'
import { ZisProblem } from '../../../zis/wire/problems'
import type { Audit, Ticket } from '../../../zis/wire/ticket-shapes'
import type { Bus } from '../../events/bus'
import { createNewcomers } from '../make-user'
import { keyOf } from '../../store/keys'
import type { Tables } from '../../store/tables'
import { hashOf } from '../../vault'
import { stamp, type World } from '../../world'
import { writeAudit, type NewAuditEvent } from './audits'
import { changeTicket, type TicketInput } from './change-ticket'
import { makeComment, textOfHtml } from './comments'
import { isSameValue } from './field-values'
import { refuse } from './refuse'
import { ticketEvents, type TicketSave } from './ticket-events'
import { makeTicket, presentTicket, putTicket, type TicketRow } from './ticket-row'

/** Who makes a change, and by what: the page or a program. */
export interface By {
  author: Tables['users']
  channel: string
}

export interface SavedTicket {
  ticket: Static<typeof Ticket>
  audit: Static<typeof Audit>
}

export interface TicketSaver {
  /** @throws {ZisProblem} RecordInvalid */
  create(input: TicketInput, by: By): Promise<SavedTicket>
  /** @throws {ZisProblem} RecordNotFound, RecordInvalid, or UpdateConflict for an outdated safe update */
  update(id: number, input: TicketInput, by: By, more?: More): Promise<SavedTicket>
  /** Keeps a ticket, its audit and its events in one turn: all are on disk, or none is. */
  keep(save: TicketSave, by: By, more?: NewAuditEvent[], auditId?: number): SavedTicket
}

interface More extends Pick<TicketSave, 'more' | 'did'> {
  /** What only Zendesk itself can set. */
  set?: Partial<TicketRow>
}

/** Makes and changes tickets: one save is one audit and one sequence of events. */
export function createTicketSaver(world: World, bus: Bus): TicketSaver {
  const { store, changes } = world

  function keep(save: TicketSave, by: By, more: NewAuditEvent[] = [], auditId?: number): SavedTicket {
    const id = auditId ?? store.nextNumber('audits', 600_001)
    putTicket(world, save.before, save.after)
    if (save.comment) store.table('comments').put(keyOf(save.after.id, save.comment.row.id), save.comment.row)
    const audit = writeAudit(world, save, { id, ...by, more })
    bus.publish(ticketEvents(world, save), by.author.id)
    changes.tell('tickets', String(save.after.id))
    return { ticket: presentTicket(world, save.after), audit }
  }

  function commentOf(input: TicketInput['comment'], uploads: string[], by: By, auditId: number) {
    if (!input) return undefined
    const { html_body: html, body = html === undefined ? undefined : textOfHtml(html), author_id } = input
    if (body === undefined) return refuse('comment', 'Comment: Body: cannot be blank')
    const author =
      author_id === undefined
        ? by.author
        : (store.table('users').get(keyOf(author_id)) ??
          refuse('author_id', `Author: ${author_id} is not a user`))
    const attachments = takeUploads(uploads)
    const row = makeComment({
      id: store.nextNumber('comments', 500_001),
      author,
      body,
      ...(html !== undefined && { html }),
      isPublic: input.public ?? true,
      attachments: attachments.map(({ shown }) => shown),
      auditId,
      now: stamp(world),
      channel: by.channel,
    })
    return { row, author, attachments }
  }

  /** The files behind upload tokens, which open nothing after that. */
  function takeUploads(keys: string[]): Array<Tables['attachments']> {
    const uploads = keys.map((key) => {
      const upload = store.table('uploads').get(key)
      return upload && Date.parse(upload.expires_at) > world.clock.now()
        ? upload
        : refuse('uploads', 'Attachment: the upload token is unknown or has expired')
    })
    for (const key of keys) store.table('uploads').delete(key)
    const ids = uploads.flatMap(({ attachment_ids }) => attachment_ids)
    return ids.flatMap((id) => store.table('attachments').get(keyOf(id)) ?? [])
  }

  /** Looked up before anything is written: what is written has to be one turn. */
  const uploadKeys = (input: TicketInput): Promise<string[]> =>
    Promise.all([input.comment?.uploads ?? []].flat().map(hashOf))

  return {
    keep,

    async create(input, by) {
      const uploads = await uploadKeys(input)
      const comment =
        input.comment ?? (input.description !== undefined ? { body: input.description } : undefined)
      if (!comment) refuse('base', 'Description: cannot be blank')
      const now = stamp(world)
      const draft = makeTicket(0, by.author.id, now, by.channel)
      const newcomers = createNewcomers(world, bus)
      const changed = changeTicket(world, newcomers, draft, input)
      const auditId = store.nextNumber('audits', 600_001)
      const submitter = submitterOf(input.submitter_id) ?? by.author
      const said = commentOf(comment, uploads, { ...by, author: submitter }, auditId)!
      const id = store.nextNumber('tickets')
      const after: TicketRow = {
        ...changed,
        id,
        url: makeTicket(id, changed.requester_id, now).url,
        subject: input.subject ?? said.row.body.slice(0, 150),
        description: said.row.body,
        submitter_id: submitter.id,
        is_public: said.row.public,
      }
      newcomers.make()
      const saved = keep({ before: undefined, after, comment: said }, by, [], auditId)
      await store.durable()
      return saved
    },

    async update(id, input, by, { set = {}, ...more } = {}) {
      const uploads = await uploadKeys(input)
      const before = store.table('tickets').get(keyOf(id))
      if (!before) throw new ZisProblem('RecordNotFound')
      refuseOutdated(before, input)
      if (before.status === 'closed') refuse('status', 'Status: closed prevents ticket update')
      const auditId = store.nextNumber('audits', 600_001)
      const newcomers = createNewcomers(world, bus)
      const changed = { ...changeTicket(world, newcomers, before, input), ...set }
      const comment = commentOf(input.comment, uploads, by, auditId)
      const isPublic = changed.is_public || comment?.row.public === true
      const isChanged = comment !== undefined || !isSameValue(before, changed)
      const after = { ...changed, is_public: isPublic, ...(isChanged && { updated_at: stamp(world) }) }
      newcomers.make()
      const saved = keep({ before, after, ...(comment && { comment }), ...more }, by, [], auditId)
      await store.durable()
      return saved
    },
  }

  function submitterOf(id: number | undefined): Tables['users'] | undefined {
    if (id === undefined) return undefined
    return store.table('users').get(keyOf(id)) ?? refuse('submitter_id', `Submitter: ${id} is not a user`)
  }
}

/** @throws {ZisProblem} UpdateConflict when the ticket was changed after the caller read it */
export function refuseOutdated(
  before: TicketRow,
  { safe_update, updated_stamp }: { safe_update?: boolean | string; updated_stamp?: string },
): void {
  if (safe_update !== true && safe_update !== 'true') return
  const seen = Date.parse(updated_stamp ?? '')
  if (Number.isNaN(seen))
    refuse('updated_stamp', 'Updated stamp: a safe update needs the updated_at that was read')
  if (seen < Date.parse(before.updated_at)) throw new ZisProblem('UpdateConflict')
}

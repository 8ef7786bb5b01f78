import { ticketParts as wire } from '../../../zis/wire/ticket-parts'
import { ZisProblem } from '../../../zis/wire/problems'
import { accountUrl, apiUrl } from '../../account/api-url'
import { fromBase64, toBase64 } from '../../encoding'
import { readUpTo } from '../../read-up-to'
import { keyOf } from '../../store/keys'
import { hashOf } from '../../vault'
import { stamp, type World } from '../../world'
import { on, type RouteHandler } from '../service'
import { findRow } from './find-row'

/** Bytes of one file. Zendesk takes 50 MB; here files are small and kept in the store. */
const largestFile = 1024 * 1024
/** How long an upload waits for its comment (ms): 60 minutes, as Zendesk says. */
const waitsFor = 60 * 60 * 1000

/** Files for comments: handed in first, then named by their token in a comment. */
export function uploadRoutes(world: World): RouteHandler[] {
  const { store, clock, ids } = world
  const uploads = store.table('uploads')
  const attachments = store.table('attachments')
  const doors = store.table('attachment_doors')

  return [
    on(wire.upload, async ({ query: { filename, token: earlier }, request }) => {
      const bytes = await readUpTo(request.body, largestFile)
      if (!bytes) throw new ZisProblem('BodyTooLarge', { limit: largestFile })
      const token = earlier ?? ids.token(18)
      const key = await hashOf(token)
      const before = uploads.get(key)
      if (earlier !== undefined && !before) throw new ZisProblem('RecordNotFound')

      const id = store.nextNumber('attachments', 400_001)
      const door = ids.token(18)
      const content_url = `${accountUrl}/attachments/token/${door}/?name=${encodeURIComponent(filename)}`
      const shown = {
        id,
        url: apiUrl(`attachments/${id}`),
        file_name: filename,
        content_url,
        mapped_content_url: content_url,
        content_type: request.headers.get('content-type') ?? 'application/octet-stream',
        size: bytes.length,
        width: null,
        height: null,
        inline: false,
        deleted: false,
        malware_access_override: false,
        malware_scan_result: 'not_scanned',
        thumbnails: [],
      }
      attachments.put(keyOf(id), { shown, content: toBase64(bytes) })
      doors.put(door, { id })
      const attachment_ids = [...(before?.attachment_ids ?? []), id]
      const expires_at = stamp(world, clock.now() + waitsFor)
      uploads.put(key, { attachment_ids, expires_at })
      await store.durable()
      const all = attachment_ids.flatMap((one) => attachments.get(keyOf(one))?.shown ?? [])
      return { upload: { token, expires_at, attachment: shown, attachments: all } }
    }),

    on(wire.deleteUpload, async ({ params: { token } }) => {
      const key = await hashOf(token)
      const upload = uploads.get(key)
      if (!upload) throw new ZisProblem('RecordNotFound')
      for (const id of upload.attachment_ids) attachments.delete(keyOf(id))
      uploads.delete(key)
      await store.durable()
      return undefined
    }),

    on(wire.showAttachment, ({ params: { id } }) => ({ attachment: findRow(attachments, id).shown })),

    on(wire.readAttachment, ({ params: { token } }) => {
      const door = doors.get(token)
      const file = door && attachments.get(keyOf(door.id))
      if (!file || file.content === null) throw new ZisProblem('RecordNotFound')
      // Whatever somebody handed in must never run as a page of the simulator.
      return new Response(fromBase64(file.content), {
        headers: {
          'content-type': 'application/octet-stream',
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.shown.file_name)}`,
          'x-content-type-options': 'nosniff',
          'cache-control': 'no-store',
        },
      })
    }),
  ]
}

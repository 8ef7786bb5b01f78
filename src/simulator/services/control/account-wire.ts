import Type, { type Static } from 'typebox'
import type { Activity } from '../../../zis/wire/activities'
import type { LegacyRecord } from '../../../zis/wire/legacy-objects'
import type { Invocation } from '../../../zis/wire/zendesk-webhooks'
import type { OutboundRow } from '../../store/tables'
import { control, of } from './endpoint'

/** Something that a webhook of the account sent, or is to send. */
export interface InvocationLine extends Static<typeof Invocation> {
  /** The trigger or the event type that it was for. */
  why: string
  /** Why it failed; null for what did not. */
  problem: string | null
}
export interface InvocationView {
  invocation: InvocationLine
  /** What was rendered for it, secrets masked. */
  body: string
  /** What went out and came back; null until then. */
  request: OutboundRow | null
}

/** An activity, and whose it is; its number grows with time. */
export interface ActivityLine {
  id: string
  activity: Static<typeof Activity>
  user: { id: number; name: string }
}

/** Parts of the account that its API shows less of, or only by pieces. */
export const accountWire = {
  listInvocationLines: control('GET /_sim/webhooks/:id/invocations', {
    summary: 'What a webhook of the account has sent, newest first, with what it was for and why it failed',
    query: Type.Object({
      limit: Type.Optional(Type.String({ description: '1 to 500, default 50' })),
      after: Type.Optional(Type.String({ description: 'id of the last row of the page before' })),
      ids: Type.Optional(Type.String({ description: 'only these, parted by commas' })),
    }),
    answer: of<{ invocations: InvocationLine[]; has_more: boolean }>(),
  }),
  showInvocationView: control('GET /_sim/webhooks/:id/invocations/:invocation_id', {
    summary: 'One invocation with its body, the request and the answer, secrets masked',
    answer: of<InvocationView>(),
  }),
  listActivityLines: control('GET /_sim/activities', {
    summary: 'Activities of all users, or of one, newest first',
    query: Type.Object({
      limit: Type.Optional(Type.String({ description: '1 to 500, default 50' })),
      after: Type.Optional(Type.String({ description: 'id of the last row of the page before' })),
      user_id: Type.Optional(Type.String()),
    }),
    answer: of<{ activities: ActivityLine[]; has_more: boolean }>(),
  }),
  listLegacyRecordLines: control('GET /_sim/legacy-records', {
    summary: 'Records of legacy custom objects of every type, or of one, those changed last first',
    query: Type.Object({
      limit: Type.Optional(Type.String({ description: '1 to 500, default 50' })),
      type: Type.Optional(Type.String()),
    }),
    answer: of<{ records: Array<Static<typeof LegacyRecord>>; types: string[]; has_more: boolean }>(),
  }),
}

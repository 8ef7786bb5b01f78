import Type from 'typebox'
import type { Difference } from '../../engine/replay'
import type { RunRow, EventRow, OutboundRow, LogRow, UnansweredRow } from '../../store/tables'
import type { ExpandedStep, RunOutcome } from '../../../zis/history'
import type { Finding } from '../../../zis/findings'
import type { Json, JsonObject } from '../../../zis/json'
import type { Endpoint } from '../../../zis/wire/endpoint'
import { accountWire } from './account-wire'
import { deliveryWire } from './delivery-wire'
import { control, of } from './endpoint'
import { partnerWire } from './partner-wire'
import { ticketWire } from './ticket-wire'

export type * from './partner-wire'

const List = Type.Object({
  limit: Type.Optional(Type.String({ description: '1 to 500, default 50' })),
  after: Type.Optional(Type.String({ description: 'id of the last row of the page before' })),
})

const LogFilter = Type.Object({
  integration: Type.Optional(Type.String()),
  status: Type.Optional(
    Type.Union([Type.Literal('info'), Type.Literal('warning'), Type.Literal('error'), Type.Literal('debug')]),
  ),
  text: Type.Optional(Type.String({ description: 'in the description, or the names of flow and job spec' })),
  since: Type.Optional(Type.String({ description: 'RFC 3339' })),
  until: Type.Optional(Type.String({ description: 'RFC 3339' })),
})

export interface ClockState {
  now: string
  mode: 'real' | 'frozen'
  offset_seconds: number
}

export interface AttemptView {
  number: number
  started_at: string
  ended_at: string
  data: unknown
  outcome: RunOutcome
  transitions: number
  steps: ExpandedStep[]
}

export interface SessionState {
  account: { subdomain: string; id: number; name: string }
  user: SessionUser
  users: SessionUser[]
  /** Where the frame's app comes from; an `--app` address is read as `zcli apps:server` serves it. */
  app: {
    name: string
    version: string
    url: string
    icon_url: string
    settings: JsonObject
    /** Settings that can be switched here; none for an app that `zcli apps:server` serves with its own. */
    switches: AppSwitch[]
    app_id: number
    installation_id: number
  }
  authenticity_token: string
}
/** A parameter of the type checkbox in the app's manifest, with its English words. */
export interface AppSwitch {
  name: string
  label: string
  help: string
}

export interface SessionUser {
  id: number
  name: string
  email: string
  role: 'admin' | 'agent'
  locale: string
  time_zone: string
}

export interface AssumptionView {
  name: string
  decides: string
  mark: 'documented' | 'observed' | 'assumed'
  source: string
  default: string | number | boolean
  value: string | number | boolean
  choices: Array<string | number | boolean>
}

/** A bundle with what the checker says of it. */
export interface Judged {
  /** As it was understood; null where nothing could be. */
  bundle: Json
  findings: Finding[]
  /** The text without what is only in the way, where there is such: comments, trailing commas. */
  fixed?: string
}

/** What became of the last save in the folder of an integration. */
export interface SaveView {
  folder: string
  is_deployed: boolean
  /** In one line. */
  says: string
  /** Each error and warning with its file, line and column. */
  lines: string[]
}

export const controlWire = {
  ...accountWire,
  ...deliveryWire,
  publishEvent: control('POST /_sim/events', {
    summary: 'Publish an event, as Zendesk or another system would',
    body: Type.Object({
      event_source: Type.String({ minLength: 1 }),
      event_type: Type.String({ minLength: 1 }),
      input: Type.Unknown(),
    }),
    status: 202,
    answer: of<{ event: EventRow }>(),
  }),
  listEvents: control('GET /_sim/events', {
    summary: 'Events, newest first',
    query: List,
    answer: of<{ events: EventRow[]; has_more: boolean }>(),
  }),
  listRuns: control('GET /_sim/runs', {
    summary: 'Runs, newest first',
    query: Type.Object({
      ...List.properties,
      integration: Type.Optional(Type.String()),
      flow: Type.Optional(Type.String({ description: 'the name of the flow alone' })),
      status: Type.Optional(
        Type.Union([
          Type.Literal('queued'),
          Type.Literal('running'),
          Type.Literal('retrying'),
          Type.Literal('succeeded'),
          Type.Literal('failed'),
        ]),
      ),
      ticket_id: Type.Optional(Type.String()),
      text: Type.Optional(
        Type.String({ description: 'in what started the run, its result, or the names of flow and event' }),
      ),
      since: Type.Optional(Type.String({ description: 'RFC 3339' })),
      until: Type.Optional(Type.String({ description: 'RFC 3339' })),
      ids: Type.Optional(Type.String({ description: 'only these, parted by commas' })),
    }),
    answer: of<{ runs: RunRow[]; has_more: boolean }>(),
  }),
  showRun: control('GET /_sim/runs/:id', {
    summary: 'One run with its history: every step with input, output, requests and time',
    answer: of<{ run: RunRow; event: EventRow | null; attempts: AttemptView[] }>(),
  }),
  replayRun: control('GET /_sim/runs/:id/replay', {
    summary: 'Runs the flow as it is now again with what was recorded; tells the first difference, or null',
    answer: of<{ difference: Difference | null }>(),
  }),
  settle: control('POST /_sim/settle', {
    summary: 'Answers when nothing is queued or running, or when all that is left waits for a frozen clock',
    answer: of<{ settled: boolean; waiting: number; next_due: string | null }>(),
  }),
  showClock: control('GET /_sim/clock', { summary: 'The clock', answer: of<ClockState>() }),
  moveClock: control('POST /_sim/clock', {
    summary: 'Freeze the clock, set it, move it forward, or let it run in real time again',
    body: Type.Object({
      set_to: Type.Optional(
        Type.String({ description: 'RFC 3339; the clock stays frozen or goes on running from there' }),
      ),
      run: Type.Optional(Type.Boolean({ description: 'run from where the clock stands' })),
      advance_seconds: Type.Optional(Type.Number({ minimum: 0 })),
      freeze: Type.Optional(Type.Boolean()),
      real: Type.Optional(Type.Boolean()),
    }),
    answer: of<ClockState>(),
  }),
  listOutbound: control('GET /_sim/outbound', {
    summary: 'Requests that left flows and ZIS, newest first, secrets masked',
    query: Type.Object({
      ...List.properties,
      integration: Type.Optional(Type.String()),
      answered_by: Type.Optional(
        Type.String({ description: 'the host of a partner, account, network or nobody' }),
      ),
      host: Type.Optional(Type.String({ description: 'to which the request went' })),
      method: Type.Optional(Type.String()),
      path: Type.Optional(Type.String({ description: 'with which the path of the request begins' })),
      status: Type.Optional(
        Type.String({ description: 'of the answer: 404, 4xx, or none where no answer came' }),
      ),
    }),
    answer: of<{ requests: OutboundRow[]; has_more: boolean }>(),
  }),
  listUnanswered: control('GET /_sim/unanswered', {
    summary:
      'Calls to the account that nothing simulates yet, the last one first; each was answered 404 or 405',
    answer: of<{ calls: UnansweredRow[] }>(),
  }),
  forgetUnanswered: control('DELETE /_sim/unanswered', {
    summary: 'Forget the calls that nothing simulates',
    status: 204,
  }),
  listLog: control('GET /_sim/log', {
    summary: 'The integration log, newest first, seven days',
    query: Type.Object({ ...List.properties, ...LogFilter.properties }),
    answer: of<{ log: LogRow[]; has_more: boolean }>(),
  }),
  exportLog: control('GET /_sim/log/export', {
    summary: 'The integration log as a file',
    query: Type.Object({
      format: Type.Union([Type.Literal('csv'), Type.Literal('json')]),
      ...LogFilter.properties,
    }),
    answer: of<LogRow[]>(),
  }),
  listAssumptions: control('GET /_sim/assumptions', {
    summary: 'Every assumption about ZIS, with its switch',
    answer: of<{ assumptions: AssumptionView[] }>(),
  }),
  setAssumptions: control('PUT /_sim/assumptions', {
    summary: 'Turn switches: name to value; null sets a switch back to its default',
    body: Type.Record(Type.String(), Type.Unknown()),
    answer: of<{ assumptions: AssumptionView[] }>(),
  }),
  reset: control('POST /_sim/reset', {
    summary: 'Empty the store and make the local account anew',
    status: 204,
  }),
  showSession: control('GET /_sim/session', {
    summary: 'Who is signed in, who can be, and the app in the frame',
    answer: of<SessionState>(),
  }),
  changeSession: control('POST /_sim/session', {
    summary: 'Sign another user in, or change the user’s locale; sets the session cookie',
    body: Type.Object({
      user_id: Type.Optional(Type.Integer()),
      locale: Type.Optional(Type.String()),
    }),
    answer: of<SessionState>(),
  }),
  changeAppSettings: control('PUT /_sim/app/settings', {
    summary: 'Switch settings of the app in the frame, as Admin Center does; only its checkboxes',
    body: Type.Record(Type.String(), Type.Boolean()),
    answer: of<{ settings: JsonObject }>(),
  }),
  ...partnerWire,
  ...ticketWire,
  listFindings: control('GET /_sim/integrations/:integration/findings', {
    summary:
      'What the checker says of every bundle of an integration (lines are those of the bundle indented by 2), and what became of the last save in its folder, where it has one',
    answer: of<{ bundles: Array<Judged & { uuid: string; name: string }>; save: SaveView | null }>(),
  }),
  checkBundle: control('POST /_sim/integrations/:integration/check', {
    summary: 'What the checker says of a text that could be uploaded as a bundle; nothing is kept',
    body: Type.Object({ text: Type.String() }),
    answer: of<Judged>(),
  }),
}

type Endpoints = (typeof controlWire)[keyof typeof controlWire]
type RouteOf<E> = E extends Endpoint<infer R> ? R : never

/** Control endpoints by route, for a typed client. */
export type ControlByRoute = { [E in Endpoints as RouteOf<E>]: E }

/** A line of the live stream `GET /_sim/stream` (server-sent events): what kind of thing changed. */
export interface Change {
  kind:
    | 'tickets'
    | 'users'
    | 'organizations'
    | 'objects'
    | 'events'
    | 'runs'
    | 'log'
    | 'partners'
    | 'outbound'
    /** Calls that nothing simulates. */
    | 'unanswered'
    | 'clock'
    | 'session'
    | 'assumptions'
    | 'queue'
    | 'registry'
    /** Connections, configs, links and inbound webhooks. */
    | 'data'
    /** Triggers, webhooks of the account and what they sent. */
    | 'hooks'
    | 'reload'
  /** The one thing that changed. Without `id` and `ids`, any of the kind may have. */
  id?: string
  /** Several that changed at once. */
  ids?: string[]
}

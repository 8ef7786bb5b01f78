import Type from 'typebox'
import type { JsonObject } from '../../../zis/json'
import { Fault } from '../../partners/definition'
import type { PartnerProblem } from '../../partners/partner-files'
import type { PartnerCredential } from '../../partners/secrets'
import { control, of } from './endpoint'

export interface PartnerState {
  host: string
  title: string
  /** A built-in one, one that a JSON file describes, recorded answers, or a module of the user's own. */
  kind?: 'built-in' | 'rest' | 'recorded' | 'module'
  /** The file that defines it. */
  file?: string
  /** What the partner's developer page would show, to be entered in the app once. */
  app?: { client_id: string; client_secret: string; redirect_urls: string[] }
  channels?: Array<{ id: string; name: string; messages: PartnerMessage[] }>
  credentials?: PartnerCredential[]
  routes?: string[]
  /** What a recording answers, and with which statuses in their order. */
  recorded?: Array<{ request: string; statuses: number[] }>
  collections?: Array<{ name: string; rows: JsonObject[] }>
  oauth?: OAuthView
}
export interface PartnerMessage {
  ts: string
  at: string
  text: string
  author: string
}

/** What can be turned while it runs. */
export interface OAuthSettings {
  /** Every sign-in comes back denied, without a page. */
  denies: boolean
  /** A refresh token is good once, and its answer brings the next one. */
  rotates: boolean
}
export interface OAuthView extends OAuthSettings {
  pkce: 'offered' | 'required' | 'none'
  grants: string[]
  token_path: string
  /** Those that are good now. */
  tokens: { access: number; refresh: number }
}

export interface PartnerSummary {
  host: string
  title: string
  kind: NonNullable<PartnerState['kind']>
  file: string | null
  fault: FaultView | null
}

/** A fault that is turned on, and for how many requests still. */
export type FaultView = Fault & { left: number | null }

/** A host that requests may leave this machine for. */
export interface NetworkHost {
  host: string
  is_recording: boolean
}

export const partnerWire = {
  listPartners: control('GET /_sim/partners', {
    summary: 'The other systems that are simulated, and what is wrong with their files',
    answer: of<{ partners: PartnerSummary[]; problems: PartnerProblem[]; network: NetworkHost[] }>(),
  }),
  showPartner: control('GET /_sim/partners/:host', {
    summary: 'What a partner has received, and its fault if one is turned on',
    answer: of<{ partner: PartnerState; fault: FaultView | null }>(),
  }),
  setFault: control('PUT /_sim/partners/:host/fault', {
    summary: 'Has a partner answer wrongly, for so many requests or until it is turned off',
    body: Fault,
    answer: of<{ fault: FaultView | null }>(),
  }),
  clearFault: control('DELETE /_sim/partners/:host/fault', {
    summary: 'Has a partner answer as it should again',
    status: 204,
  }),
  record: control('PUT /_sim/recordings/:host', {
    summary: 'Starts or ends recording the real answers of a host that was named at the start',
    body: Type.Object({ is_recording: Type.Boolean() }, { additionalProperties: false }),
    answer: of<{ network: NetworkHost[] }>(),
  }),
  deleteRecording: control('DELETE /_sim/recordings/:host', {
    summary: 'Deletes what was recorded of a host',
    status: 204,
  }),
  turnOAuth: control('POST /_sim/partners/:host/oauth', {
    summary: 'Has a provider deny sign-ins or keep refresh tokens, or ends tokens that it gave out',
    body: Type.Object(
      {
        denies: Type.Optional(Type.Boolean()),
        rotates: Type.Optional(Type.Boolean()),
        expire_access_tokens: Type.Optional(Type.Boolean()),
        revoke_tokens: Type.Optional(Type.Boolean()),
      },
      { additionalProperties: false },
    ),
    answer: of<{ partner: PartnerState }>(),
  }),
  emptyPartner: control('DELETE /_sim/partners/:host/state', {
    summary: 'Empties what a partner keeps: records, counts, tokens; its secrets stay',
    status: 204,
  }),
}

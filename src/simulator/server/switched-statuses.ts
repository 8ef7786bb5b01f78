import type { ProblemCode } from '../../zis/wire/problems'
import type { Route } from '../../zis/wire/endpoint'
import type { AssumptionName, AssumptionValue, ReadAssumption } from '../assumptions'

/** Switches whose positions are statuses. */
type StatusSwitch = {
  [Name in AssumptionName]: AssumptionValue<Name> extends number ? Name : never
}[AssumptionName]

const integrations = '/api/services/zis/integrations/:integration'
const clients = '/api/services/zis/connections/oauth/clients/:integration'
const kinds = ['basic_auth', 'bearer_token', 'api_key'] as const

/** Endpoints whose status of success is a switch, as no source states it (zis-api 15, marked *). */
const ofSuccess: Partial<Record<Route, StatusSwitch>> = {
  [`POST ${clients}`]: 'oauthClientCreated',
  [`PATCH ${clients}/:uuid`]: 'oauthClientChanged',
  [`PUT ${clients}/:uuid`]: 'oauthClientChanged',
  [`DELETE ${clients}/:uuid`]: 'oauthClientDeleted',
  'DELETE /api/services/zis/connections/:integration': 'oauthConnectionDeleted',
  ...Object.fromEntries(
    kinds.flatMap((kind) =>
      ['PUT', 'PATCH'].map((method) => [
        `${method} ${integrations}/connections/${kind}/:name`,
        'typedConnectionChanged',
      ]),
    ),
  ),
  [`POST ${integrations}/configs`]: 'configCreated',
  [`PUT ${integrations}/configs/:scope`]: 'configChanged',
  [`PATCH ${integrations}/configs/:scope`]: 'configChanged',
  [`DELETE ${integrations}/configs/:scope`]: 'configDeleted',
  'POST /api/services/zis/links/:integration': 'linkCreated',
  'PATCH /api/services/zis/links/:integration': 'linkChanged',
  'DELETE /api/services/zis/links/:integration': 'linkDeleted',
  'POST /api/services/zis/inbound_webhooks/generic/:integration': 'webhookCreated',
}

/** Refusals whose status is a switch. */
const ofRefusals: Partial<Record<ProblemCode, StatusSwitch>> = {
  UnknownIntegration: 'unknownIntegration',
  OAuthClientExists: 'oauthClientNameTaken',
  ConfigExists: 'existingConfigStatus',
  LinkExists: 'linkTaken',
  UnknownVerificationCode: 'unknownVerificationCode',
  UnknownWebhookDoor: 'unknownIngestAddress',
  BodyTooLarge: 'bodyTooLarge',
}

/** The status of an endpoint's success, where its switch stands. */
export function successStatus(
  assume: ReadAssumption,
  { route, status }: { route: Route; status: number },
): number {
  const name = ofSuccess[route]
  return name === undefined ? status : assume(name)
}

/** The status of a refusal, where its switch stands. */
export function refusalStatus(
  assume: ReadAssumption,
  { code, status }: { code: ProblemCode; status: number },
): number {
  const name = ofRefusals[code]
  return name === undefined ? status : assume(name)
}

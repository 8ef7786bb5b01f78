import type { AnswerOf, BodyOf, Endpoint, ParamsOf, QueryOf, Route } from './endpoint'
import { activities } from './activities'
import { configs } from './configs'
import { connections } from './connections'
import { groups } from './groups'
import { customObjects } from './custom-objects'
import { legacyObjects } from './legacy-objects'
import { links } from './links'
import { memberships } from './memberships'
import { organizations } from './organizations'
import { peopleFields } from './people-fields'
import { registry } from './registry'
import { search } from './search'
import { support } from './support'
import { supportOAuth } from './support-oauth'
import { ticketFields } from './ticket-fields'
import { ticketParts } from './ticket-parts'
import { ticketRemoval } from './ticket-removal'
import { tickets } from './tickets'
import { triggers } from './triggers'
import { typedConnections } from './typed-connections'
import { identities, peopleTags } from './user-parts'
import { users } from './users'
import { webhooks } from './webhooks'
import { zendeskWebhooks } from './zendesk-webhooks'

/** Every endpoint of Zendesk that is described here; the simulator answers all of them. */
export const wire = {
  ...registry,
  ...connections,
  ...typedConnections,
  ...configs,
  ...links,
  ...webhooks,
  ...support,
  ...supportOAuth,
  ...users,
  ...groups,
  ...ticketFields,
  ...identities,
  ...peopleTags,
  ...peopleFields,
  ...memberships,
  ...organizations,
  ...customObjects,
  ...legacyObjects,
  ...activities,
  ...search,
  ...ticketRemoval,
  ...tickets,
  ...ticketParts,
  ...triggers,
  ...zendeskWebhooks,
}

type Endpoints = (typeof wire)[keyof typeof wire]

/** Endpoints by route: with `import type`, a client is checked by this table and carries none of it. */
export type WireByRoute = { [E in Endpoints as E['route']]: E }

type Needed<Key extends string, Value> = [Value] extends [undefined]
  ? { [K in Key]?: undefined }
  : Record<never, never> extends Value
    ? { [K in Key]?: Value }
    : { [K in Key]: Value }

/** What a caller hands over for one endpoint of a table of endpoints by route. */
export type CallInput<Table, R extends keyof Table> = Table[R] extends Endpoint
  ? Needed<'params', ParamsOf<Table[R]>> &
      Needed<'query', QueryOf<Table[R]>> &
      Needed<'body', BodyOf<Table[R]>>
  : never

export type CallAnswer<Table, R extends keyof Table> = Table[R] extends Endpoint ? AnswerOf<Table[R]> : never
export type { Route }

import type { Bus } from '../../events/bus'
import type { World } from '../../world'
import { activityRoutes } from './activities'
import type { RouteHandler, Service } from '../service'
import { authorizeRoutes } from './authorize'
import { customObjectRecordRoutes } from './custom-object-records'
import { customObjectRoutes } from './custom-objects'
import { grantRoutes } from './grant'
import { identityRoutes } from './identities'
import { legacyObjectRoutes } from './legacy-objects'
import { membershipRoutes } from './memberships'
import { oauthClientRoutes } from './oauth-clients'
import { oauthTokenRoutes } from './oauth-tokens'
import { organizationRoutes } from './organizations'
import { peopleFieldRoutes } from './people-fields'
import { peopleTagRoutes } from './people-tags'
import { searchRoutes } from './search'
import { settingsRoutes } from './settings'
import { mergeRoutes } from './merge-tickets'
import { redactionRoutes } from './redactions'
import { ticketExportRoutes } from './ticket-export'
import { ticketPartRoutes } from './ticket-parts'
import { ticketRemovalRoutes } from './ticket-removal'
import { ticketRoutes } from './tickets'
import { uploadRoutes } from './uploads'
import { createTicketRemover, createTicketSaver, type TicketSaver } from '../../account/tickets'
import { structureRoutes } from './structure'
import { ticketFieldRoutes } from './ticket-fields'
import { triggerRoutes } from './triggers'
import { userRoutes } from './users'
import { zendeskWebhookRoutes } from './zendesk-webhooks'

/** The account around ZIS: as much of Zendesk's Support API as integrations and the app touch (zis-api 10). */
export const accountService = (world: World, bus: Bus): Service => {
  const saver = createTicketSaver(world, bus)
  const routes = [
    ...userRoutes(world, bus, saver),
    ...identityRoutes(world, bus),
    ...membershipRoutes(world, bus),
    ...peopleTagRoutes(world, bus),
    ...peopleFieldRoutes(world),
    ...organizationRoutes(world, bus, saver),
    ...customObjectRoutes(world),
    ...customObjectRecordRoutes(world, bus),
    ...legacyObjectRoutes(world, bus),
    ...activityRoutes(world, bus),
    ...searchRoutes(world),
    ...oauthClientRoutes(world),
    ...oauthTokenRoutes(world),
    ...authorizeRoutes(world),
    ...settingsRoutes(world),
    ...grantRoutes(world),
    ...structureRoutes(world),
    ...ticketFieldRoutes(world),
    ...everythingOfTickets(world, bus, saver),
    ...triggerRoutes(world),
    ...zendeskWebhookRoutes(world),
  ]
  return { name: 'account', routes }
}

function everythingOfTickets(world: World, bus: Bus, saver: TicketSaver): RouteHandler[] {
  return [
    // Before the paths with `:id`, which would take `destroy_many` for one.
    ...ticketRemovalRoutes(world, createTicketRemover(world, bus)),
    ...ticketRoutes(world, saver),
    ...ticketPartRoutes(world, saver),
    ...mergeRoutes(world, saver),
    ...redactionRoutes(world, saver),
    ...uploadRoutes(world),
    ...ticketExportRoutes(world),
  ]
}

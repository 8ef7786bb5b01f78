import type { Bus } from '../../events/bus'
import type { World } from '../../world'
import type { Service } from '../service'
import { activityRoutes } from './activities'
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
import { ticketRoutes } from './tickets'
import { structureRoutes } from './structure'
import { ticketFieldRoutes } from './ticket-fields'
import { userRoutes } from './users'

/** The account around ZIS: as much of Zendesk's Support API as integrations and the app touch (zis-api 10). */
export const accountService = (world: World, bus: Bus): Service => ({
  name: 'account',
  routes: [
    ...userRoutes(world, bus),
    ...identityRoutes(world, bus),
    ...membershipRoutes(world, bus),
    ...peopleTagRoutes(world, bus),
    ...peopleFieldRoutes(world),
    ...organizationRoutes(world, bus),
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
    ...ticketRoutes(world, bus),
  ],
})

import type { Bus } from '../../events/bus'
import type { World } from '../../world'
import type { Service } from '../service'
import { authorizeRoutes } from './authorize'
import { grantRoutes } from './grant'
import { oauthClientRoutes } from './oauth-clients'
import { oauthTokenRoutes } from './oauth-tokens'
import { settingsRoutes } from './settings'
import { ticketRoutes } from './tickets'
import { structureRoutes } from './structure'
import { ticketFieldRoutes } from './ticket-fields'
import { userRoutes } from './users'

/** The account around ZIS: as much of Zendesk's Support API as integrations and the app touch (zis-api 10). */
export const accountService = (world: World, bus: Bus): Service => ({
  name: 'account',
  routes: [
    ...userRoutes(world),
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

import type { Bus } from '../../events/bus'
import type { World } from '../../world'
import type { Service } from '../service'
import { authorizeRoutes } from './authorize'
import { grantRoutes } from './grant'
import { oauthTokenRoutes } from './oauth-tokens'
import { ticketRoutes } from './tickets'
import { userRoutes } from './users'

/** The account around ZIS: as much of Zendesk's Support API as integrations and the app touch (zis-api 10). */
export const accountService = (world: World, bus: Bus): Service => ({
  name: 'account',
  routes: [
    ...userRoutes(world),
    ...oauthTokenRoutes(world),
    ...authorizeRoutes(world),
    ...grantRoutes(world),
    ...ticketRoutes(world, bus),
  ],
})

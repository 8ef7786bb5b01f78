import type { CheckJq } from '../../../zis/bundle/check-jq'
import type { World } from '../../world'
import type { Service } from '../service'
import { bundleRoutes } from './bundles'
import { integrationRoutes } from './integrations'
import { jobSpecRoutes } from './job-specs'

/** Registry: integrations, the bundles that define them and the job specs that start their flows (zis-api 3). */
export const registryService = (world: World, checkJq: CheckJq): Service => ({
  name: 'registry',
  routes: [...integrationRoutes(world), ...bundleRoutes(world, checkJq), ...jobSpecRoutes(world)],
})

import type { JsonObject } from '../../zis/json'
import { ZisProblem } from '../../zis/wire/problems'
import { actionFailed } from '../engine/errors'
import type { EnginePorts, LinkPort } from '../engine/ports'
import type { Tables } from '../store/tables'
import type { World } from '../world'
import { findByScope } from './configs/find'
import { patchConfig } from './configs/patch'
import type { LinkKeeper } from './links/links'

/** The configs and links of an integration as flows reach them: the very records of the REST APIs. */
export function createFlowRecords(
  world: Pick<World, 'store' | 'clock' | 'changes' | 'assume'>,
  links: LinkKeeper,
): Pick<EnginePorts, 'loadConfig' | 'patchConfig' | 'links'> {
  return {
    loadConfig: (integration, scope) =>
      findByScope(world, integration, scope)[0]?.config as JsonObject | undefined,
    patchConfig: (integration, scope, config) => {
      asFlow(() => patchConfig(world, integration, scope, config))
    },
    links: linkPort(links),
  }
}

const linkPort = (links: LinkKeeper): LinkPort => ({
  create: (integration, link) => shown(asFlow(() => links.create(integration, link))),
  load: (integration, asked) => {
    const { link_type, left_object_name: left, right_object_name: right } = asked
    const names = { link_type, ...(left !== undefined && { left }), ...(right !== undefined && { right }) }
    const { page, meta } = asFlow(() =>
      links.find(integration, names, {
        ...(asked.page_size !== undefined && { 'page[size]': String(asked.page_size) }),
        ...(asked.page_after_cursor !== undefined && { 'page[after]': asked.page_after_cursor }),
        ...(asked.page_before_cursor !== undefined && { 'page[before]': asked.page_before_cursor }),
      }),
    )
    return { links: page.map(shown), meta }
  },
  patch: (integration, place, change) => shown(asFlow(() => links.patch(integration, place, change))),
  delete: (integration, place) => asFlow(() => links.delete(integration, place)),
})

/** The members that the documentation of the actions shows (zis-flows 9.2). */
const shown = ({ account_id, integration, left_object, link_type, right_object, uuid }: Tables['links']) =>
  ({ account_id, integration, left_object, link_type, right_object, uuid }) as JsonObject

/** What a caller of the API would be refused with is a failure that a Catch may take. */
function asFlow<T>(work: () => T): T {
  try {
    return work()
  } catch (problem) {
    if (problem instanceof ZisProblem) throw actionFailed(problem.message)
    throw problem
  }
}

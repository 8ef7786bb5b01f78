import { links as wire } from '../../../zis/wire/links'
import { ZisProblem } from '../../../zis/wire/problems'
import type { NewLink, LinkChange } from '../../engine/ports'
import type { World } from '../../world'
import { on, type Service } from '../service'
import type { LinkKeeper } from './links'

/** Links over HTTP (zis-api 6). */
export function linksService({ store, assume }: World, links: LinkKeeper): Service {
  return {
    name: 'links',
    routes: [
      on(wire.findLinks, ({ params: { integration }, query }) => {
        const { left_object_name: left, right_object_name: right, link_type } = query
        const asked = {
          link_type,
          ...(left !== undefined && { left }),
          ...(right !== undefined && { right }),
        }
        const { page, meta } = links.find(integration, asked, query)
        if (page.length === 0 && assume('noLinksFound') === 404) throw new ZisProblem('UnknownLink')
        return { links: page, meta }
      }),

      on(wire.createLink, async ({ params: { integration }, body }) => {
        const link = links.create(integration, body as NewLink)
        await store.durable()
        return { link }
      }),

      on(wire.changeLink, async ({ params: { integration }, query, body }) => {
        const link = links.patch(integration, query, body as LinkChange)
        await store.durable()
        return { link }
      }),

      on(wire.deleteLink, async ({ params: { integration }, query }) => {
        links.delete(integration, query)
        await store.durable()
        return undefined
      }),
    ],
  }
}

import { ZisProblem } from '../../../zis/wire/problems'
import type { Partners } from '../../partners/partners'
import type { Recordings } from '../../partners/recordings'
import type { World } from '../../world'
import { on, type RouteHandler } from '../service'
import { partnerWire as wire } from './partner-wire'

/** The other systems that are simulated: what they have, and their bad days. */
export function partnerRoutes({ store }: World, partners: Partners, recordings: Recordings): RouteHandler[] {
  /** @throws {ZisProblem} NotThere */
  function existing(host: string) {
    const partner = partners.get(host)
    if (!partner) throw new ZisProblem('NotThere', { what: `partner ${host}` })
    return partner
  }

  return [
    on(wire.listPartners, () => ({
      partners: partners.list(),
      problems: partners.problems(),
      network: recordings.hosts(),
    })),

    on(wire.showPartner, async ({ params: { host } }) => {
      const partner = await existing(host).state()
      return { partner, fault: partners.faultOf(host) }
    }),

    on(wire.setFault, async ({ params: { host }, body }) => {
      existing(host)
      const fault = partners.setFault(host, body)
      await store.durable()
      return { fault }
    }),

    on(wire.clearFault, async ({ params: { host } }) => {
      existing(host)
      partners.setFault(host, undefined)
      await store.durable()
      return undefined
    }),

    on(wire.record, ({ params: { host }, body }) => {
      if (body.is_recording) recordings.start(host)
      else recordings.stop(host)
      return { network: recordings.hosts() }
    }),

    on(wire.deleteRecording, async ({ params: { host } }) => {
      if (partners.list().find((one) => one.host === host)?.kind !== 'recorded') {
        throw new ZisProblem('NotThere', { what: `recording of ${host}` })
      }
      await recordings.remove(host)
      return undefined
    }),

    on(wire.turnOAuth, async ({ params: { host }, body }) => {
      const partner = existing(host)
      if (!partner.oauth) {
        throw new ZisProblem('BadRequest', { detail: `${partner.title} has no OAuth that can be turned` })
      }
      const { expire_access_tokens, revoke_tokens, ...settings } = body
      if (Object.keys(settings).length > 0) partner.oauth.turn(settings)
      if (expire_access_tokens) partner.oauth.expireNow()
      if (revoke_tokens) partner.oauth.revokeAll()
      await store.durable()
      return { partner: await partner.state() }
    }),

    on(wire.emptyPartner, async ({ params: { host } }) => {
      existing(host)
      partners.empty(host)
      await store.durable()
      return undefined
    }),
  ]
}

import { ZisProblem } from '../../../zis/wire/problems'
import type { World } from '../../world'
import { on, type RouteHandler } from '../service'
import type { SessionParts } from './session'
import { controlWire as wire } from './wire'

/** The settings of the app in the frame, which an admin of a real account changes in Admin Center. */
export function appSettingsRoutes(
  { store, changes }: Pick<World, 'store' | 'changes'>,
  readApp: SessionParts['readApp'],
): RouteHandler[] {
  return [
    on(wire.changeAppSettings, async ({ body }) => {
      const { switches } = await readApp()
      const unknown = Object.keys(body).find((wanted) => !switches.some(({ name }) => name === wanted))
      if (unknown !== undefined) {
        throw new ZisProblem('BadRequest', {
          detail: `the app has no setting "${unknown}" that can be switched here`,
        })
      }
      for (const [name, value] of Object.entries(body)) store.table('app_settings').put(name, { value })
      changes.tell('session')
      await store.durable()
      return { settings: (await readApp()).settings }
    }),
  ]
}

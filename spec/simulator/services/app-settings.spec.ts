import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startSimulator } from '../../support/start-simulator'

const root = join(__dirname, '../../..')

/** The app's own files as they are built: its manifest and its English words. */
const files = {
  host: () => Promise.resolve(undefined),
  app: (path: string) =>
    Promise.resolve(
      path === 'manifest.json' || path === 'translations/en.json'
        ? new Response(readFileSync(join(root, path)))
        : undefined,
    ),
}

const appIn = ({ body }: { body: Record<string, unknown> }) =>
  body['app'] as { settings: unknown; switches: unknown }

describe('the settings of the app', () => {
  it('are those of its manifest, in the words of Admin Center', async () => {
    const zis = await startSimulator({ files })

    expect(appIn(await zis.admin('GET /_sim/session'))).toMatchObject({
      settings: { read_only: false },
      switches: [
        {
          name: 'read_only',
          label: 'Read-only mode',
          help: 'Admins can view everything in the app, but change nothing.',
        },
      ],
    })
    await zis.stop()
  })

  it('stay as they were switched, until everything is made anew', async () => {
    const zis = await startSimulator({ files })

    const switched = await zis.control('PUT /_sim/app/settings', { read_only: true })
    expect(switched.body).toEqual({ settings: { read_only: true } })
    expect(appIn(await zis.admin('GET /_sim/session')).settings).toEqual({ read_only: true })

    await zis.control('POST /_sim/reset', {})
    const { body } = await zis.control('POST /_sim/session', { user_id: 9001 })
    expect(appIn({ body }).settings).toEqual({ read_only: false })
    await zis.stop()
  })

  it.each([[{ colour: true }], [{ __proto__: null, constructor: true }], [{ read_only: 'yes' }]])(
    'take no %j',
    async (body) => {
      const zis = await startSimulator({ files })

      expect((await zis.control('PUT /_sim/app/settings', body)).status).toBe(400)
      expect(appIn(await zis.admin('GET /_sim/session')).settings).toEqual({ read_only: false })
      await zis.stop()
    },
  )
})

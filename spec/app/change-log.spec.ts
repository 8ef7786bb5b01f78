import {
  appendChange,
  bytesAtMost,
  changesAtMost,
  changeLogScope,
  readChanges,
  withoutChange,
} from '../../src/app/queries/change-log'
import { createZisClient } from '../../src/app/platform/zis-client'
import { startSimulator } from '../support/start-simulator'

/** The app's own client, sending with an admin's rights. */
async function client() {
  const zis = await startSimulator()
  await zis.admin('POST /api/services/zis/registry/acme', { description: 'Acme' })
  const sent: string[] = []
  const app = createZisClient({
    isReadOnly: false,
    async request({ method, url, body }) {
      sent.push(method)
      const answer = await zis.admin(`${method} ${url}` as `GET /${string}`, body as object | undefined)
      if (answer.status >= 400) {
        const { status } = answer
        throw Object.assign(new Error(String(status)), { status, responseText: answer.text })
      }
      return answer.body
    },
  })
  return { zis, app, sent }
}

const change = (after: unknown, before: unknown = {}) => ({
  who: 'Ada',
  what: 'saved',
  scope: 's',
  before: before as never,
  after: after as never,
})

it('keeps the newest change first, without what looks like a secret', async () => {
  const { zis, app } = await client()
  await appendChange(app, 'acme', change({ a: 1 }))
  await appendChange(app, 'acme', change({ a: 2, api_key: 'hidden' }))

  const changes = await readChanges(app, 'acme')
  expect(changes.map(({ after }) => after)).toEqual([{ a: 2 }, { a: 1 }])
  const { text } = await zis.admin(
    `GET /api/services/zis/integrations/acme/configs?filter[scope]=${changeLogScope}`,
  )
  expect(text).not.toContain('hidden')
  await zis.stop()
})

it('is bounded in number and in size, and says of a large change only that it was', async () => {
  const { app, zis } = await client()
  const changes = Array.from({ length: changesAtMost + 20 }, (_, index) => ({
    ...change({ text: 'x'.repeat(4000) }),
    id: String(index),
    at: '2026-01-01T00:00:00Z',
  }))
  await zis.admin('POST /api/services/zis/integrations/acme/configs', {
    scope: changeLogScope,
    config: { changes: changes.slice(0, 50) },
  })
  await appendChange(app, 'acme', change({ text: 'y'.repeat(60_000) }))

  const kept = await readChanges(app, 'acme')
  expect(kept[0]).not.toHaveProperty('after')
  expect(kept.length).toBeLessThanOrEqual(changesAtMost)
  expect(JSON.stringify(kept).length).toBeLessThanOrEqual(bytesAtMost)
  expect(kept.length).toBeGreaterThan(40)
  await zis.stop()
})

it('writes once more when somebody else wrote over it meanwhile', async () => {
  const { app, zis } = await client()
  await appendChange(app, 'acme', change({ a: 1 }))
  let isFirst = true
  const disturbed: typeof app = {
    ...app,
    async call(route, input) {
      const answer = await app.call(route, input)
      if (route.startsWith('PUT') && isFirst) {
        isFirst = false
        await zis.admin(`PUT /api/services/zis/integrations/acme/configs/${changeLogScope}`, {
          config: { changes: [{ ...change({ b: 1 }), id: 'theirs', at: '2026-01-01T00:00:00Z' }] },
        })
      }
      return answer
    },
  }
  await appendChange(disturbed, 'acme', change({ a: 2 }))

  expect((await readChanges(app, 'acme')).map(({ after }) => after)).toEqual([{ a: 2 }, { b: 1 }])
  await zis.stop()
})

it('is believed only where it has our shape', async () => {
  const { app, zis } = await client()
  await zis.admin('POST /api/services/zis/integrations/acme/configs', {
    scope: changeLogScope,
    config: { changes: [null, 7, { id: 'x' }] },
  })

  expect(await readChanges(app, 'acme')).toEqual([])
  await zis.stop()
})

it('takes back only what a change did', () => {
  const one = { id: '1', at: '', ...change({ a: 2, c: 3, same: 1 }, { a: 1, gone: 5, same: 1 }) }

  expect(withoutChange({ a: 9, c: 3, same: 7, flow: true }, one)).toEqual({
    a: 1,
    gone: 5,
    same: 7,
    flow: true,
  })
})

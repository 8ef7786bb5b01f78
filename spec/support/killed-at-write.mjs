// @ts-check
// Runs a scenario on a store on disk and kills its own process at write number N, as `kill -9` would. What was
// acknowledged until then is printed, a line each. Arguments: the folder, and N (0 never).
import { writeSync } from 'node:fs'
import { createRequire } from 'node:module'

const [folder = '', at = '0'] = process.argv.slice(2)
/** @type {typeof import('../../src/simulator/index.ts')} */
const { createSimulator, openSqliteStore } = createRequire(import.meta.url)('../../dist/simulator/index.js')

let writes = 0
const count = () => {
  writes += 1
  if (writes === Number(at)) process.kill(process.pid, 'SIGKILL')
}

/**
 * The same store, that counts what is written to it. Before a write there is on disk what was there after the one
 * before, or what a commit in between made of it, which is counted as well.
 * @param {import('../../src/simulator/store/store').Store} store
 */
const counting = (store) => ({
  ...store,
  /** @param {never} name */
  table(name) {
    const table = /** @type {any} */ (store.table(name))
    return {
      ...table,
      /** @param {string} key @param {unknown} row */
      put(key, row) {
        table.put(key, row)
        count()
      },
      /** @param {string} key */
      delete(key) {
        const wasThere = table.delete(key)
        count()
        return wasThere
      },
    }
  },
  async durable() {
    await store.durable()
    count()
  },
})

const zis = await createSimulator({
  store: /** @type {any} */ (counting(openSqliteStore(folder))),
  key: new Uint8Array(32).fill(7),
  controlToken: 'control-token-of-specs',
})
const authorization = `Basic ${btoa('admin@example.com/token:local-token')}`

/** @param {string} method @param {string} path @param {unknown} body @param {string} done */
async function call(method, path, body, done, header = authorization) {
  const answer = await zis.fetch(
    new Request(zis.origin + path, {
      method,
      headers: { authorization: header, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  )
  if (answer.status >= 300)
    throw new Error(`${path} was answered with ${answer.status}: ${await answer.text()}`)
  writeSync(1, `${done}\n`)
}

const control = 'Bearer control-token-of-specs'
await call('POST', '/api/services/zis/registry/echo', {}, 'integration')
const definition = { StartAt: 'Say', States: { Say: { Type: 'Succeed', Message: 'saw {{$.input.number}}' } } }
await call(
  'POST',
  '/api/services/zis/registry/echo/bundles',
  {
    zis_template_version: '2019-10-14',
    name: 'echo',
    resources: {
      flow: { type: 'ZIS::Flow', properties: { name: 'flow', definition } },
      job: {
        type: 'ZIS::JobSpec',
        properties: {
          name: 'job',
          event_source: 'spec',
          event_type: 'thing.happened',
          flow_name: 'zis:echo:flow:flow',
        },
      },
    },
  },
  'bundle',
)
await call(
  'POST',
  '/api/services/zis/registry/job_specs/install?job_spec_name=zis:echo:job_spec:job',
  undefined,
  'installed',
)
for (const number of [1, 2, 3]) {
  const event = { event_source: 'spec', event_type: 'thing.happened', input: { number } }
  await call('POST', '/_sim/events', event, `event ${number}`, control)
  if (number === 2) await zis.settle()
}
await zis.settle()
const requester = { name: 'Nora', email: 'nora@example.net' }
await call(
  'POST',
  '/api/v2/tickets',
  { ticket: { subject: 'Kept?', requester, comment: { body: 'Hello' } } },
  'ticket',
)
await zis.settle()
await call('PUT', '/api/v2/users/9101/merge', { user: { id: 9102 } }, 'merge')
await zis.settle()
writeSync(1, `writes ${writes}\n`)
process.exit(0)

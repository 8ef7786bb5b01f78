// @ts-check
import { Agent, request } from 'node:http'
import { controlToken } from './program.mjs'

/** How many requests are under way at once. */
const senders = 32

/** The bundle whose flow every event of the load starts, when it is installed. */
const bundle = {
  zis_template_version: '2019-10-14',
  name: 'load',
  resources: {
    on_thing: {
      type: 'ZIS::Flow',
      properties: {
        name: 'on_thing',
        definition: {
          StartAt: 'Say',
          States: { Say: { Type: 'Succeed', Message: 'saw {{$.input.number}}' } },
        },
      },
    },
    on_thing_job: {
      type: 'ZIS::JobSpec',
      properties: {
        name: 'on_thing_job',
        event_source: 'bench',
        event_type: 'thing.happened',
        flow_name: 'zis:load:flow:on_thing',
      },
    },
  },
}
const admin = `Basic ${btoa('admin@example.com/token:local-token')}`

/** Counts times by the millisecond, so that ten minutes of them take no memory to speak of. */
export class Times {
  counts = new Uint32Array(60_001)
  total = 0

  /** @param {number} ms */
  add(ms) {
    const at = Math.min(Math.round(ms * 10), 60_000)
    this.counts[at] = (this.counts[at] ?? 0) + 1
    this.total += 1
  }

  /** @param {number} share of all, e.g. 0.99 */
  quantile(share) {
    let left = this.total * share
    for (const [at, count] of this.counts.entries()) if ((left -= count) <= 0) return at / 10
    return Infinity
  }
}

/**
 * Where the load comes in: an inbound webhook, with its credentials.
 * @typedef {{ path: string, authorization: string }} Door
 */

/**
 * Makes the integration of the load with its inbound webhook.
 * @param {string} origin
 * @returns {Promise<Door>}
 */
export async function openDoor(origin) {
  const { zendesk_oauth_client: client } = await call(origin, 'POST /api/services/zis/registry/load', {})
  const { token } = await call(origin, 'POST /api/v2/oauth/tokens.json', {
    token: { client_id: client.id, scopes: ['read', 'write'] },
  })
  const { path, username, password } = await call(
    origin,
    'POST /api/services/zis/inbound_webhooks/generic/load',
    { source_system: 'bench', event_type: 'thing.happened' },
    `Bearer ${token.full_token}`,
  )
  return { path, authorization: `Basic ${btoa(`${username}:${password}`)}` }
}

/**
 * Posts events to an inbound webhook of the running program for some time, as many as it takes or at a pace.
 *
 * @param {string} origin
 * @param {Door} door
 * @param {{ seconds: number, perMinute?: number, onSecond?: (sent: number) => void }} options
 */
export async function sendEvents(
  origin,
  { path, authorization },
  { seconds, perMinute = Infinity, onSecond },
) {
  const agent = new Agent({ keepAlive: true, maxSockets: senders })
  const { port } = new URL(origin)
  const times = new Times()
  const began = performance.now()
  const end = began + seconds * 1000
  let number = 0

  /** @returns {Promise<void>} */
  const sendOne = () =>
    new Promise((resolve, reject) => {
      number += 1
      const body = JSON.stringify({ number, text: 'x'.repeat(500) })
      const at = performance.now()
      const headers = {
        authorization,
        'content-type': 'application/json',
        'content-length': body.length,
      }
      const sending = request(
        { host: '127.0.0.1', port, method: 'POST', path, agent, headers },
        (response) => {
          response.resume()
          response.once('end', () => {
            times.add(performance.now() - at)
            if (response.statusCode === 200) resolve()
            else reject(new Error(`An event was answered with ${response.statusCode}.`))
          })
        },
      )
      sending.once('error', reject)
      sending.end(body)
    })

  const sender = async () => {
    while (performance.now() < end) {
      const early = (number / perMinute) * 60_000 - (performance.now() - began)
      if (early > 5) await new Promise((resolve) => setTimeout(resolve, early))
      else await sendOne()
    }
  }
  const timer = onSecond && setInterval(() => onSecond(times.total), 1000)
  try {
    await Promise.all(Array.from({ length: senders }, sender))
  } finally {
    clearInterval(timer)
    agent.destroy()
  }
  return { times, perMinute: (times.total / seconds) * 60 }
}

/**
 * @param {string} origin
 * @param {string} route
 * @param {unknown} [body]
 * @param {string} [credential] the admin's or the control token, unless it is given
 * @returns {Promise<any>}
 */
export async function call(origin, route, body, credential) {
  const [method = '', path = ''] = route.split(' ')
  const own = path.startsWith('/_sim/') ? `Bearer ${controlToken}` : admin
  const answer = await fetch(origin + path, {
    method,
    headers: {
      authorization: credential ?? own,
      'content-type': 'application/json',
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${route} was answered with ${answer.status}: ${text}`)
  return text === '' ? undefined : JSON.parse(text)
}

/** Installs the flow that every event starts. @param {string} origin */
export async function installFlow(origin) {
  await call(origin, 'POST /api/services/zis/registry/load/bundles', bundle)
  await call(
    origin,
    'POST /api/services/zis/registry/job_specs/install?job_spec_name=zis:load:job_spec:on_thing_job',
  )
}

/** Waits until every run is at its end. @param {string} origin */
export async function settle(origin) {
  for (;;) {
    const { settled } = await call(origin, 'POST /_sim/settle', {})
    if (settled) return
  }
}

/**
 * Reads every run, and how many of them there are and how many ended well.
 * @param {string} origin
 */
export async function countRuns(origin) {
  let [all, succeeded, after] = [0, 0, '']
  for (;;) {
    const { runs, has_more } = await call(origin, `GET /_sim/runs?limit=500${after}`)
    all += runs.length
    succeeded += runs.filter((/** @type {{ status: string }} */ run) => run.status === 'succeeded').length
    if (!has_more) return { all, succeeded }
    after = `&after=${runs.at(-1).id}`
  }
}

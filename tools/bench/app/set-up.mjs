// @ts-check
import { readFileSync } from 'node:fs'
import { inRoot } from '../../root.mjs'
import { controlToken } from '../program.mjs'

export const linksHeld = 10_000
const admin = 9001
const base = '/api/services/zis'
const name = 'slack_status'

/**
 * Installs an integration as the app does, all but its sign-ins, and gives it links.
 *
 * @param {string} origin
 */
export async function setUp(origin) {
  const session = await fetch(`${origin}/_sim/session`, {
    method: 'POST',
    headers: { authorization: `Bearer ${controlToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ user_id: admin }),
  })
  const { authenticity_token } = /** @type {{ authenticity_token: string }} */ (await session.json())
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? ''
  const headers = { cookie, 'x-csrf-token': authenticity_token, 'content-type': 'application/json' }
  /** @param {string} path @param {unknown} [body] */
  const post = async (path, body) => {
    const response = await fetch(origin + path, {
      method: 'POST',
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const said = await response.text()
    if (!response.ok) throw new Error(`POST ${path}: ${response.status} ${said}`)
  }
  const bundle = readFileSync(inRoot(`integrations/${name}/bundle.json`), 'utf8')
  await post(`${base}/registry/${name}`, {})
  await post(`${base}/registry/${name}/bundles`, JSON.parse(bundle.replaceAll('{{integration}}', name)))
  const spec = `zis:${name}:job_spec:on_status_changed`
  await post(`${base}/registry/job_specs/install?job_spec_name=${spec}`)
  await post(`${base}/integrations/${name}/configs`, {
    scope: name,
    config: { channel: '#support', statuses: ['open'] },
  })
  for (let made = 0; made < linksHeld; made += 100) {
    await Promise.all(
      Array.from({ length: 100 }, (_, at) =>
        post(`${base}/links/${name}`, {
          link_type: 'ticket_to_order',
          left_object: { name: `ticket-${made + at}`, metadata: { shop: 'berlin' } },
          right_object: { name: `order-${made + at}` },
        }),
      ),
    )
  }
}

import { postingBundle } from '../fixtures/posting-bundle'
import type { Answer } from '../support/callers'
import { signIn } from '../support/sign-in'
import { describeZis } from './ways'

/**
 * What Zendesk's tutorial app does, call by call, in the order of its parts (zis-admin-app 3.4 to 3.7): with the
 * admin's session only, and with the older path that its last part installs the job spec by.
 */
describeZis('the tutorial of an app as admin interface', (zis) => {
  let name: string
  beforeAll(async () => {
    ;({ name } = await zis.integration())
  })

  const app = 'http://localhost:4500/0/assets/iframe.html?origin=https%3A%2F%2Facme.zendesk.com&app_guid=g'
  const start = (system: string, permission_scopes: string): Promise<Answer> =>
    zis.admin(`POST /api/services/zis/connections/oauth/start/${name}`, {
      name: system,
      oauth_client_name: system,
      oauth_url_subdomain: 'acme',
      origin_oauth_redirect_url: app,
      permission_scopes,
    })

  it('part 1: signs in to Zendesk; the window comes back with a verification token', async () => {
    const started = await start('zendesk', 'read write')
    expect(started.status).toBe(200)
    const end = await signIn(zis, started)
    expect(end.origin + end.pathname).toBe('http://localhost:4500/0/assets/iframe.html')
    expect(end.searchParams.get('app_guid')).toBe('g')
    expect(end.searchParams.get('verification_token')).toMatch(/^[\w-]{20,}$/)
  })

  it('part 2: registers Slack’s client by API, and signs in to Slack', async () => {
    const { body } = await zis.control('GET /_sim/partners/slack.com')
    const { client_id, client_secret } = (
      body['partner'] as { app: { client_id: string; client_secret: string } }
    ).app
    const made = await zis.admin(`POST /api/services/zis/connections/oauth/clients/${name}`, {
      name: 'slack',
      client_id,
      client_secret,
      default_scopes: 'chat:write',
      auth_url: 'https://slack.com/oauth/v2/authorize',
      token_url: 'https://slack.com/api/oauth.v2.access',
    })
    expect(made.status).toBe(201)
    const end = await signIn(zis, await start('slack', 'chat:write'))
    expect(end.searchParams.get('verification_token')).toBeTruthy()
    expect((await zis.admin(`GET /api/services/zis/connections/${name}?name=slack`)).status).toBe(200)
  })

  it('part 3: finds no settings, then creates and changes them', async () => {
    const configs = `/api/services/zis/integrations/${name}/configs`
    const find = () => zis.admin(`GET ${configs}?filter[scope]=slackNotification`)
    expect((await find()).status).toBe(404)
    const settings = { scope: 'slackNotification', config: { priority: 'high', channel: '#support' } }
    expect((await zis.admin(`POST ${configs}`, settings)).status).toBe(201)
    const changed = { ...settings, config: { priority: 'low', channel: '#support' } }
    expect((await zis.admin(`PUT ${configs}/slackNotification`, changed)).status).toBe(200)
    expect((await find()).body).toMatchObject({ configs: [{ config: changed.config }] })
  })

  it('part 4: uploads the bundle, and installs its job spec by the older path', async () => {
    const uploaded = await zis.admin(`POST /api/services/zis/registry/${name}/bundles`, postingBundle(name))
    expect([uploaded.status, uploaded.text]).toEqual([200, ''])
    const installed = await zis.admin(`POST /api/services/zis/integrations/${name}/job_specs/installation`, [
      { name: `zis:${name}:job_spec:on_status_job` },
    ])
    expect(installed.status).toBe(200)
    const { body } = await zis.admin(`GET /api/services/zis/registry/${name}/job_specs`)
    expect(body['job_specs']).toMatchObject([{ name: 'on_status_job', installed: true }])
  })

  it('refuses by the older path what is not there, and then installs nothing', async () => {
    const path = `POST /api/services/zis/integrations/${name}/job_specs/installation` as const
    await zis.admin(
      `DELETE /api/services/zis/registry/job_specs/install?job_spec_name=zis:${name}:job_spec:on_status_job`,
    )
    const names = [`zis:${name}:job_spec:on_status_job`, `zis:${name}:job_spec:unknown`]
    const refused = await zis.admin(
      path,
      names.map((one) => ({ name: one })),
    )
    expect(refused).toMatchObject({
      status: 400,
      body: { errors: [{ detail: 'one or more requested job specs is invalid' }] },
    })
    const { body } = await zis.admin(`GET /api/services/zis/registry/${name}/job_specs`)
    expect(body['job_specs']).toMatchObject([{ installed: false }])
  })
})

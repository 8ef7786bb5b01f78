import { postingBundle } from '../../fixtures/posting-bundle'
import { startSimulator, type TestZis } from '../../support/start-simulator'

describe('registry', () => {
  let zis: TestZis
  beforeEach(async () => {
    zis = await startSimulator()
  })
  afterEach(() => zis.stop())

  const create = (name: string) => zis.admin(`POST /api/services/zis/registry/${name}`, { description: 'd' })
  const upload = (name: string, bundle: unknown = postingBundle(name)) =>
    zis.admin(`POST /api/services/zis/registry/${name}/bundles`, bundle)
  const install = (name: string, spec = 'on_status_job') =>
    zis.admin(
      `POST /api/services/zis/registry/job_specs/install?job_spec_name=${encodeURIComponent(`zis:${name}:job_spec:${spec}`)}`,
    )
  const specs = async (name: string) =>
    (await zis.admin(`GET /api/services/zis/registry/${name}/job_specs`)).body['job_specs']

  it('shows the client’s secret once, and masks it ever after', async () => {
    const first = (await create('acme_a')).body['zendesk_oauth_client'] as { secret: string }
    expect(first.secret.length).toBeGreaterThan(30)
    const { body } = await zis.admin('GET /api/services/zis/registry/integrations')
    expect(body['integrations']).toMatchObject([
      { name: 'acme_a', description: 'd', zendesk_oauth_client: { secret: '************' } },
    ])
  })

  it.each(['Acme', 'a.b', 'a'.repeat(65)])('refuses the key %s', async (key) => {
    expect(await create(key)).toMatchObject({
      status: 400,
      body: {
        errors: [{ code: '1010', detail: 'invalid integration key', status: '400' }],
        message: 'Bad Request',
      },
    })
  })

  it('refuses a name that another account owns', async () => {
    expect(await create('shopify')).toMatchObject({
      status: 400,
      body: { message: 'the integration: shopify is not available for upsert by this account' },
    })
  })

  it('updates an integration that is there; a switch makes it a conflict', async () => {
    await create('acme_a')
    const again = await zis.admin('POST /api/services/zis/registry/acme_a', { description: 'new' })
    expect(again).toMatchObject({
      status: 200,
      body: { description: 'new', zendesk_oauth_client: { secret: '************' } },
    })
    await zis.control('PUT /_sim/assumptions', { createExistingIntegration: 409 })
    expect((await create('acme_a')).status).toBe(409)
  })

  it('lets only admins write, and says so in plain text', async () => {
    expect(await zis.agent('POST /api/services/zis/registry/acme_a', {})).toMatchObject({
      status: 403,
      text: 'Only admin user is allowed',
    })
  })

  it('refuses writes of a session without its authenticity token', async () => {
    const opened = await zis.control('POST /_sim/session', { user_id: 9001 })
    const cookie = opened.headers.get('set-cookie')!.split(';')[0]!
    expect(await zis.with({ cookie })('POST /api/services/zis/registry/acme_a', {})).toMatchObject({
      status: 403,
      body: { error: { title: 'Forbidden', message: 'Invalid authenticity token' } },
    })
  })

  it('answers nobody, and a token that nobody knows, with 401', async () => {
    for (const send of [zis.nobody, zis.bearer('unknown'), zis.with({ authorization: 'Basic !!!' })]) {
      expect(await send('GET /api/services/zis/registry/integrations')).toMatchObject({
        status: 401,
        text: 'Authentication failed',
      })
    }
  })

  it('knows no bundle of an integration that is not there', async () => {
    expect((await zis.admin('GET /api/services/zis/registry/nothing/bundles')).status).toBe(404)
  })

  it('gives a bundle back as it was uploaded', async () => {
    await create('acme_a')
    expect(await upload('acme_a')).toMatchObject({ status: 200, text: '' })
    const { body } = await zis.admin('GET /api/services/zis/registry/acme_a/bundles')
    const [{ uuid }] = body['bundles'] as [{ uuid: string }]
    expect(body).toMatchObject({
      bundles: [{ name: 'posting', integration: 'acme_a', zendesk_account_id: 12345678 }],
      meta: { after: uuid, before: uuid, has_more: false },
    })
    const shown = await zis.admin(`GET /api/services/zis/registry/acme_a/bundles/${uuid}`)
    expect(shown.body['resources']).toEqual(postingBundle('acme_a')['resources'])
  })

  it('replaces a bundle of the same name and keeps its uuid', async () => {
    await create('acme_a')
    await upload('acme_a')
    const before = await zis.admin('GET /api/services/zis/registry/acme_a/bundles')
    await upload('acme_a', { ...postingBundle('acme_a'), description: 'second' })
    const after = await zis.admin('GET /api/services/zis/registry/acme_a/bundles')
    expect(after.body['bundles']).toMatchObject([
      { uuid: (before.body['bundles'] as [{ uuid: string }])[0].uuid, description: 'second' },
    ])
  })

  it('refuses a bundle with a fault, and keeps the one before', async () => {
    await create('acme_a')
    await upload('acme_a')
    const faulty = JSON.parse(
      JSON.stringify(postingBundle('acme_a')).replace('"Next":"Post"', '"Next":"Nowhere"'),
    )
    const refused = await upload('acme_a', faulty)
    expect(refused.status).toBe(400)
    expect(refused.text).toContain('Nowhere')
    const { body } = await zis.admin('GET /api/services/zis/registry/acme_a/bundles')
    expect(body['bundles']).toMatchObject([{ description: 'Posts a message when a status changes' }])
  })

  it('refuses a second bundle with the same resource names', async () => {
    await create('acme_a')
    await upload('acme_a')
    const twin = { ...postingBundle('acme_a'), name: 'twin' }
    expect((await upload('acme_a', twin)).text).toContain('Bundle contains duplicated resources')
  })

  it('installs a job spec only when it and its flow were uploaded', async () => {
    await create('acme_a')
    expect(await install('acme_a')).toMatchObject({
      status: 400,
      body: { errors: [{ detail: 'one or more requested job specs is invalid' }] },
    })
    await upload('acme_a')
    expect(await specs('acme_a')).toMatchObject([{ name: 'on_status_job', installed: false }])
    expect((await install('acme_a')).status).toBe(200)
    expect((await install('acme_a')).status).toBe(200)
    expect(await specs('acme_a')).toMatchObject([{ name: 'on_status_job', installed: true }])
  })

  it('detaches the job specs of an upload; a switch keeps them', async () => {
    await create('acme_a')
    await upload('acme_a')
    await install('acme_a')
    await upload('acme_a')
    expect(await specs('acme_a')).toMatchObject([{ installed: false }])

    await install('acme_a')
    await zis.control('PUT /_sim/assumptions', { detachJobSpecsOnUpload: false })
    await upload('acme_a')
    expect(await specs('acme_a')).toMatchObject([{ installed: true }])
  })

  it('keeps a job spec installed that no upload holds any more', async () => {
    await create('acme_a')
    await upload('acme_a')
    await install('acme_a')
    const bundle = postingBundle('acme_a') as { resources: Record<string, unknown> }
    delete bundle.resources['on_status_job']
    await upload('acme_a', bundle)
    expect(await specs('acme_a')).toMatchObject([{ name: 'on_status_job', installed: true }])
  })

  it('pages its lists', async () => {
    await create('acme_a')
    for (const name of ['a', 'b', 'c']) {
      const text = JSON.stringify(postingBundle('acme_a'))
      await upload(
        'acme_a',
        JSON.parse(
          text
            .replaceAll(/"(posting|post_message|on_status|on_status_job)"/g, `"$1_${name}"`)
            .replaceAll('action:post_message', `action:post_message_${name}`)
            .replaceAll('flow:on_status', `flow:on_status_${name}`),
        ),
      )
    }
    const first = await zis.admin('GET /api/services/zis/registry/acme_a/job_specs?page[size]=2')
    expect(first.body).toMatchObject({
      job_specs: [{ name: 'on_status_job_a' }, { name: 'on_status_job_b' }],
      meta: { after: 'on_status_job_b', has_more: true },
    })
    const next = await zis.admin(
      'GET /api/services/zis/registry/acme_a/job_specs?page%5Bsize%5D=2&page%5Bafter%5D=on_status_job_b',
    )
    expect(next.body).toMatchObject({ job_specs: [{ name: 'on_status_job_c' }], meta: { has_more: false } })
    expect((await zis.admin('GET /api/services/zis/registry/acme_a/job_specs?page[size]=101')).status).toBe(
      400,
    )
  })
})

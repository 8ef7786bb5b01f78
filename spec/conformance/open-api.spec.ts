import { postingBundle } from '../fixtures/posting-bundle'
import { clientOf, type OpenApi, type Operation } from '../support/generated-client'
import { describeZis } from './ways'

describeZis('the OpenAPI document', (zis) => {
  let document: OpenApi
  beforeAll(async () => {
    document = (await zis.control('GET /_sim/openapi.json')).body as unknown as OpenApi
  })

  const operations = (): Array<[path: string, method: string, operation: Operation]> =>
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, one]): [string, string, Operation] => [path, method, one]),
    )

  it('is an OpenAPI 3.1 document', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d$/)
    expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) })
    for (const [path, method, operation] of operations()) {
      expect(path).toMatch(/^\/[\w/{}.-]*$/)
      expect(['get', 'post', 'put', 'patch', 'delete']).toContain(method)
      expect(operation.summary).not.toBe('')
      expect(Object.keys(operation.responses).length).toBeGreaterThan(0)
      for (const [status, response] of Object.entries(operation.responses)) {
        expect(status).toMatch(/^[1-5](\d\d|XX)$/)
        expect(response.description).not.toBe('')
      }
    }
  })

  it('names every operation once, every path parameter in its path, and no parameter twice', () => {
    const ids = operations().map(([, , { operationId }]) => operationId)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [path, , { parameters }] of operations()) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      const described = parameters.filter((one) => one.in === 'path')
      expect(described.map(({ name }) => name)).toEqual(inPath)
      expect(described.every(({ required }) => required)).toBe(true)
      const keys = parameters.map((one) => `${one.in} ${one.name}`)
      expect(new Set(keys).size).toBe(keys.length)
      for (const { schema } of parameters) expect(schema).toEqual(expect.any(Object))
    }
  })

  it('names no security scheme that it does not describe, and has no path twice', () => {
    const schemes = Object.keys(document.components.securitySchemes)
    for (const [, , { security }] of operations()) {
      for (const name of security.flatMap((one) => Object.keys(one))) expect(schemes).toContain(name)
    }
    const shapes = Object.keys(document.paths).map((path) => path.replace(/\{\w+\}/g, '{}'))
    expect(shapes.filter((shape, at) => shapes.indexOf(shape) !== at)).toEqual([])
  })

  it('is enough for a generated client to set up an integration and take it down again', async () => {
    const call = clientOf(document, zis.admin)
    const { name } = await zis.integration()
    const integration = name

    await call('currentUser')
    const { clients } = await call('listSupportOAuthClients')
    const client = (clients as Array<{ id: number; identifier: string }>).find(
      ({ identifier }) => identifier === `zis_${name}`,
    )
    const { token } = await call('createSupportOAuthToken', {
      body: { token: { client_id: client!.id, scopes: ['read', 'write'] } },
    })
    const zisToken = zis.bearer((token as { full_token: string }).full_token)

    const { uuid: clientUuid } = await call('createOAuthClient', {
      integration,
      body: { name: 'erp', client_id: 'c', client_secret: 's', token_url: 'https://erp.example/token' },
    })
    await call('updateOAuthClient', { integration, uuid: clientUuid, body: { default_scopes: 'orders' } })
    await call('showOAuthClient', { integration, uuid: clientUuid })
    await call('createApiKeyConnection', {
      integration,
      body: { name: 'erp', header_name: 'x-key', api_key: 'k', allowed_domain: 'erp.example' },
    })
    await call('listConnections', { integration, 'page[size]': 10 }, zisToken)
    await call('createConfig', { integration, body: { scope: 'a:b/c', config: { on: false } } })
    await call('mergeConfig', { integration, scope: 'a:b/c', body: { config: { count: 0 } } })
    const { configs } = await call('findConfigs', { integration, 'filter[scope]': 'a*' })
    expect(configs).toMatchObject([{ config: { on: false, count: 0 } }])
    await call('createLink', {
      integration,
      body: { link_type: 'order', left_object: { name: 'ticket' }, right_object: { name: 'order' } },
    })
    const named = { integration, link_type: 'order', left_object_name: 'ticket', right_object_name: 'order' }
    await call('changeLink', { ...named, body: { right_object: { metadata: { total: 0 } } } })
    await call('findLinks', { integration, link_type: 'order', right_object_name: 'or*' })
    const { uuid: webhook } = await call('createWebhook', {
      integration,
      body: { source_system: 'erp', event_type: 'order.changed' },
    })
    await call('showWebhook', { integration, uuid: webhook })
    await call('uploadBundle', { integration, body: postingBundle(name) })
    const job_spec_name = `zis:${name}:job_spec:on_status_job`
    await call('installJobSpec', { job_spec_name }, zisToken)
    expect((await call('listJobSpecs', { integration }))['job_specs']).toMatchObject([{ installed: true }])
    const { bundles } = await call('listBundles', { integration })
    await call('showBundle', { integration, uuid: (bundles as Array<{ uuid: string }>)[0]!.uuid })

    await call('uninstallJobSpec', { job_spec_name })
    await call('deleteWebhook', { integration, uuid: webhook })
    await call('deleteLink', named)
    await call('deleteConfig', { integration, scope: 'a:b/c' })
    await call('deleteApiKeyConnection', { integration, name: 'erp' })
    await call('deleteOAuthClient', { integration, uuid: clientUuid })
    await expect(call('findConfigs', { integration, 'filter[scope]': '*' })).rejects.toThrow(/404/)
  })
})

/**
 * @jest-environment-options {"url": "http://localhost:4500/assets/iframe.html?origin=http%3A%2F%2F127.0.0.1%3A4500&app_guid=guid-1"}
 */
import ZAFClient, { type ZafClient } from 'zendesk_app_framework_sdk'
import { createZafHost, ZafProblem, type ZafHost } from '../../../src/simulator/host/zaf-host'

/** The published SDK, unchanged, in a page; our host where Zendesk would be. */
let host: ZafHost
let client: ZafClient

beforeAll(async () => {
  const parent = {
    postMessage: (data: unknown, target: string) => {
      expect(target).toBe('http://127.0.0.1:4500')
      host.receive({ data, origin: 'http://localhost:4500' })
    },
  }
  Object.defineProperty(window, 'parent', { configurable: true, value: parent })
  host = createZafHost({
    appOrigin: 'http://localhost:4500',
    guid: 'guid-1',
    post(data) {
      const event = new MessageEvent('message', { data, origin: 'http://127.0.0.1:4500' })
      Object.defineProperty(event, 'source', { value: parent })
      window.dispatchEvent(event)
    },
    context: () => ({
      instanceGuid: 'guid-1',
      product: 'support',
      location: 'nav_bar',
      account: { subdomain: 'acme' },
    }),
    metadata: () => ({ appId: 1, installationId: 2, name: 'ZIS Console', version: '1.0.0', settings: {} }),
    get: (path) => (path === 'currentUser' ? { role: 'admin' } : undefined),
    set: (_path, value) => value,
    invoke(path, args) {
      if (path !== 'routeTo') throw new ZafProblem('No such Api')
      return args
    },
    request: async (options) =>
      (options as { url: string }).url === '/api/v2/users/me'
        ? { ok: true, args: [{ user: { id: 1 } }, 'success', { status: 200 }] }
        : { ok: false, args: [{ status: 404, responseText: 'RecordNotFound' }, 'error', 'Not Found'] },
  })
  const made = ZAFClient.init()
  if (!made) throw new Error('The SDK did not find origin and app_guid in the address.')
  client = made
  await client.context()
})

it('registers the app and hands it context and metadata', async () => {
  expect(await client.context()).toMatchObject({ location: 'nav_bar', account: { subdomain: 'acme' } })
  expect(await client.metadata()).toMatchObject({ name: 'ZIS Console', version: '1.0.0' })
})

it('answers get, and rejects a path that does not exist', async () => {
  expect(await client.get('currentUser')).toEqual({ currentUser: { role: 'admin' }, errors: {} })
  await expect(client.get('ticket')).rejects.toMatchObject({
    name: 'APIError',
    message: '"ticket" No such Api',
  })
})

it('hands the arguments of invoke over', async () => {
  expect(await client.invoke('routeTo', 'ticket', 7)).toEqual({ routeTo: ['ticket', 7], errors: {} })
  await expect(client.invoke('popover', 'show')).rejects.toMatchObject({ name: 'APIError' })
})

it('resolves a request with the body, and rejects a refused one with what jQuery gives', async () => {
  expect(await client.request({ url: '/api/v2/users/me' })).toEqual({ user: { id: 1 } })
  await expect(client.request({ url: '/api/v2/nothing' })).rejects.toEqual({
    status: 404,
    responseText: 'RecordNotFound',
  })
})

it('tells the app of events while it listens', () => {
  const heard: unknown[] = []
  const listener = (scheme: unknown) => heard.push(scheme)
  client.on('colorScheme.changed', listener)
  expect(host.subscribers('colorScheme.changed')).toBe(1)
  host.emit('colorScheme.changed', 'dark')
  client.off('colorScheme.changed', listener)
  expect(host.subscribers('colorScheme.changed')).toBe(0)
  host.emit('colorScheme.changed', 'light')
  expect(heard).toEqual(['dark'])
})

import { createAnswers, slugOf } from '../../../src/simulator/host/zaf-answers'
import { session } from './session'

function start() {
  const done: unknown[] = []
  const answers = createAnswers(
    () => ({ guid: 'guid-1', session, colorScheme: 'dark', appParams: { tab: '1' } }),
    {
      go: (address) => done.push(address),
      notify: (...toast) => done.push(toast),
      preload: () => done.push('preloaded'),
    },
  )
  return { ...answers, done }
}

const context = {
  instanceGuid: 'guid-1',
  product: 'support',
  location: 'nav_bar',
  account: { subdomain: 'acme' },
  appParams: { tab: '1' },
}

it.each([
  ['currentUser.locale', 'de'],
  ['currentUser.role', 'admin'],
  ['currentUser.timeZone.ianaName', 'UTC'],
  ['currentAccount.subdomain', 'acme'],
  ['colorScheme', 'dark'],
  ['iconSymbol', 'default'],
  ['instances', { 'guid-1': context }],
  ['instances.guid-1', context],
  ['ticket', undefined],
  ['currentUser.password', undefined],
  ['currentUser.constructor', undefined],
  ['__proto__', undefined],
  ['', undefined],
])('get(%j)', (path, value) => {
  expect(start().get(path)).toEqual(value)
})

it('gives the whole user as one object', () => {
  expect(start().get('currentUser')).toMatchObject({
    id: 9001,
    name: 'Ada Admin',
    groups: [],
    externalId: null,
  })
})

it('tells the app what it is', () => {
  expect(start().metadata()).toEqual({
    appId: 3,
    installationId: 4,
    name: 'ZIS Console',
    version: '1.0.0',
    settings: { color: 'blue' },
  })
})

it('keeps the icon symbol that the app sets, and lets nothing else be set', () => {
  const { set, get } = start()
  expect(set('iconSymbol', 'busy')).toBe('busy')
  expect(get('iconSymbol')).toBe('busy')
  expect(() => set('currentUser.role', 'admin')).toThrow('No such Api')
})

it.each([
  [['Saved'], ['Saved', 'notice', 5000]],
  [
    ['Late', 'alert', 9000],
    ['Late', 'alert', 9000],
  ],
  [
    ['Broken', 'error', { sticky: true }],
    ['Broken', 'error', false],
  ],
  [
    ['Odd', 'shout', { sticky: false }],
    ['Odd', 'notice', 5000],
  ],
])('notify(%j) shows a toast', (args, toast) => {
  const { invoke, done } = start()
  invoke('notify', args)
  expect(done).toEqual([toast])
})

it.each([
  [['ticket', 7], '/simulator/tickets/7'],
  [['ticket', 'new'], '/simulator/tickets/new'],
  [['ticket', '../x'], '/simulator/tickets/..%2Fx'],
  [['nav_bar', 'ZIS Console', 'connections?tab=1'], '/agent/apps/zis-console/connections?tab=1'],
  [['nav_bar', 'ZIS Console'], '/agent/apps/zis-console'],
  [['user', 5], '/agent/users/5'],
  [['organization', 6], '/agent/organizations/6'],
])('routeTo(%j) goes there', (args, address) => {
  const { invoke, done } = start()
  invoke('routeTo', args)
  expect(done).toEqual([address])
})

it.each([
  ['routeTo', ['https://example.com', 1]],
  ['routeTo', ['ticket']],
  ['popover', ['show']],
  ['instances.create', [{ location: 'modal', url: 'assets/modal.html' }]],
  ['destroy', []],
  ['ticket.save', []],
])('refuses %s(%j) with a name that the app can see', (path, args) => {
  const { invoke, done } = start()
  expect(() => invoke(path, args)).toThrow(
    expect.objectContaining({ name: expect.stringMatching(/Error$/) as string }),
  )
  expect(done).toEqual([])
})

it('accepts what has no effect in this place, and loads a pane in advance', () => {
  const { invoke, done } = start()
  for (const path of ['resize', 'track', 'hide', 'show']) invoke(path, [])
  expect(done).toEqual([])
  invoke('preloadPane', [])
  expect(done).toEqual(['preloaded'])
})

it.each([
  ['ZIS Console', 'zis-console'],
  ['  Köln & Söhne!', 'köln-söhne'],
])('an app called %j has the address %j', (name, slug) => {
  expect(slugOf(name)).toBe(slug)
})

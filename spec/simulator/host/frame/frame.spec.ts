import { openFrame, type DeepLink } from '../../../../src/simulator/host/frame/frame'
import { session } from '../session'

const nowhere: DeepLink = { segments: [], params: {} }

/** A page and a frame as far as the frame's life goes; the app only says that it is there. */
function start({ isShown = true, deepLink = nowhere } = {}) {
  const heard: Array<{ key?: string; message?: unknown }> = []
  const contentWindow = { postMessage: (message: object) => heard.push(message) }
  const iframe = { src: '', contentWindow }
  let listen: ((event: unknown) => void) | undefined
  const page = {
    location: { origin: 'http://127.0.0.1:4500' },
    crypto: { randomUUID: () => 'guid-1' },
    addEventListener: (_: string, listener: (event: unknown) => void) => {
      expect(iframe.src).toBe('')
      listen = listener
    },
    removeEventListener: () => (listen = undefined),
  }
  const frame = openFrame({
    iframe: iframe as unknown as HTMLIFrameElement,
    page: page as unknown as Window,
    session,
    colorScheme: 'light',
    deepLink,
    isShown,
    port: { go: () => undefined, notify: () => undefined, preload: () => undefined },
    request: async () => ({ ok: true, args: [] }),
  })
  const load = (source: unknown = contentWindow) =>
    listen?.({
      source,
      origin: 'http://localhost:4500',
      data: JSON.stringify({ key: 'iframe.handshake', appGuid: 'guid-1' }),
    })
  const events = () =>
    heard.splice(0).map(({ key, message }) => (message === undefined ? [key] : [key, message]))
  return { frame, iframe, load, events }
}

const registered = ['zaf.app.registered', expect.anything()]

it('tells the app in its address who frames it, and in which colours', () => {
  expect(start().iframe.src).toBe(
    'http://localhost:4500/0/assets/iframe.html?origin=http%3A%2F%2F127.0.0.1%3A4500&app_guid=guid-1&colorScheme=light',
  )
})

it('activates the app after its registration, and again when the user comes back', () => {
  const { frame, load, events } = start()
  load()
  expect(events()).toEqual([registered, ['zaf.app.activated', { firstLoad: true }]])
  frame.show(false)
  frame.show(false)
  frame.show(true)
  expect(events()).toEqual([
    ['zaf.pane.deactivated'],
    ['zaf.app.deactivated'],
    ['zaf.pane.activated'],
    ['zaf.app.activated', { firstLoad: false }],
  ])
})

it('does not say that a pane is activated at its first display, also when it was loaded in advance', () => {
  const { frame, load, events } = start({ isShown: false })
  load()
  expect(events()).toEqual([registered])
  frame.show(true)
  expect(events()).toEqual([['zaf.app.activated', { firstLoad: true }]])
})

it('hands a deep link on, the first and those that follow', () => {
  const { frame, load, events } = start({
    deepLink: { segments: ['connections', 'slack'], params: { tab: '1' } },
  })
  load()
  expect(events()).toEqual([
    [
      'zaf.app.registered',
      expect.objectContaining({ context: expect.objectContaining({ appParams: { tab: '1' } }) }),
    ],
    ['zaf.app.activated', { firstLoad: true }],
    ['zaf.app.route.changed', { appRoute: 'connections/slack', appParams: { tab: '1' } }],
  ])
  frame.setDeepLink({ segments: ['runs'], params: {} })
  frame.setDeepLink({ segments: ['runs'], params: {} })
  expect(events()).toEqual([
    ['zaf.context.updated', expect.objectContaining({ appParams: {} })],
    ['zaf.app.route.changed', { appRoute: 'runs', appParams: {} }],
  ])
})

it('tells of another colour scheme once', () => {
  const { frame, load, events } = start()
  load()
  events()
  frame.setColorScheme('dark')
  frame.setColorScheme('dark')
  expect(events()).toEqual([['zaf.colorScheme.changed', 'dark']])
})

it('listens to its own frame only, and no more once it is closed', () => {
  const { frame, load, events } = start()
  load({ another: 'window' })
  expect(events()).toEqual([])
  frame.close()
  load()
  expect(events()).toEqual([])
})

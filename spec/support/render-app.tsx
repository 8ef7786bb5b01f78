import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { App } from '../../src/app/app'
import { readReturn } from '../../src/app/platform/sign-in-return'
import { openFrame } from '../../src/app/platform/zaf'
import { loadLanguage } from '../../src/app/platform/languages'
import { createQueryClient } from '../../src/app/queries/query-client'
import type { CatalogueEntry } from '../../src/zis/definition'
import { createZafHost } from '../../src/simulator/host/zaf-host'
import { createZafRequest } from '../../src/simulator/host/zaf-request'
import { signIn } from './sign-in'
import { startSimulator, type TestZis } from './start-simulator'

const root = resolve(__dirname, '../..')
const guid = 'app-of-specs'

/** What a spec may put in place of ZIS for one request; undefined lets it through. */
export type Intercept = (request: Request) => Response | undefined

interface Options {
  user?: 'admin' | 'agent'
  /** The fragment of the address, e.g. `#/install/slack_status`. */
  at?: string
  intercept?: Intercept
  /** What every answer waits for. */
  hold?: () => Promise<unknown>
  /** Hears of every request with its answer; both are copies to be read. */
  heard?: (request: Request, answer: Response) => Promise<void>
  /** The deep link that opens the app. */
  link?: { segments: string[]; params?: Record<string, string> }
  /** The words of definitions in other languages cannot be read. */
  isWithoutWords?: boolean
  /** Makes another version of what the catalogue has. */
  catalogue?: (entry: CatalogueEntry) => CatalogueEntry
  /** As Zendesk says them of the signed-in user. */
  locale?: string
  timeZone?: string
  /** What the admin who installed the app has set. */
  settings?: Record<string, unknown>
  /** Another page's simulator, to look at what it left. */
  zis?: TestZis
}

let running: TestZis | undefined

/** Ends what {@link renderApp} began. Call it after each case. */
export async function stopApp(): Promise<void> {
  cleanup()
  await running?.stop()
  running = undefined
}

/**
 * Draws the app as Zendesk would: the real SDK talks to the real host protocol, whose requests go to a
 * whole simulator in memory with the session of the signed-in user.
 */
export async function renderApp({
  user = 'admin',
  at = '#/',
  intercept,
  hold,
  heard,
  link,
  catalogue,
  isWithoutWords = false,
  locale: wanted,
  timeZone = 'UTC',
  settings = {},
  zis,
}: Options = {}) {
  running = zis ?? running ?? (await startSimulator())
  const { simulator, control } = running
  const page: { intercept?: Intercept; hold?: () => Promise<unknown> } = { intercept, hold }
  const session = await control('POST /_sim/session', {
    user_id: user === 'admin' ? 9001 : 9002,
    ...(wanted !== undefined && { locale: wanted }),
  })
  const cookie = session.headers.get('set-cookie')!.split(';')[0]!
  const { id, name, role, locale } = session.body['user'] as {
    id: number
    name: string
    role: string
    locale: string
  }

  const query = new URLSearchParams({ origin: simulator.origin, app_guid: guid })
  window.history.replaceState(null, '', `/assets/iframe.html?${query.toString()}${at}`)
  serveCatalogue(catalogue, isWithoutWords)

  const toasts: string[] = []
  const visited: string[] = []
  const parent = {
    postMessage: (data: unknown) =>
      queueMicrotask(() => host.receive({ data, origin: window.location.origin })),
  }
  Object.defineProperty(window, 'parent', { configurable: true, value: parent })
  const host = createZafHost({
    appOrigin: window.location.origin,
    guid,
    post: (message) => deliver(structuredClone(message), simulator.origin, parent),
    context: () => ({
      instanceGuid: guid,
      product: 'support',
      location: 'nav_bar',
      account: { subdomain: 'acme' },
      appParams: link?.params ?? {},
    }),
    metadata: () => ({ appId: 1, installationId: 1, name: 'ZIS Console', version: '0.1.0', settings }),
    get: (path) =>
      ({ currentUser: { id, name, role, locale, timeZone: { ianaName: timeZone } }, colorScheme: 'light' })[
        path
      ],
    set: (_path, value) => value,
    invoke(path, args) {
      if (path === 'notify') toasts.push(String(args[0]))
      if (path === 'routeTo') visited.push(args.slice(1).join('/'))
    },
    registered() {
      if (link) follow(link)
    },
    request: createZafRequest({
      origin: simulator.origin,
      csrfToken: () => session.body['authenticity_token'] as string,
      sleep: () => Promise.resolve(),
      fetch: async (url, init) => {
        const request = new Request(url, {
          ...init,
          headers: { ...Object.fromEntries(new Headers(init.headers)), cookie },
        })
        await page.hold?.()
        const copy = heard && request.clone()
        const answer = page.intercept?.(request) ?? (await simulator.fetch(request))
        if (copy) await heard(copy, answer.clone())
        return answer
      },
    }),
  })

  /** Follows a deep link into the app, as Zendesk tells of it. */
  function follow({ segments, params = {} }: { segments: string[]; params?: Record<string, string> }) {
    host.emit('app.route.changed', { appRoute: segments.join('/'), appParams: params })
  }

  // Answers arrive when they arrive; React need not be told of each.
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false })
  const frame = await openFrame()
  if (!frame) throw new Error('the SDK found no Zendesk around the app')
  const queries = createQueryClient({ retries: 0 })
  render(<App frame={frame} language={await loadLanguage(locale)} queries={queries} />)
  return { zis: running, user: userEvent.setup(), toasts, visited, follow, host, page }
}

/**
 * jsdom's own postMessage names neither origin nor source, which both sides check (zaf 6).
 */
export function deliver(data: unknown, origin: string, source: object): void {
  const event = new MessageEvent('message', { data, origin })
  Object.defineProperty(event, 'source', { value: source })
  window.dispatchEvent(event)
}

/** The app reads its catalogue from beside its own page. */
function serveCatalogue(
  change: (entry: CatalogueEntry) => CatalogueEntry = (entry) => entry,
  isWithoutWords: boolean,
): void {
  window.fetch = globalThis.fetch = (input) => {
    const { pathname } = new URL(String(input))
    const name = 'slack_status'
    const read = (file: string): unknown =>
      JSON.parse(readFileSync(resolve(root, 'integrations', name, file), 'utf8'))
    const [, words] = /^\/assets\/integrations\.([\w-]+)\.json$/.exec(pathname) ?? []
    if (words !== undefined && !isWithoutWords) {
      return Promise.resolve(Response.json({ [name]: read(`translations/${words}.json`) }))
    }
    if (pathname !== '/assets/integrations.json') return Promise.resolve(new Response('', { status: 404 }))
    const entry = { definition: read('integration.json'), bundle: read('bundle.json') } as CatalogueEntry
    return Promise.resolve(Response.json({ integrations: [{ ...change(entry), name }] }))
  }
}

/** The sign-in windows that the app opens from now on. jsdom has none. */
export function fakeWindows(zis: TestZis) {
  const opened: FakeWindow[] = []
  window.open = () => {
    const fake = makeWindow()
    opened.push(fake)
    return fake as unknown as Window
  }

  /** Does in the newest window what a person does there, up to the app's own page coming back. */
  async function finish(choice: 'allow' | 'deny' = 'allow'): Promise<void> {
    const fake = opened.at(-1)!
    const back = await signIn(
      zis,
      { status: 200, body: { redirect_url: fake.address }, text: '', headers: new Headers() },
      choice,
    )
    deliver(readReturn(back.search), window.location.origin, fake)
  }
  return { opened, finish }
}

interface FakeWindow {
  closed: boolean
  address: string
  document: { body: { textContent: string } }
  location: { search: string; replace(address: string): void }
  close(): void
}

function makeWindow(): FakeWindow {
  const fake: FakeWindow = {
    closed: false,
    address: '',
    document: { body: { textContent: '' } },
    location: {
      search: '',
      replace(address) {
        fake.address = address
      },
    },
    close() {
      fake.closed = true
    },
  }
  return fake
}

/** The card of one system. */
export const card = async (name: string) => within(await screen.findByRole('region', { name }))

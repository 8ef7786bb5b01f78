import ZAFClient, { type ZafClient } from 'zendesk_app_framework_sdk'
import { isObject } from '../../zis/json'
import {
  pathOf,
  readLink,
  readParams,
  returnOf,
  returnParameter,
  routeOf,
  slugOf,
  type DeepLink,
  type PageReturn,
} from './deep-link'
import { Problem } from './problem'
import type { Route } from './route'
import { signInParameter, type SignInEnd } from './sign-in-return'

/** Zendesk around the app, as much of it as the app uses. */
export interface Frame {
  /** `id` is empty where Zendesk does not say it; `timeZone` is an IANA name. */
  user: { id: string; role: string; locale: string; name: string; timeZone: string | undefined }
  subdomain: string
  /** What the admin who installed the app has set: nothing may be changed with it. */
  isReadOnly: boolean
  /** Origin of the page that frames the app, as it told the app in the query. */
  hostOrigin: string
  /** Address of the app's own page, where a sign-in window is to come back to; without a fragment. */
  appAddress: string
  colorScheme: ColorScheme
  onColorScheme(listener: (scheme: ColorScheme) => void): () => void
  /** The place that a deep link named before anyone listened. */
  firstRoute: Route | undefined
  /** Hears of deep links that are followed while the app is open. */
  onRoute(listener: (route: Route) => void): () => void
  /** The address of a place in the app, with Zendesk around it. */
  addressOf(route: Route): string
  /** Where a sign-in without a window is to come back to. */
  returnAddress(route: Route, connection: string): string
  /**
   * What a sign-in without a window has brought back for a connection. It is handed out once: its token
   * is good for one call, and is kept nowhere else.
   */
  takeReturn(integration: string, connection: string): SignInEnd | undefined
  /** The connection of an integration for which a sign-in without a window has come back. */
  returnedFor(integration: string): string | undefined
  /** Shows one of Zendesk's own toasts. */
  notify(text: string, kind?: 'notice' | 'alert' | 'error'): void
  /**
   * Sends a request to the account with the session of the signed-in user.
   * @returns the body: parsed when it is JSON, else text
   * @throws what the framework rejects with, an xhr-like object and no Error (zaf 7)
   */
  request(request: FrameRequest): Promise<unknown>
}

export interface FrameRequest {
  method: string
  url: string
  body?: unknown
  headers?: Record<string, string>
}

export type ColorScheme = 'light' | 'dark'

/** How long Zendesk may take to register the app. The framework itself would wait forever (zaf 2). */
const registrationLimitMs = 20_000

/**
 * Connects to the page around the app. Call it once in the life of a page: a second client would answer
 * the same messages again (zaf 2).
 *
 * @returns undefined when there is no Zendesk around the app
 * @throws {Problem} when Zendesk does not answer in time
 */
export async function openFrame(): Promise<Frame | undefined> {
  const query = new URLSearchParams(window.location.search)
  const client = ZAFClient.init()
  if (!client) return undefined

  // It may come right after the registration, so it is listened for before.
  const links = listenForLinks(client)
  await registered(client)
  const [context, metadata, user, scheme] = await Promise.all([
    client.context(),
    client.metadata(),
    read(client, 'currentUser'),
    // Older hosts do not know the property; the query then stands.
    read(client, 'colorScheme').catch(() => query.get('colorScheme')),
  ])
  const { id, role, locale, name, timeZone } = user as CurrentUser

  const hostOrigin = query.get('origin') ?? ''
  const slug = slugOf(metadata.name ?? '') || 'zis-console'
  const addressOf = (route: Route) => `${hostOrigin}/agent/apps/${slug}/${pathOf(route)}`.replace(/\/$/, '')
  links.note({ segments: [], params: readParams(context.appParams) })
  const firstRoute = links.latest()
  // The token leaves the address as soon as it is read.
  if (firstRoute && links.hasReturned()) {
    client.invoke('routeTo', 'nav_bar', metadata.name, pathOf(firstRoute)).catch(() => undefined)
  }

  return {
    user: {
      id: id === undefined ? '' : String(id),
      role: role ?? 'agent',
      locale: locale ?? 'en-US',
      name: name ?? '',
      timeZone: zoneOf(timeZone),
    },
    subdomain: context.account.subdomain,
    isReadOnly: isTicked(metadata.settings?.['read_only']),
    hostOrigin,
    appAddress: window.location.href.replace(/#.*$/, ''),
    colorScheme: toScheme(scheme),
    onColorScheme(listener) {
      const heard = (scheme: unknown) => listener(toScheme(scheme))
      client.on('colorScheme.changed', heard)
      return () => void client.off('colorScheme.changed', heard)
    },
    firstRoute,
    onRoute: links.listen,
    addressOf,
    returnAddress(route, connection) {
      const address = new URL(addressOf({ page: 'home' }))
      address.searchParams.set(signInParameter, returnParameter(route, connection))
      // An app that is served from this machine is framed only when Zendesk is asked to (zis-admin-app 4.1).
      if (address.protocol === 'https:' && window.location.hostname === 'localhost') {
        address.searchParams.set('zcli_apps', 'true')
      }
      return address.href
    },
    takeReturn: links.take,
    returnedFor: links.returnedFor,
    notify(text, kind = 'notice') {
      // A toast that does not appear is no reason to stop what it would have told of.
      client.invoke('notify', text, kind).catch(() => undefined)
    },
    async request({ method, url, body, headers }) {
      return client.request({
        url,
        type: method,
        // The framework would wait as long as Zendesk says, and send a write after it was taken for failed here.
        autoRetry: false,
        ...(headers && { headers }),
        ...(body === undefined ? {} : { contentType: 'application/json', data: JSON.stringify(body) }),
      })
    },
  }
}

/** As much of `currentUser` as the app reads (zaf 5.1). */
interface CurrentUser {
  id?: number
  role?: string
  locale?: string
  name?: string
  timeZone?: unknown
}

/** No source says for sure whether the time zone is a text or an object, or that a browser knows it. */
function zoneOf(value: unknown): string | undefined {
  const name = isObject(value) ? (value['ianaName'] ?? value['name']) : value
  if (typeof name !== 'string' || name === '') return undefined
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}

/** A checkbox among the settings; no source says whether it arrives as a boolean or as a text. */
const isTicked = (value: unknown): boolean => value === true || value === 'true'

/** The colour scheme of the first paint, before Zendesk has said a word (zis-admin-app 7.2). */
export const firstColorScheme = (): ColorScheme =>
  toScheme(new URLSearchParams(window.location.search).get('colorScheme'))

const toScheme = (value: unknown): ColorScheme => (value === 'dark' ? 'dark' : 'light')

/** Follows the deep links into the app, and keeps what a sign-in brought back until it is asked for. */
function listenForLinks(client: ZafClient) {
  let latest: Route | undefined
  let returned: PageReturn | undefined
  const seen = new Set<string>()
  const listeners = new Set<(route: Route) => void>()

  const note = (link: DeepLink): void => {
    const back = returnOf(link)
    // The same one may come twice, by the event and by the context; its token is good for one call.
    if (back && !seen.has(back.id)) {
      seen.add(back.id)
      returned = back
    }
    const route = back?.route ?? routeOf(link)
    if (route === undefined) return
    latest = route
    for (const listener of listeners) listener(route)
  }
  client.on('app.route.changed', (payload) => note(readLink(payload)))

  return {
    note,
    latest: () => latest,
    hasReturned: () => returned !== undefined,
    listen(listener: (route: Route) => void): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    returnedFor: (integration: string) =>
      returned?.route.name === integration ? returned.connection : undefined,
    take(integration: string, connection: string): SignInEnd | undefined {
      if (returned?.route.name !== integration || returned.connection !== connection) return undefined
      const { end } = returned
      returned = undefined
      return end
    },
  }
}

async function registered(client: ZafClient): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Problem('timeout', 0, '')), registrationLimitMs)
  })
  const here = new Promise<void>((resolve) => client.on('app.registered', () => resolve()))
  await Promise.race([here, late]).finally(() => clearTimeout(timer))
}

/**
 * Reads one property. In SDK 2.0.11 a time-out *resolves* with an object that looks like an error, so
 * an answer without the asked-for key is a time-out (zaf 1, 3.5).
 */
async function read(client: ZafClient, path: string): Promise<unknown> {
  const answer = await client.get(path)
  if (!Object.hasOwn(answer, path)) throw new Problem('timeout', 0, '')
  return answer[path]
}

import { tabs, type Route } from './route'
import { endOf, readReturn, type SignInEnd } from './sign-in-return'

/** A place in the app as an address of Zendesk names it: `/agent/apps/zis-console/{segments}?{params}`. */
export interface DeepLink {
  segments: string[]
  params: Record<string, string>
}

/**
 * Reads the payload of `app.route.changed`. Its shape in the framework's version 2 is not documented
 * (zaf 5.4), so whatever is not understood is left out.
 */
export function readLink(payload: unknown): DeepLink {
  const { appRoute, appParams } = Object(payload) as { appRoute?: unknown; appParams?: unknown }
  const parts = Array.isArray(appRoute) ? appRoute : typeof appRoute === 'string' ? appRoute.split('/') : []
  return {
    segments: parts.filter((part): part is string => typeof part === 'string' && part !== ''),
    params: readParams(appParams),
  }
}

/** The query of the address that opened the app, as `context().appParams` or an event hands it over. */
export const readParams = (params: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(Object(params) as object).filter(
      (pair): pair is [string, string] => typeof pair[1] === 'string',
    ),
  )

/** Where a deep link leads; undefined when it names no place and the admin stays where they are. */
export function routeOf({ segments: [key, place] }: DeepLink): Route | undefined {
  if (key === undefined) return undefined
  if (place === 'setup') return { page: 'install', name: key }
  return { page: 'integration', name: key, tab: tabs.find((tab) => tab === place) ?? 'overview' }
}

/** Writes the part of the address after the app's name. */
export function pathOf(route: Route): string {
  if (route.page === 'home') return ''
  const key = encodeURIComponent(route.name)
  return route.page === 'install' ? `${key}/setup` : `${key}/${route.tab}`
}

/** A sign-in that left Zendesk with the whole page and came back by a deep link (zis-admin-app 4.1 C). */
export interface PageReturn {
  id: string
  route: Route & { name: string }
  connection: string
  end: SignInEnd
}

/**
 * What the way back is to say about a sign-in, in one parameter: the query is all that is known to reach
 * an app that Zendesk has loaded anew (zis-admin-app 4.1).
 */
export const returnParameter = (route: Route, connection: string): string =>
  `${pathOf(route).replace('/', '.')}.${connection}.${crypto.randomUUID()}`

/** Reads what a sign-in has left in the query of a deep link; undefined for any other link. */
export function returnOf({ params }: DeepLink): PageReturn | undefined {
  const message = readReturn(new URLSearchParams(params).toString())
  const [key, place, connection] = message?.id.split('.') ?? []
  if (message === undefined || !key || !place || !connection) return undefined
  const route = routeOf({ segments: [key, place], params: {} })
  if (route === undefined || route.page === 'home') return undefined
  return { id: message.id, route, connection, end: endOf(message) }
}

/** The name of an app in addresses: `ZIS Console` is at `/agent/apps/zis-console` (zis-admin-app 7.1). */
export const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')

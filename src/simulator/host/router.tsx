import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'

/** An address of this page, read. */
export type Route =
  | { page: 'start' }
  | { page: 'app'; slug: string; segments: string[]; params: Record<string, string> }
  | { page: 'tickets'; isNew: boolean; params: Record<string, string> }
  | { page: 'ticket'; id: string; params: Record<string, string> }
  | { page: 'partners' }
  | { page: 'partner'; host: string }
  | { page: 'runs'; params: Record<string, string> }
  | { page: 'run'; id: string }
  | { page: 'events'; params: Record<string, string> }
  | { page: 'log'; params: Record<string, string> }
  | { page: 'requests'; params: Record<string, string> }
  | { page: 'queue' }
  | { page: 'switches'; params: Record<string, string> }
  | { page: 'integrations' }
  | { page: 'integration'; key: string }
  | { page: 'users'; isNew: boolean; params: Record<string, string> }
  | { page: 'user'; id: string }
  | { page: 'organizations'; isNew: boolean }
  | { page: 'organization'; id: string }
  | { page: 'webhooks'; isNew: boolean; params: Record<string, string> }
  | { page: 'webhook'; id: string }
  | { page: 'objects'; isNew: boolean; params: Record<string, string> }
  | { page: 'object'; key: string; params: Record<string, string> }
  | { page: 'activities'; params: Record<string, string> }
  | { page: 'unknown'; path: string }

/** Reads an address, e.g. `/agent/apps/zis-console/connections?tab=1`. */
export function readRoute(address: string): Route {
  const { pathname, searchParams } = new URL(address, 'http://page')
  const parts = pathname
    .split('/')
    .filter((part) => part !== '')
    .map(decode)
  const [area, section, id, ...rest] = parts
  const unknown: Route = { page: 'unknown', path: pathname }
  const params = Object.fromEntries(searchParams)
  const isNew = id === 'new'

  if (area === undefined) return { page: 'start' }
  if (area === 'agent') {
    if (section === undefined) return { page: 'start' }
    if (section === 'apps' && id) {
      return { page: 'app', slug: id, segments: rest, params }
    }
    if (rest.length > 0 || !id) return unknown
    if (section === 'tickets') return { page: 'ticket', id, params }
    if (section === 'users') return { page: 'user', id }
    return section === 'organizations' ? { page: 'organization', id } : unknown
  }
  if (area !== 'simulator' || rest.length > 0) return unknown
  if (section === 'tickets') {
    return id && !isNew ? { page: 'ticket', id, params } : { page: 'tickets', isNew, params }
  }
  if (section === 'users') return id && !isNew ? { page: 'user', id } : { page: 'users', isNew, params }
  if (section === 'organizations') {
    return id && !isNew ? { page: 'organization', id } : { page: 'organizations', isNew }
  }
  if (section === 'webhooks')
    return id && !isNew ? { page: 'webhook', id } : { page: 'webhooks', isNew, params }
  if (section === 'objects') {
    return id && !isNew ? { page: 'object', key: id, params } : { page: 'objects', isNew, params }
  }
  if (section === 'partners') return id ? { page: 'partner', host: id } : { page: 'partners' }
  if (section === 'runs' && id) return { page: 'run', id }
  if (section === 'integrations') return id ? { page: 'integration', key: id } : { page: 'integrations' }
  if (id) return unknown
  if (section === 'queue') return { page: 'queue' }
  const list = lists.find((name) => name === section)
  return list ? { page: list, params } : unknown
}

/** Pages whose filters are in the address. */
const lists = ['runs', 'events', 'log', 'requests', 'switches', 'activities'] as const

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

interface Router {
  route: Route
  go(address: string, how?: 'push' | 'replace'): void
}

const RouterContext = createContext<Router | undefined>(undefined)
const here = () => window.location.pathname + window.location.search

/** Keeps the address and the page together; the browser's Back and Forward work. */
export function RouterProvider({ children }: { children: ReactNode }) {
  const [address, setAddress] = useState(here)

  useEffect(() => {
    const follow = () => setAddress(here())
    window.addEventListener('popstate', follow)
    return () => window.removeEventListener('popstate', follow)
  }, [])

  const go = useCallback((to: string, how: 'push' | 'replace' = 'push') => {
    if (how === 'replace') window.history.replaceState(null, '', to)
    else if (to !== here()) window.history.pushState(null, '', to)
    setAddress(here())
  }, [])

  const value = useMemo(() => ({ route: readRoute(address), go }), [address, go])
  return <RouterContext.Provider value={value}>{children}</RouterContext.Provider>
}

export function useRouter(): Router {
  const router = useContext(RouterContext)
  if (router === undefined) throw new Error('useRouter is called outside of RouterProvider')
  return router
}

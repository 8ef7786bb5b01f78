import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react'

/**
 * Where in the app the admin is. It stands in the fragment of the frame's address, so the browser's
 * Back works; nothing else is remembered there.
 */
// `install` names an entry of the catalogue or, once it is registered, its integration key;
// `integration` an integration key.
export type Route =
  { page: 'home' } | { page: 'install'; name: string } | { page: 'integration'; name: string; tab: Tab }

export const tabs = ['overview', 'connections', 'settings', 'flows', 'webhooks', 'links', 'activity'] as const
export type Tab = (typeof tabs)[number]

/** Reads a fragment; anything unknown is home. */
export function readRoute(fragment: string): Route {
  const [page, name, tab] = fragment
    .replace(/^#?\/?/, '')
    .split('/')
    .map(decode)
  if (page === 'install' && name) return { page, name }
  if (page === 'integrations' && name) {
    return { page: 'integration', name, tab: tabs.find((known) => known === tab) ?? 'overview' }
  }
  return { page: 'home' }
}

/** Writes a fragment. */
export function writeRoute(route: Route): string {
  if (route.page === 'home') return '#/'
  const name = encodeURIComponent(route.name)
  return route.page === 'install' ? `#/install/${name}` : `#/integrations/${name}/${route.tab}`
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}

interface Navigation {
  route: Route
  /** Goes somewhere; asks first when a page has unsaved changes. */
  go(route: Route): void
  /** Does what would take a form off the page; asks first when it has unsaved changes. */
  attempt(action: () => void): void
  /** True while the admin is asked what is to become of unsaved changes. */
  isHeld: boolean
  leave(): void
  stay(): void
  /** @param form stands for one form; a page may have several */
  setUnsaved(form: object, unsaved: boolean): void
}

const NavigationContext = createContext<Navigation | undefined>(undefined)

/** Deep links into the app; Zendesk's side of them is in `zaf`. */
interface DeepLinks {
  firstRoute: Route | undefined
  onRoute(listener: (route: Route) => void): () => void
}

export function NavigationProvider({ links, children }: { links: DeepLinks; children: ReactNode }) {
  const [route, setRoute] = useState(() => links.firstRoute ?? readRoute(window.location.hash))
  const [held, setHeld] = useState<() => void>()
  const unsaved = useRef(new Set<object>())
  const here = useRef(route)

  const move = useCallback((next: Route) => {
    here.current = next
    setRoute(next)
  }, [])

  const attempt = useCallback((action: () => void) => {
    if (unsaved.current.size > 0) setHeld(() => action)
    else action()
  }, [])

  const go = useCallback(
    (next: Route) =>
      attempt(() => {
        window.history.pushState(null, '', writeRoute(next))
        move(next)
      }),
    [attempt, move],
  )

  useEffect(
    () =>
      links.onRoute((next) => {
        if (writeRoute(next) !== writeRoute(here.current)) go(next)
      }),
    [links, go],
  )

  useEffect(() => {
    const onPop = () => {
      const next = readRoute(window.location.hash)
      if (writeRoute(next) === writeRoute(here.current)) return
      if (unsaved.current.size === 0) return move(next)
      // The browser has gone back already: put the address in place again and ask.
      window.history.pushState(null, '', writeRoute(here.current))
      go(next)
    }
    const onUnload = (event: BeforeUnloadEvent) => {
      if (unsaved.current.size > 0) event.preventDefault()
    }
    // A link changes the fragment, the browser's Back the entry: either may come alone.
    window.addEventListener('popstate', onPop)
    window.addEventListener('hashchange', onPop)
    window.addEventListener('beforeunload', onUnload)
    return () => {
      window.removeEventListener('popstate', onPop)
      window.removeEventListener('hashchange', onPop)
      window.removeEventListener('beforeunload', onUnload)
    }
  }, [move, go])

  const value = useMemo<Navigation>(
    () => ({
      route,
      go,
      attempt,
      isHeld: held !== undefined,
      leave() {
        unsaved.current.clear()
        setHeld(undefined)
        held?.()
      },
      stay: () => setHeld(undefined),
      setUnsaved(form, is) {
        if (is) unsaved.current.add(form)
        else unsaved.current.delete(form)
      },
    }),
    [route, go, attempt, held],
  )
  return <NavigationContext.Provider value={value}>{children}</NavigationContext.Provider>
}

export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext)
  if (navigation === undefined) throw new Error('useNavigation is called outside of NavigationProvider')
  return navigation
}

/** Holds the page while there are changes that would be lost. */
export function useUnsaved(isUnsaved: boolean): void {
  const { setUnsaved } = useNavigation()
  const [form] = useState(() => ({}))
  useEffect(() => {
    setUnsaved(form, isUnsaved)
    return () => setUnsaved(form, false)
  }, [form, isUnsaved, setUnsaved])
}

import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
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
  /** What the admin is asked, while a page that would lose something is being left. */
  question: Question | undefined
  leave(): void
  stay(): void
  /** @returns ends it */
  hold(loss: Loss): () => void
}

/** The words of the question before a page is left; without them it speaks of unsaved changes. */
export interface Question {
  title?: string
  text?: string
}

/** Something on the page that goes with it. A page may have several. */
interface Loss extends Question {
  /** Asked when the page is left and not before, so that a field need not tell of every key. */
  isThere(): boolean
}

const NavigationContext = createContext<Navigation | undefined>(undefined)

/** Deep links into the app; Zendesk's side of them is in `zaf`. */
interface DeepLinks {
  firstRoute: Route | undefined
  onRoute(listener: (route: Route) => void): () => void
}

export function NavigationProvider({ links, children }: { links: DeepLinks; children: ReactNode }) {
  const [route, setRoute] = useState(() => links.firstRoute ?? readRoute(window.location.hash))
  const [held, setHeld] = useState<{ action: () => void; question: Question }>()
  const losses = useRef(new Set<Loss>())
  const here = useRef(route)

  const move = useCallback((next: Route) => {
    here.current = next
    setRoute(next)
  }, [])

  const attempt = useCallback((action: () => void) => {
    const question = firstLoss(losses.current)
    if (question) setHeld({ action, question })
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
      if (!firstLoss(losses.current)) return move(next)
      // The browser has gone back already: put the address in place again and ask.
      window.history.pushState(null, '', writeRoute(here.current))
      go(next)
    }
    const onUnload = (event: BeforeUnloadEvent) => {
      if (firstLoss(losses.current)) event.preventDefault()
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
      question: held?.question,
      leave() {
        losses.current.clear()
        setHeld(undefined)
        held?.action()
      },
      stay: () => setHeld(undefined),
      hold(loss) {
        losses.current.add(loss)
        return () => void losses.current.delete(loss)
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

const firstLoss = (losses: Set<Loss>): Loss | undefined => [...losses].find((loss) => loss.isThere())

/** Holds the page while there are changes that would be lost. */
export function useUnsaved(isUnsaved: boolean, question: Question = {}): void {
  const { hold } = useNavigation()
  const { title, text } = question
  useEffect(
    () => (isUnsaved ? hold({ isThere: () => true, title, text }) : undefined),
    [hold, isUnsaved, title, text],
  )
}

/**
 * Holds the page while something stands in the fields of a form that did not at first. The fields themselves
 * are asked when the page is left: what is typed, a secret too, is nowhere but in them.
 *
 * @param isBusy it is on its way already
 */
export function useUnsavedFields(form: RefObject<HTMLFormElement>, isBusy: boolean): void {
  const { hold } = useNavigation()
  useEffect(
    () => (isBusy ? undefined : hold({ isThere: () => form.current !== null && hasTyped(form.current) })),
    [hold, form, isBusy],
  )
}

const hasTyped = (form: HTMLFormElement): boolean =>
  [...form.elements].some((field) => field instanceof HTMLInputElement && field.value !== field.defaultValue)

/** Of jsdom's insides, what finds the style of an element. */
interface Inside {
  /** Styles that were found; another object, or none, after each change of the page. */
  _styleCache: object | null
  _nwsapiDontThrow?: { match(selector: Selector, element: Element): boolean }
}

/** Rules that are no element's, such as `@keyframes`, have none. */
type Selector = string | undefined

/**
 * Makes jsdom find the style of an element quicker. It tries every rule on every element, of which a page
 * has hundreds, and works out anew what it has just been asked. Here a rule is tried only on elements that
 * have a class, id or tag that it wants, and an answer stands until the page changes.
 */
export function hurryStyles(window: Window): void {
  const { document } = window
  const key = Object.getOwnPropertySymbols(document).find(({ description }) => description === 'impl')
  const inside = (document as unknown as Record<symbol, Inside | undefined>)[key!]
  // jsdom makes what matches when the first style is asked for.
  window.getComputedStyle(document.documentElement)
  if (!inside?._nwsapiDontThrow) throw new Error('quick-styles.ts does not know how this jsdom finds styles.')
  matchOnlyWanted(inside, inside._nwsapiDontThrow)
  keepAnswers(inside, window)
}

function matchOnlyWanted(inside: Inside, matcher: NonNullable<Inside['_nwsapiDontThrow']>): void {
  const known = new Map<Selector, readonly string[] | undefined>()
  const wantedBy = (selector: Selector) => {
    if (!known.has(selector)) known.set(selector, wantedNames(selector))
    return known.get(selector)
  }
  let last: { element: Element; cache: object | null; names: Set<string> } | undefined
  const namesOf = (element: Element) => {
    if (last?.element !== element || last.cache !== inside._styleCache) {
      last = { element, cache: inside._styleCache, names: ownNames(element) }
    }
    return last.names
  }
  const match = matcher.match.bind(matcher)
  matcher.match = (selector, element) => {
    const wanted = wantedBy(selector)
    if (wanted) {
      const names = namesOf(element)
      if (!wanted.some((name) => names.has(name))) return false
    }
    return match(selector, element)
  }
}

function keepAnswers(inside: Inside, window: Window): void {
  const ask = window.getComputedStyle.bind(window)
  let answers = new WeakMap<Element, CSSStyleDeclaration>()
  let validFor: object | null = null
  const watched = new WeakSet<CSSStyleSheet>()
  const forget = () => (inside._styleCache = null)

  // jsdom sees no rule that comes or goes by itself.
  const watch = (sheet: CSSStyleSheet) => {
    watched.add(sheet)
    forget()
    for (const name of ['insertRule', 'deleteRule'] as const) {
      const change = sheet[name].bind(sheet) as (...args: unknown[]) => never
      sheet[name] = (...args: unknown[]) => {
        forget()
        return change(...args)
      }
    }
  }
  window.getComputedStyle = (element, pseudo) => {
    for (const sheet of window.document.styleSheets) if (!watched.has(sheet)) watch(sheet)
    if (pseudo) return ask(element, pseudo)
    const kept = inside._styleCache !== null && inside._styleCache === validFor && answers.get(element)
    if (kept) return kept
    const answer = ask(element)
    if (inside._styleCache !== validFor) {
      answers = new WeakMap()
      validFor = inside._styleCache
    }
    answers.set(element, answer)
    return answer
  }
}

/** What a selector may want of an element: its tag, `.class` and `#id`. */
const ownNames = (element: Element): Set<string> =>
  new Set([
    element.localName.toLowerCase(),
    ...Array.from(element.classList, (name) => `.${name}`),
    `#${element.id}`,
  ])

/**
 * One name for each selector of a list, which an element must have for that one to match; undefined when
 * one of them may match an element without any name that can be told.
 */
export function wantedNames(list: Selector): string[] | undefined {
  if (list === undefined || list.includes('\\')) return undefined
  let rest = list.replaceAll(/"[^"]*"|'[^']*'/g, '')
  // What stands in brackets only narrows what stands before them; they leave a mark, which is no name.
  for (let before = ''; before !== rest;) {
    before = rest
    rest = rest.replaceAll(/\([^()]*\)|\[[^[\]]*\]/g, ':')
  }
  if (/[()[\]"'|]/.test(rest)) return undefined
  const names = rest.split(',').map((selector) => {
    const compound = selector
      .trim()
      .split(/[\s>+~]+/)
      .at(-1)!
    return /[.#][\w-]+/.exec(compound)?.[0] ?? /^[a-z][\w-]*/i.exec(compound)?.[0].toLowerCase()
  })
  return names.every((name) => name !== undefined) ? names : undefined
}

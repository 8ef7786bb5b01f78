/** Parts of a page that can take the focus for something inside them that is gone. */
const places = '[role="dialog"], [role="tabpanel"], [role="group"], section[aria-label], form[aria-label]'
const focusable = 'a, button, input, select, textarea, label, [tabindex]'
/** Long enough for a page to have set the focus itself, short enough for nobody to have pressed Tab. */
const graceMs = 50
const remembered = 10

interface Focused {
  element: HTMLElement
  /** From the inside out, as they were: a removed element no longer knows them. */
  ancestors: HTMLElement[]
}

/**
 * Keeps the place of somebody who works by keyboard. A button that has done its work is often gone
 * afterwards, and a browser then puts the focus at the top of the page without a word. It goes to the
 * part that held the button instead, or to what had the focus before: the menu that opened a dialog.
 *
 * @returns ends it
 */
export function keepFocus(page: Document): () => void {
  let history: Focused[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  const onFocus = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return
    history = [{ element: target, ancestors: ancestorsOf(target) }, ...history].slice(0, remembered)
  }
  const onPress = ({ target }: Event) => {
    // A press beside everything leaves the last place on purpose: nothing is lost.
    if (target instanceof Element && target.closest(focusable) === null) history = []
  }
  const look = () => {
    // Rows that change all the time must not put it off for ever.
    timer ??= setTimeout(() => {
      timer = undefined
      const [last] = history
      // While another window or the page around has the focus, taking it would be rude.
      if (last === undefined || last.element.isConnected || !page.hasFocus()) return
      if (page.activeElement !== null && page.activeElement !== page.body) return
      takeFocus(last.ancestors.find(isPlace) ?? history.find(isThere)?.element ?? page.querySelector('h1'))
    }, graceMs)
  }

  const changes = new MutationObserver(look)
  changes.observe(page.body, { childList: true, subtree: true })
  page.addEventListener('focusin', onFocus)
  page.addEventListener('pointerdown', onPress)
  page.defaultView?.addEventListener('focus', look)
  return () => {
    clearTimeout(timer)
    changes.disconnect()
    page.removeEventListener('focusin', onFocus)
    page.removeEventListener('pointerdown', onPress)
    page.defaultView?.removeEventListener('focus', look)
  }
}

const isPlace = (element: HTMLElement): boolean => element.isConnected && element.matches(places)
const isThere = ({ element }: Focused): boolean =>
  element.isConnected && (element.checkVisibility?.({ visibilityProperty: true }) ?? true)

function ancestorsOf(element: HTMLElement): HTMLElement[] {
  const found: HTMLElement[] = []
  for (let parent = element.parentElement; parent; parent = parent.parentElement) found.push(parent)
  return found
}

function takeFocus(element: HTMLElement | null): void {
  if (element === null) return
  if (!element.hasAttribute('tabindex')) element.tabIndex = -1
  element.focus()
}

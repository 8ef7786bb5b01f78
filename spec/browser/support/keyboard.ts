import type { Frame, Page } from 'playwright-core'

/** Somebody who works by keyboard alone, and hears what is announced. */
export interface Keyboard {
  /** Presses Tab until something of that role and name has the focus; on the way every focus can be seen. */
  tabTo(role: string, name: string | RegExp): Promise<void>
  press(key: string): Promise<void>
  type(text: string): Promise<void>
  /** Searches the list of the combobox that has the focus, and takes the first that is found. */
  choose(text: string): Promise<void>
  /** What has the focus: role and name, as assistive technology is told. */
  focused(): Promise<string>
  /** Waits until what has the focus is told so. */
  waitForFocus(role: string, name: string | RegExp): Promise<void>
  /** Everything that live regions have said. */
  said(): Promise<string[]>
}

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))

const tabsAtMost = 80
const framesAtMost = 300

/** @param app the frame that holds the app; the focus may also be on the page around it */
export function useKeyboard(page: Page, app: Frame): Keyboard {
  const focused = async () => {
    const inside = await app.evaluate(() => document.hasFocus() && document.activeElement !== document.body)
    const focus = (inside ? app : page).locator(':focus')
    if ((await focus.count()) === 0) return ''
    // The focus may go on between two looks: then nothing has it here any more.
    const snapshot = await focus.ariaSnapshot({ timeout: 1000 }).catch(() => '')
    return snapshot.split('\n')[0]!.replace(/^- /, '')
  }
  const isAt = (snapshot: string, role: string, name: string | RegExp) => {
    const [, found, words = ''] = /^'?([a-z]+)(?: "(.*?)")?/.exec(snapshot) ?? []
    return found === role && (typeof name === 'string' ? words === name : name.test(words))
  }
  // What the page does about it happens in the frame after.
  const lastingFault = async () => {
    if ((await app.evaluate(focusFault)) === '') return ''
    for (let frames = 0; frames < 2; frames++) await app.evaluate(nextFrame)
    return app.evaluate(focusFault)
  }
  return {
    focused,
    async tabTo(role, name) {
      const seen: string[] = []
      for (let count = 0; count < tabsAtMost; count++) {
        await page.keyboard.press('Tab')
        const now = await focused()
        const fault = await lastingFault()
        if (fault !== '') throw new Error(`the focus cannot be seen on ${now}: ${fault}`)
        if (isAt(now, role, name)) return
        seen.push(now)
      }
      throw new Error(`no ${role} ${String(name)} on the way of the Tab key:\n${seen.join('\n')}`)
    },
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    async choose(text) {
      await page.keyboard.type(text)
      await app.getByRole('option').filter({ hasText: text, visible: true }).first().waitFor()
      await page.keyboard.press('ArrowDown')
      await app.locator(':focus[aria-activedescendant*="option"]').waitFor()
      await page.keyboard.press('Enter')
      await app.locator(':focus[aria-expanded=false]').waitFor()
    },
    async waitForFocus(role, name) {
      let now = await focused()
      for (let frames = 0; !isAt(now, role, name); frames++) {
        if (frames === framesAtMost) throw new Error(`the focus is on ${now}, not on ${role} ${String(name)}`)
        await app.evaluate(nextFrame)
        now = await focused()
      }
    },
    said: () => app.evaluate(() => (window as unknown as { __said?: string[] }).__said ?? []),
  }
}

/** In the page, before anything else: writes down what live regions say. */
export function listenToLiveRegions(): void {
  const said: string[] = []
  Object.assign(window, { __said: said })
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      const here = target instanceof Element ? target : target.parentElement
      const around = here?.closest('[role=status], [role=alert], [aria-live]')
      const inside = [...addedNodes].flatMap((node) =>
        node instanceof Element
          ? [node, ...node.querySelectorAll('*')].filter((one) => one.matches('[role=status], [role=alert]'))
          : [],
      )
      for (const region of [around, ...inside]) {
        const text = region?.textContent?.trim()
        if (text && said.at(-1) !== text) said.push(text)
      }
    }
  }).observe(document, { subtree: true, childList: true, characterData: true })
}

/** In the page: why the focus cannot be seen; empty when it can. */
function focusFault(): string {
  const element = document.activeElement
  if (!document.hasFocus() || !(element instanceof HTMLElement) || element === document.body) return ''
  const { left, right, top, bottom } = element.getBoundingClientRect()
  const label = element.closest('label') ?? document.querySelector(`label[for="${CSS.escape(element.id)}"]`)
  // A checkbox is drawn by its label; a text field by the box around it.
  const isOut = bottom < 0 || right < 0 || top > window.innerHeight || left > window.innerWidth
  if (isOut && !label) return `it is out of sight: ${element.outerHTML.slice(0, 160)}`
  const box = element.closest('[data-garden-id="dropdowns.combobox.trigger"]')
  const drawn = [element, element.parentElement, box, label].flatMap((one) =>
    one ? [getComputedStyle(one), getComputedStyle(one, '::before'), getComputedStyle(one, '::after')] : [],
  )
  const hasRing = drawn.some(
    ({ boxShadow, outlineStyle, outlineWidth }) =>
      boxShadow !== 'none' || (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0),
  )
  return hasRing ? '' : `it has no ring: ${element.outerHTML.slice(0, 160)}`
}

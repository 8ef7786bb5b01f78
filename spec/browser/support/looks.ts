import type { Frame } from 'playwright-core'

/**
 * What sticks out of a page at one of its sides; what scrolls by itself may hold more than it shows, but
 * nothing before its beginning, and a dialog is seen whole. Empty when everything is where it can be seen.
 */
export const outsideOf = (frame: Frame): Promise<string[]> =>
  frame.evaluate(() => {
    const { clientWidth } = document.documentElement
    const scrollerOf = (element: Element): Element | null => {
      const around = element.parentElement
      if (around === null || around === document.body) return null
      return /auto|scroll|hidden/.test(getComputedStyle(around).overflowX) ? around : scrollerOf(around)
    }
    const sticksOut = (element: Element) => {
      const { left, right, width } = element.getBoundingClientRect()
      if (width <= 1 || (left >= -1 && right <= clientWidth + 1)) return false
      const scroller = scrollerOf(element)
      if (scroller === null || element.getAttribute('role') === 'dialog') return true
      const { overflowX, direction } = getComputedStyle(scroller)
      if (overflowX === 'hidden') return false
      const box = scroller.getBoundingClientRect()
      return direction === 'rtl'
        ? right + scroller.scrollLeft > box.right + 1
        : left + scroller.scrollLeft < box.left - 1
    }
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter(sticksOut)
      .map((element) => element.outerHTML.slice(0, 160))
  })

/**
 * Words that are cut off, and things to press that lie under each other. A text may be shortened only
 * where the whole of it is shown on demand.
 */
export const spoiltIn = (frame: Frame): Promise<string[]> =>
  frame.evaluate(() => {
    const seen = [...document.body.querySelectorAll<HTMLElement>('*')].filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
        element.closest('.cm-editor') === null,
    )
    const clips = (element: Element) => {
      const { overflowX, overflowY } = getComputedStyle(element)
      return [overflowX, overflowY].some((overflow) => overflow === 'hidden' || overflow === 'clip')
    }
    const hasWords = (element: Element) =>
      [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '')
    // Words for screen readers only are shrunk to a dot on purpose.
    const isDot = (element: Element) => element.clientWidth <= 1 && clips(element)
    const cutBy = (element: HTMLElement): boolean => {
      const { left, right } = element.getBoundingClientRect()
      for (let around = element.parentElement; around; around = around.parentElement) {
        if (isDot(around) || /auto|scroll/.test(getComputedStyle(around).overflowX)) return false
        const box = around.getBoundingClientRect()
        if (clips(around) && (left < box.left - 1 || right > box.right + 1)) return true
      }
      return false
    }
    const isCut = (element: HTMLElement) =>
      (clips(element) &&
        (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)) ||
      cutBy(element)
    const cut = seen
      .filter((element) => hasWords(element) && !isDot(element) && isCut(element))
      .filter((element) => element.closest('[title]') === null)
      .map((element) => `cut off: ${element.outerHTML.slice(0, 200)}`)

    /** As much of an element as what scrolls around it lets through. */
    const shownOf = (element: HTMLElement) => {
      let { left, right, top, bottom } = element.getBoundingClientRect()
      for (let around = element.parentElement; around; around = around.parentElement) {
        const { overflowX, position } = getComputedStyle(around)
        if (position === 'fixed') break
        if (overflowX === 'visible') continue
        const box = around.getBoundingClientRect()
        ;[left, right] = [Math.max(left, box.left), Math.min(right, box.right)]
        ;[top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)]
      }
      return { left, right, top, bottom }
    }
    const buttons = seen
      .filter((element) => element.matches('button, a, select, input, textarea, [role=tab]'))
      .map((element) => ({ element, box: shownOf(element), layer: element.closest('[role=dialog]') }))
    const under = buttons.flatMap((one, index) =>
      buttons
        .slice(index + 1)
        // What lies on top of the page is meant to cover it.
        .filter(({ element, layer }) => layer === one.layer && !one.element.contains(element))
        .filter(({ box }) => {
          const wide = Math.min(one.box.right, box.right) - Math.max(one.box.left, box.left)
          const high = Math.min(one.box.bottom, box.bottom) - Math.max(one.box.top, box.top)
          return wide > 2 && high > 2
        })
        .map(
          ({ element }) =>
            `overlap: ${one.element.outerHTML.slice(0, 120)} and ${element.outerHTML.slice(0, 120)}`,
        ),
    )
    return [...cut, ...under]
  })

/**
 * Every text of a page, also what is only heard; files and what was typed are nobody's words, and neither is
 * what says of itself that it is English.
 */
export const textsIn = (frame: Frame): Promise<string[]> =>
  frame.evaluate(() => {
    const found: string[] = []
    const isFile = (element: Element | null) =>
      element?.closest('pre, code, textarea, script, noscript, .cm-editor, [lang=en]')
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!isFile(node.parentElement)) found.push((node as Text).data)
    }
    for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext', 'aria-description']) {
      for (const element of document.body.querySelectorAll(`[${name}]`)) {
        if (!isFile(element.parentElement)) found.push(element.getAttribute(name)!)
      }
    }
    return [...new Set(found)].filter((text) => text.trim() !== '')
  })

/**
 * Words that a pseudo-language has not touched, so that no translation will: what stands in no brackets
 * and is no data.
 *
 * @param data names and sentences that come from the account or from an integration
 */
export function untranslated(texts: string[], data: string[]): string[] {
  const longestFirst = [...data].sort((one, other) => other.length - one.length)
  return texts.filter((text) => {
    // The names of keys, in a sentence that stands in brackets itself.
    let rest = text.replaceAll(/\+ [[\]]/g, ' ')
    for (let before = ''; before !== rest;) {
      before = rest
      rest = rest.replaceAll(/\[[^[\]]*\]/g, ' ')
    }
    // Conditions of a flow, and ids.
    rest = rest.replaceAll(/\$\.[\w.]+( = (true|false))?|[\da-f]{8}-[\da-f-]{27}/g, ' ')
    for (const known of longestFirst) rest = rest.replaceAll(known, ' ')
    return /\p{L}{2}/u.test(rest)
  })
}

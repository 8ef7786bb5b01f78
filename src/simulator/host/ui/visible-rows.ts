import { useLayoutEffect, useRef, useState, type RefObject } from 'react'

export interface RowRange {
  first: number
  /** Not included. */
  end: number
}

/** Rows beyond either edge that are drawn too, so that scrolling shows no gap. */
const beyond = 12
/** The range moves in steps, not with every pixel. */
const step = 10

/**
 * Which rows of a list are on the screen or near it.
 *
 * @param top of the list, relative to what scrolls (px; negative once its beginning is scrolled away)
 * @param height of what scrolls (px)
 */
export function visibleRange(top: number, height: number, rowHeight: number, count: number): RowRange {
  const from = Math.floor(-top / rowHeight) - beyond
  const to = Math.ceil((height - top) / rowHeight) + beyond
  const first = Math.max(0, Math.min(Math.floor(from / step) * step, count - 1))
  return { first, end: Math.max(first, Math.min(Math.ceil(to / step) * step, count)) }
}

/** Follows the scrolling of the page around a list whose rows all have one height (px). */
export function useVisibleRows(
  count: number,
  rowHeight: number,
): { list: RefObject<HTMLTableSectionElement>; range: RowRange } {
  const list = useRef<HTMLTableSectionElement>(null)
  const [range, setRange] = useState<RowRange>({ first: 0, end: Math.min(count, 2 * beyond) })

  useLayoutEffect(() => {
    const body = list.current
    const scroller = body && scrollerOf(body)
    if (!scroller) return undefined
    const look = () => {
      const { top, height } = scroller.getBoundingClientRect()
      const next = visibleRange(body.getBoundingClientRect().top - top, height, rowHeight, count)
      setRange((now) => (now.first === next.first && now.end === next.end ? now : next))
    }
    look()
    scroller.addEventListener('scroll', look, { passive: true })
    const sizes = new ResizeObserver(look)
    sizes.observe(scroller)
    return () => {
      scroller.removeEventListener('scroll', look)
      sizes.disconnect()
    }
  }, [count, rowHeight])

  return { list, range: { first: Math.min(range.first, count), end: Math.min(range.end, count) } }
}

function scrollerOf(element: Element): Element {
  for (let parent = element.parentElement; parent; parent = parent.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(parent).overflowY)) return parent
  }
  return document.documentElement
}

/**
 * Keeps what has the focus in sight (WCAG 2.4.11): what is loaded above it pushes it down, and somebody who works
 * by keyboard would no longer see where they are. What they scrolled away themselves stays where it is.
 *
 * @returns ends it
 */
export function keepInSight(page: Document): () => void {
  let wasInSight = false
  const look = () => {
    wasInSight = isInSight(page)
  }
  const growth = new ResizeObserver(() => {
    if (wasInSight && !isInSight(page)) page.activeElement?.scrollIntoView({ block: 'nearest' })
  })
  growth.observe(page.body)
  page.addEventListener('focusin', look)
  page.addEventListener('scroll', look)
  return () => {
    growth.disconnect()
    page.removeEventListener('focusin', look)
    page.removeEventListener('scroll', look)
  }
}

function isInSight({ activeElement, body, documentElement }: Document): boolean {
  if (activeElement === null || activeElement === body) return false
  const { top, bottom } = activeElement.getBoundingClientRect()
  // A pixel more or less is rounding.
  return top >= -1 && bottom <= documentElement.clientHeight + 1
}

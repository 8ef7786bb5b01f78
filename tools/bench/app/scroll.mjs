// @ts-check
import { openFrame } from './frame.mjs'
import { fromPress } from './interact.mjs'

const frames = 300
const pixels = 60

/**
 * Finds all links, turns a page, and scrolls up and down in what is shown.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 */
export async function scrollLinks(browser, address) {
  const { frame, close } = await openFrame(browser, address, { slowDown: 1, drawn: ['Find links'] })
  await frame.getByLabel('Link type').fill('ticket_to_order')
  await frame.getByLabel('Left name').fill('*')
  const found = frame.evaluate(fromPress, 'table tbody tr')
  await frame.getByRole('button', { name: 'Find links' }).click()
  const find = await found
  const first = await frame.locator('table tbody tr').first().textContent()
  const began = performance.now()
  await frame.getByRole('button', { name: 'Next' }).click()
  await frame
    .locator('table tbody tr')
    .first()
    .filter({ hasNotText: first ?? '' })
    .waitFor()
  const next = performance.now() - began
  const times = await frame.evaluate(
    async ({ frames, pixels }) => {
      const scroller = document.scrollingElement
      if (scroller === null) throw new Error('The page has nothing to scroll.')
      const frame = () => new Promise(requestAnimationFrame)
      /** @type {number[]} */
      const times = []
      let step = pixels
      for (let before = await frame(); times.length < frames;) {
        const top = scroller.scrollTop
        scroller.scrollTop += step
        if (scroller.scrollTop === top) step = -step
        const now = await frame()
        times.push(now - before)
        before = now
      }
      return times.sort((one, other) => one - other)
    },
    { frames, pixels },
  )
  await close()
  return { find, next, frame: times[Math.floor(times.length * 0.95)] ?? 0 }
}

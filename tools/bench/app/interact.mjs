// @ts-check
import { openFrame } from './frame.mjs'

/**
 * Each is done once in a page that has just been opened, so that what it loads on the way counts too.
 * `drawn` is in the page when it is over.
 *
 * @type {Array<{ name: string, role: 'tab' | 'button' | 'menuitem' | 'textbox', on: string, drawn: string }>}
 */
const interactions = [
  { name: 'open the Connections tab', role: 'tab', on: 'Connections', drawn: 'section[aria-label="Slack"]' },
  {
    name: 'open the Settings tab',
    role: 'tab',
    on: 'Settings',
    drawn: 'form[aria-label="Messages"] input, form input[type=checkbox]',
  },
  { name: 'type in a field', role: 'textbox', on: 'Channel', drawn: 'form input' },
  { name: 'open the Flows tab', role: 'tab', on: 'Flows', drawn: 'table tbody tr' },
  { name: 'open a menu', role: 'button', on: 'Actions', drawn: 'button[aria-haspopup][aria-expanded=true]' },
  { name: 'open a dialog', role: 'menuitem', on: 'Uninstall integration', drawn: '[role=dialog]' },
]

/**
 * Uses a page with mouse and keyboard, and takes the time from each press to the frame that shows what it
 * was for, in ms.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 * @param {number} slowDown
 */
export async function interact(browser, address, slowDown) {
  const drawn = ['In sync: Zendesk holds the same content']
  const { frame, close } = await openFrame(browser, address, { slowDown, drawn })
  const taken = []
  for (const { name, role, on, drawn } of interactions) {
    const target = frame.getByRole(role, { name: on, exact: true })
    await target.waitFor()
    const isTyping = role === 'textbox'
    if (isTyping) await target.press('End')
    else if ((await frame.locator(drawn).count()) > 0) throw new Error(`Too early to ${name}: it is done.`)
    const ms = frame.evaluate(fromPress, drawn)
    await (isTyping ? target.press('x') : target.click())
    taken.push({ name, ms: await ms })
    // What was typed is taken back, or the page would ask before it is left.
    if (isTyping) await target.press('Backspace')
  }
  await close()
  return taken
}

/**
 * @param {string} selector
 * @returns {Promise<number>}
 */
export function fromPress(selector) {
  return new Promise((resolve) => {
    /** @type {number | undefined} */
    let pressed
    const note = (/** @type {Event} */ { timeStamp }) => {
      pressed ??= timeStamp
    }
    for (const type of ['pointerdown', 'keydown']) addEventListener(type, note, { capture: true, once: true })
    const look = () => {
      const began = pressed
      if (began === undefined || document.querySelector(selector) === null) {
        requestAnimationFrame(look)
        return
      }
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)))
    }
    look()
  })
}

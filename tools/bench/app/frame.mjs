// @ts-check

/** The part of the address that only the app's own page has. */
const appPage = '/assets/iframe.html'

/**
 * Opens a page of the app in a browser that has nothing of it yet.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 * @param {{ slowDown: number, drawn: string[] }} how `drawn` are texts that are all there at the end
 * @returns times in ms from the navigation of the frame: until the texts are on the screen, and until the
 * browser has nothing more to do; and the requests that the frame made or asked for until then
 */
export async function openFrame(browser, address, { slowDown, drawn }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown })
  await page.addInitScript(watch, { appPage, drawn })
  let requests = 0
  let isFraming = false
  page.on('request', (request) => {
    if (request.url().includes(appPage)) isFraming = true
    if (isFraming) requests++
  })
  await page.goto(address)
  const frame = await theFrame(page)
  const times = await frame.evaluate(async () => {
    const { isDrawn } = /** @type {{ isDrawn: Promise<{ ready: number, idle: number }> }} */ (
      /** @type {unknown} */ (window)
    )
    return isDrawn
  })
  return { ...times, requests, frame, page, close: () => context.close() }
}

/** @param {import('playwright-core').Page} page */
async function theFrame(page) {
  for (;;) {
    const frame = page.frames().find((one) => one.url().includes(appPage))
    if (frame) return frame
    await page.waitForEvent('framenavigated')
  }
}

/**
 * Runs in each frame before its scripts: notes when all texts are there and painted.
 *
 * @param {{ appPage: string, drawn: string[] }} what
 */
function watch({ appPage, drawn }) {
  if (!location.pathname.includes(appPage)) return
  const isDrawn = new Promise((resolve) => {
    const look = () => {
      const text = document.body?.textContent ?? ''
      if (!drawn.every((one) => text.includes(one))) return void requestAnimationFrame(look)
      // After the frame in which they are painted.
      requestAnimationFrame(() =>
        setTimeout(() => {
          const ready = performance.now()
          requestIdleCallback(() => resolve({ ready, idle: performance.now() }))
        }),
      )
    }
    requestAnimationFrame(look)
  })
  Object.assign(window, { isDrawn })
}

import { keepFocus } from '../../src/app/platform/keep-focus'

let end: () => void

beforeEach(() => {
  jest.useFakeTimers()
  // A page behind another window keeps its focus to itself; jsdom's has it only when told so.
  document.hasFocus = () => true
  document.body.innerHTML = `
    <h1 tabindex="-1">Page</h1>
    <button id="menu">Actions</button>
    <section aria-label="Slack"><p><button id="edit">Edit</button></p></section>
    <div id="dialog"><button id="ok">Close</button></div>`
  end = keepFocus(document)
})
afterEach(() => {
  end()
  jest.useRealTimers()
  document.body.innerHTML = ''
})

const the = (id: string) => document.getElementById(id)!
const settle = () => jest.advanceTimersByTimeAsync(100)

it('gives the focus to the part that held the element', async () => {
  the('edit').focus()
  the('edit').remove()
  await settle()

  expect(document.activeElement).toBe(document.querySelector('section'))
})

it('goes back to what had the focus before, where nothing is left around it', async () => {
  the('menu').focus()
  the('ok').focus()
  the('dialog').remove()
  await settle()

  expect(document.activeElement).toBe(the('menu'))
})

it('leaves alone what the page or the admin has decided', async () => {
  the('edit').focus()
  the('edit').remove()
  the('menu').focus()
  await settle()
  expect(document.activeElement).toBe(the('menu'))

  the('menu').blur()
  document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }))
  the('menu').remove()
  await settle()
  expect(document.activeElement).toBe(document.body)
})

it('takes no focus from another window, and mends the place when this one is back', async () => {
  the('edit').focus()
  document.hasFocus = () => false
  the('edit').remove()
  await settle()
  expect(document.activeElement).toBe(document.body)

  document.hasFocus = () => true
  window.dispatchEvent(new Event('focus'))
  await settle()
  expect(document.activeElement).toBe(document.querySelector('section'))
})

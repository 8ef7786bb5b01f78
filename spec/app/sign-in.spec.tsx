import { screen } from '@testing-library/react'
import { isSignInAddress, watchWindow } from '../../src/app/platform/sign-in'
import { loadLanguage } from '../../src/app/platform/languages'
import { handOverReturn } from '../../src/app/platform/sign-in-return'
import { deliver } from '../support/render-app'

/** A language that never comes: what is handed over waits for no words. */
const none = () => new Promise<never>(() => {})

/** A window that came back to the app's page, with the app that opened it. */
function returned(query: string) {
  window.history.replaceState(null, '', `/assets/iframe.html${query}`)
  const messages: Array<{ message: unknown; origin: string }> = []
  const opener = { postMessage: (message: unknown, origin: string) => messages.push({ message, origin }) }
  Object.defineProperty(window, 'opener', { configurable: true, value: opener })
  return messages
}

const never = new AbortController().signal

function opened() {
  return { closed: false, location: { search: '' }, close() {} }
}

describe('the page that comes back', () => {
  it('hands the token over to its own origin only, and takes it out of the address', () => {
    const messages = returned('?origin=http%3A%2F%2Fzendesk&zis_console_sign_in=id-1&verification_token=tok')

    expect(handOverReturn(window, none)).toBe(true)
    expect(messages).toEqual([
      {
        origin: window.location.origin,
        message: { type: 'zis-console.sign-in', id: 'id-1', verificationToken: 'tok' },
      },
    ])
    expect(window.location.search).toBe('')
  })

  it('says in the language of the browser that it can be closed', async () => {
    returned('?zis_console_sign_in=id-1&verification_token=tok')
    handOverReturn(window, () => loadLanguage('de-AT'))

    expect(await screen.findByRole('heading', { name: 'Sie können dieses Fenster schließen' })).toBeVisible()
    expect(document.documentElement).toMatchObject({ lang: 'de-AT', dir: 'ltr' })
  })

  it('hands over what the other system said when access was denied', () => {
    const messages = returned('?zis_console_sign_in=id-1&error=access_denied&error_description=%3Cb%3Eno')

    handOverReturn(window, none)

    expect(messages[0]!.message).toMatchObject({ error: 'access_denied', errorDescription: '<b>no' })
  })

  it('is no such page when the app is opened in its frame', () => {
    returned('?origin=http%3A%2F%2Fzendesk&app_guid=g')

    expect(handOverReturn(window, none)).toBe(false)
  })
})

describe('waiting for the window', () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  it('ends when the window is closed', async () => {
    const fake = opened()
    const end = watchWindow(fake as unknown as Window, 'id-1', never)

    fake.closed = true
    await jest.advanceTimersByTimeAsync(500)

    expect(await end).toEqual({ end: 'closed' })
  })

  it('reads the address where no message comes, once it is readable again', async () => {
    const fake = opened()
    const away = {
      get search(): string {
        throw new DOMException('another origin', 'SecurityError')
      },
    }
    fake.location = away
    const end = watchWindow(fake as unknown as Window, 'id-1', never)

    await jest.advanceTimersByTimeAsync(1_000)
    fake.location = { search: '?zis_console_sign_in=id-1&verification_token=tok' }
    await jest.advanceTimersByTimeAsync(500)

    expect(await end).toEqual({ end: 'returned', verificationToken: 'tok' })
  })

  it('does not take a return without a token for a success', async () => {
    const fake = opened()
    fake.location.search = '?zis_console_sign_in=id-1'
    const end = watchWindow(fake as unknown as Window, 'id-1', never)

    await jest.advanceTimersByTimeAsync(500)

    expect(await end).toEqual({ end: 'missing' })
  })

  it('gives up after 3 minutes', async () => {
    const end = watchWindow(opened() as unknown as Window, 'id-1', never)

    await jest.advanceTimersByTimeAsync(3 * 60_000)

    expect(await end).toEqual({ end: 'timed_out' })
  })
})

describe('where a window may be sent', () => {
  const inZendesk = { hosts: ['slack.com'], hostOrigin: 'https://acme.zendesk.com' }
  const onThisMachine = { hosts: ['slack.com'], hostOrigin: 'http://127.0.0.1:4500' }

  it.each([
    ['https://slack.com/oauth/v2/authorize', true],
    ['https://acme.slack.com/oauth', true],
    ['https://slack.com.evil.example/oauth', false],
    ['http://slack.com/oauth', false],
    ['javascript:alert(1)', false],
    ['http://127.0.0.1:4500/partners/slack.com/oauth', false],
    ['not an address', false],
  ])('in Zendesk: %s is %s', (address, allowed) => {
    expect(isSignInAddress(address, inZendesk)).toBe(allowed)
  })

  it('on a loopback host page also that page’s own origin', () => {
    expect(isSignInAddress('http://127.0.0.1:4500/partners/slack.com/oauth', onThisMachine)).toBe(true)
    expect(isSignInAddress('http://127.0.0.1:4501/oauth', onThisMachine)).toBe(false)
  })
})

it('closes the window of a plain link, which is known only when it comes back', async () => {
  let isClosed = false
  const linked = { close: () => (isClosed = true) }
  const end = watchWindow(null, 'id-1', never)

  const message = { type: 'zis-console.sign-in', id: 'id-1', verificationToken: 'tok' }
  deliver(message, window.location.origin, linked)

  expect(await end).toEqual({ end: 'returned', verificationToken: 'tok' })
  expect(isClosed).toBe(true)
})

import { isRightToLeft } from './direction'
import type { Language } from './languages'

/** The query parameter by which the app's page knows that it is a sign-in window coming back. */
export const signInParameter = 'zis_console_sign_in'

/** What a sign-in window tells the app that opened it. */
export interface SignInMessage {
  type: 'zis-console.sign-in'
  /** Which sign-in this is. */
  id: string
  verificationToken?: string
  error?: string
  errorDescription?: string
}

/** How a sign-in window ended. */
export type SignInEnd =
  | { end: 'returned'; verificationToken: string }
  | { end: 'denied'; error: string; errorDescription: string }
  | { end: 'missing' }
  | { end: 'closed' }
  | { end: 'timed_out' }

/** How a sign-in ended, by what came back. */
export function endOf({ verificationToken, error, errorDescription }: Partial<SignInMessage>): SignInEnd {
  if (verificationToken) return { end: 'returned', verificationToken }
  if (error) return { end: 'denied', error, errorDescription: errorDescription ?? '' }
  return { end: 'missing' }
}

/** Reads what a provider's way back has left in an address. */
export function readReturn(search: string): SignInMessage | undefined {
  const query = new URLSearchParams(search)
  const id = query.get(signInParameter)
  if (id === null) return undefined
  return {
    type: 'zis-console.sign-in',
    id,
    verificationToken: query.get('verification_token') ?? undefined,
    error: query.get('error') ?? undefined,
    errorDescription: query.get('error_description') ?? undefined,
  }
}

/**
 * In a sign-in window that came back, hands the result to the app and says that the window can be
 * closed. There is no Zendesk around this page, so nothing else of the app may start in it. The token
 * leaves the address at once and is kept nowhere (zis-admin-app 4.2).
 *
 * @param language loads that of the browser: no Zendesk is there to say what the admin speaks
 * @returns true when this page was such a window
 */
export function handOverReturn(page: Window, language: () => Promise<Language>): boolean {
  const message = readReturn(page.location.search)
  if (message === undefined || page.parent !== page) return false

  page.history.replaceState(null, '', page.location.pathname)
  // Same origin only: whoever else opened this page gets nothing.
  ;(page.opener as Window | null)?.postMessage(message, page.location.origin)
  void language().then((spoken) => sayGoodbye(page.document, spoken))
  return true
}

/** Seen where the app cannot close the window. */
function sayGoodbye(document: Document, { locale, words }: Language): void {
  document.documentElement.lang = locale
  document.documentElement.dir = isRightToLeft(locale) ? 'rtl' : 'ltr'
  document.title = words['return.title']!
  const heading = document.createElement('h1')
  heading.textContent = words['return.title']!
  const text = document.createElement('p')
  text.textContent = words['return.text']!
  const main = document.createElement('main')
  main.style.cssText =
    'max-width: 480px; margin: 48px auto; padding: 0 20px; font: 14px/20px system-ui, sans-serif'
  main.append(heading, text)
  document.body.replaceChildren(main)
}

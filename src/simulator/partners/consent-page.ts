import { html, signInPage, type Html } from '../html'

/** The page on which a partner's user allows or denies access. Only a form that holds the ticket may answer it. */
export const consentPage = (words: {
  title: string
  heading: string
  text: Html
  scopes: Array<{ scope: string; means: string }>
  ticket: string
  deny: string
}): Response =>
  signInPage(
    200,
    words.title,
    html`<h1>${words.heading}</h1>
      <p>${words.text}</p>
      <ul>
        ${words.scopes.map(({ scope, means }) => html`<li>${means} <code>${scope}</code></li>`)}
      </ul>
      <form method="post">
        <input type="hidden" name="ticket" value="${words.ticket}" />
        <button name="choice" value="deny">${words.deny}</button
        ><button class="primary" name="choice" value="allow">Allow</button>
      </form>`,
  )

/** What is shown instead of a redirect that would lead to nobody knows whom (RFC 9700 4.11). */
export const cannotSignIn = (title: string, text: string): Response =>
  signInPage(
    400,
    title,
    html`<h1>Cannot sign in</h1>
      <p>${text}</p>`,
  )

/** The scopes of a request, parted by spaces or commas. */
export const scopesIn = (text: string | null | undefined): string[] =>
  (text ?? '').split(/[\s,]+/).filter((scope) => scope !== '')

/** Sends the browser back to the client. */
export function backTo(query: URLSearchParams, parameters: Record<string, string>): Response {
  const back = new URL(query.get('redirect_uri')!)
  const state = query.get('state')
  for (const [name, value] of Object.entries(parameters)) back.searchParams.set(name, value)
  if (state !== null) back.searchParams.set('state', state)
  return new Response(null, { status: 302, headers: { location: back.href, 'cache-control': 'no-store' } })
}

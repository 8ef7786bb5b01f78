const policy = 'content-security-policy'

/** Nothing of it runs, is loaded by it or is framed: data that somebody opens as if it were a page. */
const dataPolicy = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'"

/**
 * A partner's pages come from files and real systems, and lie on the page's own origin here: none of their scripts
 * may run, or they would be signed in as the admin. Forms work, as a consent needs one.
 */
const partnerPolicy =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'"

/** What an answer of a partner would tell the browser about the page's origin, which is not its own. */
const aboutOrigin =
  /^(?:set-cookie|clear-site-data|service-worker-allowed|strict-transport-security|access-control-.*)$/i

/** An answer that a browser takes for what it says it is; it says of itself what else holds. */
export function asData(response: Response): Response {
  const { headers } = response
  headers.set('x-content-type-options', 'nosniff')
  if (!headers.has(policy)) headers.set(policy, dataPolicy)
  return response
}

/** Headers with which a browser may show a partner's answer. A policy of the partner's own holds beside ours. */
export function partnerHeaders(given: Headers): Headers {
  const headers = new Headers()
  for (const [name, value] of given) if (!aboutOrigin.test(name)) headers.append(name, value)
  headers.append(policy, partnerPolicy)
  headers.set('x-content-type-options', 'nosniff')
  return headers
}

/** The policy of the page that plays Zendesk, with the app of another origin in its frame. */
export const pagePolicy = (app: string): string =>
  [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: ${app}`,
    `frame-src ${app}`,
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

/** Only the page that plays Zendesk frames the app; what the app may do itself stands in its own page. */
export const appPolicy = (page: string): string => `frame-ancestors ${page}`

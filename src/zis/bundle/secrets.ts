/** How credentials look that say of themselves what they are. */
const known: Array<[what: string, pattern: RegExp]> = [
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ['a token of Slack', /\bxox[abeoprs]-[\w-]{10,}|\bxapp-[\w-]{10,}/],
  ['an address of a Slack webhook', /hooks\.slack\.com\/services\/\w+\/\w+\/\w+/],
  ['a token of GitHub', /\bgh[pousr]_\w{20,}|\bgithub_pat_\w{20,}/],
  ['a token of GitLab', /\bglpat-[\w-]{16,}/],
  ['an access key of AWS', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  ['an API key of Google', /\bAIza[\w-]{30,}/],
  ['a key of Stripe', /\b[rs]k_(?:live|test)_\w{10,}/],
  ['a key of SendGrid', /\bSG\.[\w-]{16,}\.[\w-]{16,}/],
  ['an API key', /\bsk-[\w-]{20,}/],
  ['a JSON Web Token', /(?<![\w-])eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/],
  ['a credential', /\b(?:Bearer|Basic|Token)\s+[\w+/.~=-]{16,}/],
  ['a password in an address', /https?:\/\/[^\s/:@{}]{1,200}:[^\s/@{}]{1,200}@/],
  ['a credential in a query string', /[?&](?:access_token|auth_token|token|api_?key|secret|password|sig)=[^&\s{}]{8,}/i],
  ['a long token', /\b[0-9a-f]{40,}\b/i],
] // prettier-ignore

/** Keys whose value is a credential, whatever it looks like. */
const secretKey = /(?:^|[_-])(?:password|passwd|secret|token|api_?key|apikey|access_?key|private_?key)$/i
const secretHeader = /^(?:authorization|proxy-authorization|cookie)$|token|secret|api-?key|password/i

/**
 * What kind of secret a text holds, in words that do not repeat it; undefined when it seems to hold none.
 *
 * @param key under which the text stands; empty when the text is filled in by a flow
 */
export function secretIn(text: string, key: string): string | undefined {
  const found = known.find(([, pattern]) => pattern.test(text))
  if (found) return found[0]
  const isNamed =
    secretKey.test(key) ||
    (secretHeader.test(key) && key.includes('-')) ||
    /^(?:authorization|cookie)$/i.test(key)
  return isNamed && /^\S{6,}$|^(?:Bearer|Basic|Token)\s+\S+$/i.test(text)
    ? `the value of "${key}"`
    : undefined
}

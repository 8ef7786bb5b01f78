// @ts-check
import { secretIn } from '../../src/zis/bundle/secrets.ts'
import { textOf } from './read-folder.mjs'

/** A text in quotes. Longer ones are code or words, and no credential. */
const quoted = /(["'`])((?:(?!\1)[^\\\n]){8,300})\1/g

/** A name for a secret that is given a value on the spot: `api_key: "…"`, `"client_secret": "…"`. */
const assigned =
  /\b([\w-]*(?:password|passwd|secret|api_?key|auth_?(?:key|pass|token)|access_?token|private_?key|(?:app|consumer|master|token)[-_](?:key|secret)))["']?\s*[:=]\s*(["'`])((?:(?!\2)[^\\\s]){12,200})\2/gi

/**
 * Checks that no secret is in the package, where every agent's browser could read it. Zendesk warns of words
 * such as `password`, which every library has; here a file must hold something that looks like the secret itself.
 *
 * @param {import('./read-folder.mjs').AppFiles} app
 * @param {import('./report.mjs').Report} report
 */
export function checkSecrets(app, report) {
  for (const [path, bytes] of app.files) {
    if (!/\.(html?|xml|jsx?|json|css|svg|map)$/.test(path)) continue
    const text = textOf(bytes)
    const whats = new Set(text.includes('PRIVATE KEY-----') ? [secretIn(text, '')] : [])
    for (const [, , value = ''] of text.matchAll(quoted)) whats.add(secretIn(value, ''))
    for (const [, name = '', , value = ''] of text.matchAll(assigned)) {
      if (isRandom(value)) whats.add(`the value of "${name}"`)
    }
    for (const what of [...whats].filter((one) => one !== undefined)) {
      // The secret itself is in no line that is printed.
      report
        .of(path)
        .error([], `the file holds ${what}`, 'replace the secret, and keep the new one in a connection')
    }
  }
}

/** Words have no digits among their letters, and names of code no two of them. @param {string} value */
const isRandom = (value) =>
  (value.match(/\d/g) ?? []).length >= 3 && /[a-z]/i.test(value) && !/[<>(){}$]/.test(value)

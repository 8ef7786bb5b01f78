import { secretIn } from '../bundle/secrets'
import type { Finding } from '../findings'
import { isObject, type Json } from '../json'
import { nearest } from '../nearest'
import { at, Report, shown } from '../report'
import { isSpoken, spokenLocales } from './locales'
import { textsOf } from './texts'

/**
 * Judges one translation of a definition (docs/definitions.md): what it lacks, what it has too much, and what
 * nobody should write there. It never throws.
 *
 * @param locale as the file is named
 * @param definition as it was written, with mistakes or without
 */
export function checkTranslation(locale: string, value: Json, definition: Json): Finding[] {
  const report = new Report()
  if (!isObject(value)) {
    const message = 'a translation is one JSON object with a text for each key'
    report.error('translation.not-object', '', message, 'write { "title": "…", … }')
    return report.findings
  }
  if (!isSpoken(locale)) {
    const near = nearest(locale, spokenLocales) ?? spokenLocales.find((one) => one.startsWith(locale.slice(0, 2)))
    const wayOut = /^en\b/i.test(locale)
      ? 'take it out: the English words stand in the definition itself'
      : near
        ? `did you mean ${near}?`
        : `name it ${spokenLocales.join(', ')}`
    report.warning('translation.locale', '', `the app does not speak ${shown(locale)}`, wayOut)
    // Nobody sees it, so there is nothing to mend in it.
    return report.findings
  }
  // A secret in the definition is a finding of its own, and must not be repeated here.
  const keys = new Set(textsOf(definition).flatMap(({ key, text }) => (secretIn(text, '') ? [] : [key])))
  for (const [key, text] of Object.entries(value)) checkEntry(report, key, text, keys)
  for (const key of keys) {
    if (Object.hasOwn(value, key)) continue
    report.warning('translation.missing', '', `${shown(key, 120)} is not translated`, 'add it; English is shown there')
  }
  return report.findings
} // prettier-ignore

function checkEntry(report: Report, key: string, text: Json, keys: ReadonlySet<string>): void {
  const pointer = at('', key)
  if (!keys.has(key)) {
    const near = nearest(key, keys)
    const wayOut = near ? `did you mean ${JSON.stringify(near)}?` : 'take it out, or correct the key'
    report.warning('translation.unknown', pointer, `no text of the definition has the key ${shown(key)}`, wayOut)
  }
  if (typeof text !== 'string') {
    report.error('translation.type', pointer, `the translation of ${shown(key)} is not a text`, 'write it in quotes')
    return
  }
  const what = secretIn(text, key)
  if (what !== undefined) {
    const message = `${what} stands here, and everyone with the app can read it`
    report.error('translation.secret', pointer, message, 'have it replaced, and let the admin enter the new one as a connection')
  }
  if (text.trim() === '' && keys.has(key)) {
    report.warning('translation.empty', pointer, `the translation of ${shown(key)} is empty`, 'write it; English is shown there')
  }
} // prettier-ignore

import type { FindingCode } from '../../zis/codes'
import type { CodeEntry } from '../../zis/codes/entry'
import type { SpokenLocale } from '../../zis/integration/locales'
import { isRightToLeft } from '../platform/direction'
import { pseudoLocale, translationFor } from '../platform/languages'
import { writeCode } from './code-words'

/** What was found and the way out, in general: the names in the bundle are the checker's to say. */
export type Sentence = Pick<CodeEntry, 'what' | 'wayOut'>
type Dictionary = Record<FindingCode, Sentence>
/** By the code of the finding; a code that is missing is told in the checker's own words. */
export type Sentences = Partial<Record<string, Sentence>>

/** One chunk each, loaded with the findings. `translations/` is Zendesk's to read, so they are not there. */
const dictionaries: Record<SpokenLocale, () => Promise<{ default: Dictionary }>> = {
  ar: () => import(/* webpackChunkName: "findings-ar" */ './dictionaries/ar.json'),
  de: () => import(/* webpackChunkName: "findings-de" */ './dictionaries/de.json'),
  es: () => import(/* webpackChunkName: "findings-es" */ './dictionaries/es.json'),
  fr: () => import(/* webpackChunkName: "findings-fr" */ './dictionaries/fr.json'),
  ja: () => import(/* webpackChunkName: "findings-ja" */ './dictionaries/ja.json'),
  'pt-br': () => import(/* webpackChunkName: "findings-pt-br" */ './dictionaries/pt-br.json'),
}

/** English is what the checker speaks. */
export const checkersOwn: Sentences = {}

export const isCheckersOwn = (locale: string): boolean =>
  locale !== pseudoLocale && translationFor(locale) === undefined

/** The sentences in the language of a locale. Where they cannot be loaded, the checker speaks for itself. */
export async function loadSentences(locale: string): Promise<Sentences> {
  if (locale === pseudoLocale) {
    return (await import(/* webpackChunkName: "findings-en-xa" */ './pseudo-sentences')).pseudoSentences
  }
  const name = translationFor(locale)
  if (name === undefined) return checkersOwn
  const file = await dictionaries[name]().catch(() => undefined)
  if (file === undefined) return checkersOwn
  const { default: dictionary } = file
  const isolate = isRightToLeft(locale) ? leftToRight : asItIs
  return Object.fromEntries(
    Object.entries(dictionary).map(([code, { what, wayOut }]) => [
      code,
      { what: writeCode(what, isolate), wayOut: writeCode(wayOut, isolate) },
    ]),
  )
}

const asItIs = (code: string): string => code
/** Code keeps its own order in a sentence that runs the other way, and leaves that of the sentence alone. */
const leftToRight = (code: string): string => `\u2066${code}\u2069`

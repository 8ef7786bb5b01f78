import { isSpoken, type SpokenLocale } from '../../zis/integration/locales'
import { englishWords, flatten, type Tree, type Words } from './english'

/** What the app speaks: words, and the locale that they, dates and numbers are in. */
export interface Language {
  /** BCP 47, such as `de-AT`: the user's own, or English where there are no words in the user's. */
  locale: string
  words: Words
}

export const english: Language = { locale: 'en-US', words: englishWords }

type Translation = () => Promise<{ default: Tree }>

/** One chunk each, loaded when a user needs it. */
const translations: Record<SpokenLocale, Translation> = {
  ar: () => import(/* webpackChunkName: "words-ar" */ '../../../translations/ar.json'),
  de: () => import(/* webpackChunkName: "words-de" */ '../../../translations/de.json'),
  es: () => import(/* webpackChunkName: "words-es" */ '../../../translations/es.json'),
  fr: () => import(/* webpackChunkName: "words-fr" */ '../../../translations/fr.json'),
  ja: () => import(/* webpackChunkName: "words-ja" */ '../../../translations/ja.json'),
  'pt-br': () => import(/* webpackChunkName: "words-pt-br" */ '../../../translations/pt-br.json'),
}

/** Whom another variety of the language serves better than English. */
const nearest: Record<string, SpokenLocale> = { pt: 'pt-br' }

/** Which of our translations serves a locale, such as `pt-br` for `pt`; none does where the app speaks English. */
export function translationFor(wanted: string): SpokenLocale | undefined {
  const whole = canonical(wanted)?.toLowerCase() ?? ''
  const language = whole.split('-')[0]!
  return [whole, language, nearest[language] ?? ''].find(isSpoken)
}

export const pseudoLocale = 'en-XA'

/**
 * The words for a locale as Zendesk writes it, such as `es-419`: those of the locale, of its language or
 * of the nearest variety, over the English ones, so that a sentence that is not translated yet still
 * appears. Where there are none, or they cannot be loaded, the app speaks English. `en-XA` is the
 * pseudo-locale: English that has grown and wears accents, to see what does not come from the words.
 */
export async function loadLanguage(wanted: string): Promise<Language> {
  const locale = canonical(wanted)
  if (locale === undefined) return english
  if (locale === pseudoLocale) {
    const { pseudoWords } = await import(/* webpackChunkName: "words-en-xa" */ './pseudo-words')
    return { locale, words: pseudoWords(englishWords) }
  }
  if (/^en(-|$)/.test(locale)) return { locale, words: englishWords }
  const name = translationFor(locale)
  if (name === undefined) return english
  // Rather an app in English than none.
  const file = await translations[name]().catch(() => undefined)
  if (file === undefined) return english
  const { app: _zendesks, ...tree } = file.default
  return { locale, words: { ...englishWords, ...flatten(tree) } }
}

function canonical(locale: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(locale.replaceAll('_', '-'))[0]
  } catch {
    // No locale at all, such as an empty text.
    return undefined
  }
}

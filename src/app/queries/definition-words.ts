import { queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { DefinitionWords, IntegrationDefinition } from '../../zis/definition'
import { wordsFile } from '../../zis/integration/catalogue'
import type { SpokenLocale } from '../../zis/integration/locales'
import { translated } from '../../zis/integration/translated'
import { isObject, own } from '../../zis/json'
import { useSpoken } from '../platform/words'
import type { Catalogued, Entry } from './catalogue'

/** What the definitions of the catalogue say in one language, by the name of the integration. */
type WordsOfCatalogue = { readonly [name: string]: DefinitionWords }

/**
 * Reads them from beside the app's own page, like the catalogue. Rather definitions in English than none, so
 * what cannot be read is left out.
 */
async function readWords(locale: SpokenLocale): Promise<WordsOfCatalogue> {
  const address = new URL(wordsFile(locale), document.baseURI)
  const words: unknown = await fetch(address, { cache: 'no-store' })
    .then((response) => (response.ok ? response.json() : {}))
    .catch(() => ({}))
  return isObject(words) ? (words as unknown as WordsOfCatalogue) : {}
}

export const definitionWordsQuery = (locale: SpokenLocale | undefined) =>
  queryOptions<WordsOfCatalogue>({
    queryKey: ['definition-words', locale ?? 'en'],
    // The definitions themselves are English.
    queryFn: () => (locale === undefined ? {} : readWords(locale)),
    ...(locale === undefined && { initialData: {} }),
    staleTime: Infinity,
    gcTime: Infinity,
  })

/** An integration as it is shown to this user, and as it was written. */
export type Speak = (entry: Entry) => Catalogued

/** Puts definitions into the user's language; undefined until it is known how. */
export function useSpeak(): Speak | undefined {
  const locale = useSpoken()
  const { data: ofCatalogue } = useQuery(definitionWordsQuery(locale))
  return useMemo(
    () =>
      ofCatalogue &&
      ((entry) => {
        const words = locale === undefined ? undefined : wordsOf(entry, locale, ofCatalogue)
        return { ...entry, definition: spoken(entry.definition, words), written: entry.definition }
      }),
    [locale, ofCatalogue],
  )
}

/** What came from files brings its own words. */
const wordsOf = (
  { name, imported, translations }: Entry,
  locale: SpokenLocale,
  ofCatalogue: WordsOfCatalogue,
) => (imported ? translations?.[locale] : own(ofCatalogue, name))

/** A form begins anew with another definition, so the same one stays the same. */
const before = new WeakMap<
  IntegrationDefinition,
  { words: DefinitionWords | undefined; spoken: IntegrationDefinition }
>()

function spoken(
  definition: IntegrationDefinition,
  words: DefinitionWords | undefined,
): IntegrationDefinition {
  const known = before.get(definition)
  if (known !== undefined && known.words === words) return known.spoken
  const one = { words, spoken: translated(definition, words) }
  before.set(definition, one)
  return one.spoken
}

import type { CatalogueEntry } from '../definition'
import { spokenLocales } from './locales'

/** An integration of the app's catalogue. `name` is that of its folder, and its place in addresses. */
export interface NamedEntry extends CatalogueEntry {
  name: string
}

/** Where the app finds its catalogue: data beside its code, so another integration needs no rebuild. */
export const catalogueFile = 'integrations.json'

/** Where it finds what the integrations are called in another language. */
export const wordsFile = (locale: string): string => `integrations.${locale}.json`

/**
 * The files of a catalogue and what they say. The integrations are one file, because the app needs all of it before
 * it can say which integration of the account is which. What they are called in another language is a file of its
 * own, because a user speaks one; it is there also when it is empty, so that nothing is asked for in vain.
 */
export const catalogueFiles = (entries: NamedEntry[]): Array<[file: string, says: object]> => [
  [catalogueFile, { integrations: entries.map(({ translations: _, ...entry }) => entry) }],
  ...spokenLocales.map((locale): [string, object] => [
    wordsFile(locale),
    Object.fromEntries(
      entries.flatMap(({ name, translations }) => {
        const words = translations?.[locale]
        return words === undefined ? [] : [[name, words]]
      }),
    ),
  ]),
]

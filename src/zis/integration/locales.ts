/** The languages that the app speaks beside English, named as in `translations/`. */
export const spokenLocales = ['ar', 'de', 'es', 'fr', 'ja', 'pt-br'] as const
export type SpokenLocale = (typeof spokenLocales)[number]

export const isSpoken = (name: string): name is SpokenLocale =>
  (spokenLocales as readonly string[]).includes(name)

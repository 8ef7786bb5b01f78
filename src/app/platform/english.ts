import english from '../../../translations/en.json'

/** Words by dotted key, as react-intl wants them. */
export type Words = Record<string, string>

/** `app` is Zendesk's part of the file: what it shows in Admin Center (zaf 9). */
type Ours = Omit<typeof english, 'app'>
type Keys<T, Before extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Before}${K}` : Keys<T[K], `${Before}${K}.`>
}[keyof T & string]
/** The key of a sentence; one that `en.json` does not have does not compile. */
export type WordKey = Keys<Ours>

export interface Tree {
  [key: string]: string | Tree
}

export function flatten(tree: Tree, before = ''): Words {
  return Object.entries(tree).reduce<Words>((words, [key, value]) => {
    if (typeof value === 'string') words[before + key] = value
    else Object.assign(words, flatten(value, `${before}${key}.`))
    return words
  }, {})
}

const { app: _zendesks, ...ours } = english
export const englishWords: Words = flatten(ours)

import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { loadSentences, type Sentence } from '../../src/app/findings/sentences'
import { codes } from '../../src/zis/codes'
import { forbidden, unlikeOurWords } from '../support/copy-rules'

const folder = resolve(__dirname, '../../src/app/findings/dictionaries')
const languages = readdirSync(folder).map((name) => name.replace('.json', ''))
const english = codes as Record<string, Sentence>
type Dictionary = Record<string, Sentence>

const read = (language: string) =>
  JSON.parse(readFileSync(resolve(folder, `${language}.json`), 'utf8')) as Dictionary
/** Every sentence of a dictionary, by its code and part. */
const sentencesOf = (dictionary: Dictionary): Array<[name: string, sentence: string]> =>
  Object.entries(dictionary).flatMap(([code, { what, wayOut }]): Array<[string, string]> => [
    [`${code} what`, what],
    [`${code} wayOut`, wayOut],
  ])
const inEnglish = new Map(sentencesOf(english))

const codeIn = (sentence: string) => [...new Set(sentence.match(/`[^`]+`/g))].sort().join(' ')
const withoutCode = (sentence: string) => sentence.replaceAll(/`[^`]+`/g, '')

it('has every language that the app speaks', () => {
  expect(languages.sort()).toEqual(['ar', 'de', 'es', 'fr', 'ja', 'pt-br'])
})

it('marks the words of code in the English sentences', () => {
  const looksLikeCode = /[`_{}[\]$\\"]|::|\p{Ll}\p{Lu}/u
  const unmarked = [...inEnglish].filter(([, sentence]) =>
    looksLikeCode.test(withoutCode(sentence).replace(/OAuth/g, '')),
  )
  expect(unmarked).toEqual([])
})

describe.each(languages)('the sentences of findings in %s', (language) => {
  const dictionary = read(language)
  const sentences = sentencesOf(dictionary)

  it('are there for every code and for no other', () => {
    const missing = Object.keys(english).filter((code) => !Object.hasOwn(dictionary, code))
    const unknown = Object.keys(dictionary).filter((code) => !Object.hasOwn(english, code))
    expect({ missing, unknown }).toEqual({ missing: [], unknown: [] })
  })

  it('say something, to the full stop', () => {
    const end = language === 'ja' ? /[^。]。）?$/ : /[^.]\.\)?\.?$/
    expect(sentences.filter(([, sentence]) => !end.test(sentence))).toEqual([])
  })

  it('are translated', () => {
    expect(sentences.filter(([name, sentence]) => inEnglish.get(name) === sentence)).toEqual([])
  })

  it('keep every word of code, and bring none of their own', () => {
    const differing = sentences.filter(
      ([name, sentence]) => codeIn(sentence) !== codeIn(inEnglish.get(name)!),
    )
    expect(differing).toEqual([])
  })

  it('keep the rules of copy', () => {
    const broken = sentences.filter(([, sentence]) => {
      const text = withoutCode(sentence)
      return forbidden(language).test(text) || unlikeOurWords[language]!.test(text)
    })
    expect(broken).toEqual([])
  })
})

describe('what the app loads', () => {
  it('is what the checker itself says, where the app speaks English', async () => {
    expect(await loadSentences('en-GB')).toEqual({})
    expect(await loadSentences('nl')).toEqual({})
  })

  it('is in the nearest language, without marks', async () => {
    const { 'state.text': found } = await loadSentences('de-AT')
    expect(found).toEqual({
      what: 'Error, Cause oder Message ist kein Text.',
      wayOut: 'Schreiben Sie eine Zeichenfolge.',
    })
    expect(await loadSentences('pt')).toEqual(await loadSentences('pt-BR'))
  })

  it('isolates code from left to right in a sentence that runs from the right', async () => {
    const sentences = await loadSentences('ar')
    expect(sentences['bundle.not-object']?.wayOut).toBe('ابدأ بـ \u2066{\u2069 وانتهِ بـ \u2066}\u2069.')
    expect(JSON.stringify(sentences)).not.toContain('`')
  })

  it('stands in brackets in the pseudo-locale, code as it is', async () => {
    const { 'flow.start-missing': found } = await loadSentences('en-XA')
    expect(found?.what).toMatch(/^\[Å fl.* StartAt\..*\]$/)
  })
})

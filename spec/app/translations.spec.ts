import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { flatten, type Tree, type Words } from '../../src/app/platform/english'
import { loadLanguage } from '../../src/app/platform/languages'
import { wordsInCode } from '../support/words-in-code'
import { attributeWithColon, forbidden, sameInOtherLanguages, unlikeOurWords } from '../support/copy-rules'

const folder = resolve(__dirname, '../../translations')
const languages = readdirSync(folder).map((name) => name.replace('.json', ''))
const others = languages.filter((language) => language !== 'en')

/** The words as they stand in the file, Zendesk's own part among them. */
const read = (language: string): Words =>
  flatten(JSON.parse(readFileSync(resolve(folder, `${language}.json`), 'utf8')) as Tree)
const english = read('en')
const isZendesks = (key: string) => key.startsWith('app.')
const used = wordsInCode()

it('has every language that the app promises', () => {
  expect(languages.sort()).toEqual(['ar', 'de', 'en', 'es', 'fr', 'ja', 'pt-br'])
})

describe('the English words', () => {
  it('are all used', () => {
    const unused = Object.keys(english).filter((key) => !isZendesks(key) && !isUsed(key))
    expect(unused).toEqual([])
  })

  it('fit on their buttons', () => {
    const tooLong = onButtons().filter((key) => english[key]!.length > 20)
    // The reference asks for the word itself in the dialog (zis-admin-app 10.2).
    expect(tooLong.map((key) => `${key}: ${english[key]}`)).toEqual([
      'uninstall.action: Uninstall integration',
    ])
  })
})

describe.each(languages)('the words of %s', (language) => {
  const words = read(language)

  it('keep the rules of copy', () => {
    const broken = Object.entries(words).filter(([, text]) => forbidden(language).test(text))
    expect(broken).toEqual([])
  })

  it('put no colon between an attribute and its value', () => {
    const broken = Object.entries(words).filter(([, text]) => attributeWithColon(language).test(text))
    expect(broken).toEqual([])
  })

  it('keep to one word for each thing', () => {
    expect(Object.entries(words).filter(([, text]) => unlikeOurWords[language]!.test(text))).toEqual([])
  })

  it('write numbers as the language does', () => {
    // A status is a code and no quantity.
    const numbers = /\{(active|all|column|count|done|limit|line|minutes|number|seconds|size)\}/
    expect(Object.entries(words).filter(([, text]) => numbers.test(text))).toEqual([])
  })

  it('end no button with a full stop', () => {
    expect(onButtons().filter((key) => /[.。:…]$/.test(words[key] ?? ''))).toEqual([])
  })

  it('are messages that can be put together', () => {
    const broken = Object.entries(words).flatMap(([key, text]) => {
      try {
        return pluralProblems(parse(text), language).map((problem) => `${key}: ${problem}`)
      } catch (error) {
        return [`${key}: ${String(error)}`]
      }
    })
    expect(broken).toEqual([])
  })
})

describe.each(others)('the translation into %s', (language) => {
  const words = read(language)

  it('has every word of English and no other', () => {
    const missing = Object.keys(english).filter((key) => !Object.hasOwn(words, key))
    const unknown = Object.keys(words).filter((key) => !Object.hasOwn(english, key))
    expect({ missing, unknown }).toEqual({ missing: [], unknown: [] })
  })

  it('takes the same arguments', () => {
    const differing = Object.keys(words)
      .filter((key) => Object.hasOwn(english, key))
      .filter((key) => argumentsOf(words[key]!).join() !== argumentsOf(english[key]!).join())
    expect(differing.map((key) => `${key}: ${words[key]}`)).toEqual([])
  })

  it('leaves nothing in English', () => {
    const same = Object.keys(words).filter((key) => words[key] === english[key])
    const untranslated = same.filter((key) => !sameInOtherLanguages(language).has(words[key]!))
    expect(untranslated.map((key) => `${key}: ${words[key]}`)).toEqual([])
  })

  it('fits on its buttons', () => {
    const limit = language === 'ja' ? 16 : 32
    const tooLong = onButtons().filter((key) => (words[key] ?? '').length > limit)
    expect(tooLong.map((key) => `${key}: ${words[key]}`)).toEqual([])
  })

  it('is the one that the app loads', async () => {
    const { words: loaded } = await loadLanguage(language)
    const { 'when.today': today } = words
    expect(loaded['when.today']).toBe(today)
  })
})

/** What a field may be told (schema-form/problems.ts). */
const rules = [
  ...['required', 'pattern', 'number', 'integer', 'choice', 'minLength', 'maxLength', 'minItems', 'maxItems'],
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'uniqueItems', 'type'],
  ...['format', 'format_email', 'format_uri', 'format_date', 'format_time', 'format_date-time'],
  ...['secret', 'json', 'whole'],
]

/** Keys whose last part is computed, where the code's own text would allow more than there is. */
const computed: Record<string, string[]> = {
  'flows.*': ['active', 'inactive', 'left_over', 'missing'],
  'form.*': [...rules, 'up', 'down', 'remove'],
  'overview.*': ['overview', 'connections', 'settings', 'flows', 'webhooks', 'links', 'activity'],
  'transfer.*': ['not_settings', 'other_scope', 'secret'],
  'update.*': ['added', 'removed', 'changed'],
}

function isUsed(key: string): boolean {
  if (used.texts.has(key)) return true
  return [...used.templates].some((template) => {
    const values = computed[template]
    return values
      ? values.some((value) => template.replace('*', value) === key)
      : patternOf(template).test(key)
  })
}

function onButtons(): string[] {
  const templates = [...used.onButtons].filter((text) => /^\w+\..*\*/.test(text)).map(patternOf)
  return Object.keys(english).filter(
    (key) => used.onButtons.has(key) || templates.some((pattern) => pattern.test(key)),
  )
}

/** `status.*` is any key with one more part; a text that begins with a computed part names no key. */
const patternOf = (template: string): RegExp =>
  /^\w+\./.test(template)
    ? new RegExp(`^${template.replaceAll('.', '\\.').replaceAll('*', '[\\w-]+')}$`)
    : /(?!)/

/** Each argument once, with its type, sorted; those in plural forms too. */
function argumentsOf(message: string): string[] {
  const names = new Set<string>()
  const collect = (elements: MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue
      names.add(`${element.value} ${TYPE[element.type]}`)
      if (element.type === TYPE.plural || element.type === TYPE.select) {
        Object.values(element.options).forEach(({ value }) => collect(value))
      }
    }
  }
  collect(parse(message))
  return [...names].sort()
}

/** Plural forms that a language has and a message lacks, or the other way round. */
function pluralProblems(message: MessageFormatElement[], language: string): string[] {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions()
  // Round millions ("2 millones de filas") do not come up here in the Romance languages.
  const needed = pluralCategories.filter((form) => form !== 'many' || language === 'ar')
  return message.flatMap((element) => {
    if (element.type !== TYPE.plural) return []
    const forms = Object.keys(element.options)
    const missing = needed.filter((form) => !forms.includes(form)).map((form) => `without ${form}`)
    const surplus = forms
      .filter((form) => !form.startsWith('=') && !(pluralCategories as string[]).includes(form))
      .map((form) => `has no ${form} in this language`)
    const inside = Object.values(element.options).flatMap(({ value }) => pluralProblems(value, language))
    return [...missing, ...surplus, ...inside]
  })
}

import { createIntl } from 'react-intl'
import { parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { english } from '../../src/app/platform/languages'
import { isRightToLeft } from '../../src/app/platform/direction'
import { loadLanguage } from '../../src/app/platform/languages'
import { textIn } from '../../src/app/platform/words'
import { pseudoWords } from '../../src/app/platform/pseudo-words'

const save = async (locale: string) => (await loadLanguage(locale)).words['common.save']

it.each([
  ['en-GB', 'en-GB', 'Save'],
  ['de-at', 'de-AT', 'Speichern'],
  ['es', 'es', 'Guardar'],
  ['fr-ca', 'fr-CA', 'Enregistrer'],
  ['es-419', 'es-419', 'Guardar'],
  ['es-es', 'es-ES', 'Guardar'],
  ['pt-br', 'pt-BR', 'Salvar'],
  ['pt', 'pt', 'Salvar'],
  ['ja', 'ja', '保存'],
  ['ar', 'ar', 'حفظ'],
])('speaks %s as %s', async (wanted, locale, word) => {
  expect((await loadLanguage(wanted)).locale).toBe(locale)
  expect(await save(wanted)).toBe(word)
})

it.each(['nl', 'he', 'zh-cn', '', 'no locale at all', '__proto__', 'constructor'])(
  'speaks English, dates and direction too, where there are no words: %p',
  async (wanted) => {
    expect(await loadLanguage(wanted)).toEqual(english)
  },
)

it('knows what is written from right to left', () => {
  expect(['ar', 'ar-EG', 'he', 'en', 'es-419'].filter(isRightToLeft)).toEqual(['ar', 'ar-EG', 'he'])
})

it.each([
  ['en', 'Saved, Sent, and Done'],
  ['de', 'Saved, Sent und Done'],
  ['ja', 'Saved、Sent、Done'],
  ['ar', '\u2068Saved\u2069 و\u2068Sent\u2069 و\u2068Done\u2069'],
])('lists names in a sentence as %s does', async (locale, listed) => {
  const { words } = await loadLanguage(locale)
  const t = textIn(createIntl({ locale, messages: words }))
  expect(t('flow.unreachable', { names: ['Saved', 'Sent', 'Done'] })).toContain(listed)
})

it('makes pseudo-words that keep arguments and plural forms', () => {
  const message = 'Retry {name}, {count, plural, one {# row of {all}} other {# rows}} left'
  const pseudo = pseudoWords({ message })['message']!
  expect(pseudo).toMatch(/^\[Réţ?.*\]$/u)
  const shape = (text: string) => parse(text).filter(({ type }) => type !== TYPE.literal).length
  expect(shape(pseudo)).toBe(shape(message))
  expect(pseudo).toContain('{name}')
  expect(pseudo).toContain('{# röwš}')
  expect(pseudo.length).toBeGreaterThan(message.length * 1.15)
})

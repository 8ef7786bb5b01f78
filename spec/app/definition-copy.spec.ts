import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { textsOf } from '../../src/zis/integration/texts'
import { spokenLocales } from '../../src/zis/integration/locales'
import { forbidden, unlikeOurWords } from '../support/copy-rules'

const folder = join(__dirname, '../../integrations')
const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(folder, ...path), 'utf8'))

/** As Slack calls its own pages. */
const names = /OAuth & Permissions|Basic Information/g

/** Words of an integration that are the same in another language. */
const alike: Record<string, string[]> = {
  de: ['Shop', 'Tickets', 'Tags', 'Region'],
  es: ['Tickets'],
  fr: ['Messages', 'Tickets', 'Europe'],
  'pt-br': ['Tickets', 'Tags'],
}

describe.each(readdirSync(folder))('%s', (name) => {
  const english = new Map(textsOf(read(name, 'integration.json')).map(({ key, text }) => [key, text]))

  describe.each(spokenLocales)('in %s', (locale) => {
    const words = Object.entries(read(name, 'translations', `${locale}.json`) as Record<string, string>)

    it('keeps the rules of copy, and one word for each thing', () => {
      const broken = words.filter(([, text]) => {
        const own = text.replaceAll(names, '')
        return forbidden(locale).test(own) || unlikeOurWords[locale]!.test(own)
      })
      expect(broken).toEqual([])
    })

    it('leaves nothing in English', () => {
      const same = words.filter(([key, text]) => english.get(key) === text).map(([, text]) => text)
      const allowed = ['Zendesk', 'Slack', ...(alike[locale] ?? [])]
      expect(same.filter((text) => !allowed.includes(text))).toEqual([])
    })

    it('stands in the order of the definition, so that a change is easily seen', () => {
      expect(words.map(([key]) => key)).toEqual([...english.keys()])
    })
  })
})

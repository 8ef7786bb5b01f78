import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { IntlProvider, useIntl, type IntlShape } from 'react-intl'
import type { WordKey } from './english'
import { fromTheRight } from '../../zis/direction'
import type { SpokenLocale } from '../../zis/integration/locales'
import { isRightToLeft } from './direction'
import { translationFor, type Language } from './languages'
import { tellingOf } from './when'

/** Gives the words to everything inside; dates are told in the user's time zone. */
export function WordsProvider({
  language: { locale, words },
  timeZone,
  children,
}: {
  language: Language
  /** IANA name; without one, that of the browser counts. */
  timeZone?: string
  children: ReactNode
}) {
  return (
    <IntlProvider locale={locale} defaultLocale="en" messages={words} timeZone={timeZone}>
      <Minutes>{children}</Minutes>
    </IntlProvider>
  )
}

const Minute = createContext(0)

/** Turns once a minute, so that `3 minutes ago` does not stay. */
function Minutes({ children }: { children: ReactNode }) {
  const [minute, setMinute] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setMinute((before) => before + 1), 60_000)
    return () => clearInterval(timer)
  }, [])
  return <Minute.Provider value={minute}>{children}</Minute.Provider>
}

/** Several names are listed as the language lists them. */
type Values = Record<string, string | number | readonly string[]>
export type Text = (key: WordKey, values?: Values) => string

/** The words of the signed-in user's language. */
export function useText(): Text {
  const intl = useIntl()
  return useMemo(() => textIn(intl), [intl])
}

/** The language in which other words than the app's are looked for; undefined for English. */
export const useSpoken = (): SpokenLocale | undefined => translationFor(useIntl().locale)

const bold = { b: (words: ReactNode) => <b>{words}</b> }

/** Words with a part in bold, such as an attribute before its value (zis-admin-app 10.1). */
export function useRichText(): (key: WordKey, values: Values) => ReactNode {
  const intl = useIntl()
  return (key, values) => {
    const said = intl.formatMessage({ id: key }, { ...inWords(intl, values), ...bold })
    return isRightToLeft(intl.locale) ? [rightToLeftMark, said] : said
  }
}

/** The words of a language. */
export const textIn =
  (intl: IntlShape): Text =>
  (key, values) => {
    if (!values) return fromTheRight(intl.formatMessage({ id: key }))
    const said = intl.formatMessage({ id: key }, inWords(intl, values))
    return isRightToLeft(intl.locale) ? rightToLeftMark + said : said
  }

/** Without it a text of names alone would run from the left, because isolated letters decide nothing. */
const rightToLeftMark = '\u200f'

function inWords(intl: IntlShape, values: Values): Record<string, string | number> {
  const asName = isRightToLeft(intl.locale) ? isolate : (name: string) => name
  const told = (value: Values[string]) => {
    if (typeof value === 'number') return value
    return typeof value === 'string'
      ? asName(value)
      : intl.formatList(value.map(asName), { type: 'conjunction' })
  }
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, told(value)]))
}

/** Names of another script keep their own order, and leave that of the sentence around them alone. */
const isolate = (name: string): string => (name === '' ? name : `\u2068${name}\u2069`)

/** What a language is called in the user's own: `German`. */
export function useLanguageName(): (locale: string) => string {
  const intl = useIntl()
  return (locale) => intl.formatDisplayName(locale, { type: 'language' }) ?? locale
}

/**
 * Times as Zendesk tells them (zis-admin-app 10.1): `< 1 minute ago`, `43 minutes ago`, `Today at 14:05`,
 * `Yesterday at 9:10`, `Nov 3, 2026 at 9:10`; in the user's language and time zone.
 */
export function useWhen(): (time: string | number) => string {
  const intl = useIntl()
  const t = useText()
  useContext(Minute)
  return (value) => {
    const date = new Date(value)
    const telling = tellingOf(date.getTime(), Date.now(), intl.timeZone)
    if (telling.kind === 'ago') {
      return telling.minutes === 0 ? t('when.now') : t('when.ago', { minutes: telling.minutes })
    }
    const time = intl.formatTime(date)
    if (telling.kind !== 'other') return t(`when.${telling.kind}`, { time })
    return t('when.other', { date: intl.formatDate(date, { dateStyle: 'medium' }), time })
  }
}

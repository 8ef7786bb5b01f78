import { useCallback, type ReactNode } from 'react'
import { IntlProvider, useIntl } from 'react-intl'
import { englishWords, flatten, type Tree, type WordKey, type Words } from './english'

/**
 * The words of a locale such as `de-AT`: from `translations/de-at.json` or `de.json`, over the English
 * ones, so that a sentence that is not translated yet still appears.
 */
export async function loadWords(locale: string): Promise<Words> {
  const whole = locale.toLowerCase()
  const language = whole.split('-')[0]!
  if (language === 'en') return englishWords
  for (const name of [whole, language]) {
    const file = await import(
      /* webpackChunkName: "words-[request]", webpackExclude: /\Wen\.json$/ */ `../../../translations/${name}.json`
    ).catch(() => undefined)
    if (file !== undefined) {
      const { app: _app, ...tree } = (file as { default: Tree }).default
      return { ...englishWords, ...flatten(tree) }
    }
  }
  return englishWords
}

/** Gives the words to everything inside. */
export function WordsProvider({
  locale,
  words,
  children,
}: {
  locale: string
  words: Words
  children: ReactNode
}) {
  return (
    <IntlProvider locale={locale} defaultLocale="en" messages={words}>
      {children}
    </IntlProvider>
  )
}

export type Text = (key: WordKey, values?: Record<string, string | number>) => string

/** The words of the signed-in user's language. */
export function useText(): Text {
  const intl = useIntl()
  return useCallback((key, values) => intl.formatMessage({ id: key }, values), [intl])
}

/** Names in a sentence: `Zendesk and Slack`. */
export function useList(): (names: string[]) => string {
  const intl = useIntl()
  return (names) => intl.formatList(names, { type: 'conjunction' })
}

/** Dates as Zendesk writes them: `Today at 14:05`, `Yesterday at 9:10`, `Nov 3, 2026 at 9:10`. */
export function useWhen(): (time: string | number) => string {
  const intl = useIntl()
  const t = useText()
  return (value) => {
    const date = new Date(value)
    const time = intl.formatTime(date)
    const days = Math.round((startOfDay(new Date()) - startOfDay(date)) / 86_400_000)
    if (days === 0) return t('when.today', { time })
    if (days === 1) return t('when.yesterday', { time })
    return t('when.other', { date: intl.formatDate(date, { dateStyle: 'medium' }), time })
  }
}

const startOfDay = (date: Date): number => new Date(date).setHours(0, 0, 0, 0)

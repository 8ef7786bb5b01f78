import { useQuery } from '@tanstack/react-query'
import { useIntl } from 'react-intl'
import type { Finding } from '../../zis/findings'
import { checkersOwn, isCheckersOwn, loadSentences } from './sentences'

/** A finding as a reader is told of it. */
export interface Told {
  what: string
  wayOut: string
  /** What the checker says of it, in English and with the names, where the reader has another language. */
  own?: string
}

/** Tells of findings in the reader's language; undefined until its sentences are there. */
export function useTelling(): ((finding: Finding) => Told) | undefined {
  const { locale } = useIntl()
  const { data: sentences } = useQuery({
    queryKey: ['sentences', locale],
    queryFn: () => loadSentences(locale),
    initialData: isCheckersOwn(locale) ? checkersOwn : undefined,
    staleTime: Infinity,
  })
  if (sentences === undefined) return undefined
  return ({ code, message, way_out }) => {
    const own = { what: asSentence(message), wayOut: asSentence(way_out) }
    const general = sentences[code]
    return general ? { ...general, own: `${withStop(own.what)} ${own.wayOut}` } : own
  }
}

const asSentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const withStop = (sentence: string): string => (/[.?!…]$/.test(sentence) ? sentence : `${sentence}.`)

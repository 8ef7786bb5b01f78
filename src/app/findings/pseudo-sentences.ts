import { codes } from '../../zis/codes'
import { pseudo } from '../platform/pseudo-words'
import { writeCode } from './code-words'
import type { Sentences } from './sentences'

/** The general sentences in the pseudo-locale: what the checker itself says stands in no brackets. */
export const pseudoSentences: Sentences = Object.fromEntries(
  Object.entries(codes).map(([code, { what, wayOut }]) => [
    code,
    { what: pseudoAround(what), wayOut: pseudoAround(wayOut) },
  ]),
)

/** Code stays as it is, as the arguments of a message do. */
function pseudoAround(sentence: string): string {
  const kept: string[] = []
  const message = writeCode(sentence, (code) => `{${kept.push(code) - 1}}`)
  return pseudo(message).replaceAll(/\{(\d+)\}/g, (_argument, index: string) => kept[Number(index)]!)
}

import type { Words } from './english'

const plain = 'aceinosuyzACEINOSUYZ'
const accented = 'åçéîñöšûÿžÅÇÉÎÑÖŠÛŸŽ'
const accents = new Map([...plain].map((letter, at) => [letter, accented[at]!]))

/**
 * English that a reader of English can still read, two fifths longer and between brackets: what is cut
 * off, does not fit or is no word of ours shows at once. Arguments and plural forms stay as they are.
 */
export const pseudoWords = (words: Words): Words =>
  Object.fromEntries(Object.entries(words).map(([key, message]) => [key, pseudo(message)]))

/** One of them. */
export function pseudo(message: string): string {
  // In an ICU message text and syntax take turns with each brace.
  let depth = 0
  let text = ''
  let letters = 0
  for (const character of message) {
    if (character === '{') depth++
    if (character === '}') depth--
    const isText = depth % 2 === 0 && character !== '}'
    if (isText) letters++
    text += isText ? (accents.get(character) ?? character) : character
  }
  // What is bold is a text of its own in the page, with what stands before and after it.
  const bracketed = text.replaceAll('<b>', ']<b>[').replaceAll('</b>', ']</b>[')
  return `[${bracketed}${' one two three'.repeat(12).slice(0, Math.ceil(letters * 0.4))}]`
}

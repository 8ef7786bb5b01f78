/** Where a text with words from the right begins with a name in Latin letters, it would run from the left. */
const beginsOtherwise = /^[^\p{L}\u200f]*\p{Script=Latin}.*[\p{Script=Arabic}\p{Script=Hebrew}]/su

/** Says of such a text that it runs from the right; any other stays as it is. */
export const fromTheRight = (text: string): string => (beginsOtherwise.test(text) ? `\u200f${text}` : text)

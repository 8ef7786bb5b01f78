/** Writes the words of code in a sentence, which stand in backticks there. */
export const writeCode = (sentence: string, write: (code: string) => string): string =>
  sentence.replaceAll(/`([^`]+)`/g, (_marked, code: string) => write(code))

export type JsonInput = { value: unknown } | { problem: string }

/** Reads what the user wrote as JSON, or says what is wrong with it and in which line. */
export function readJson(text: string): JsonInput {
  if (text.trim() === '') return { problem: 'Enter the input as JSON, for example {}' }
  try {
    return { value: JSON.parse(text) as unknown }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const at = /position (\d+)/.exec(reason)?.[1]
    const line = at === undefined ? undefined : text.slice(0, Number(at)).split('\n').length
    const place = line === undefined ? '' : ` Look at line ${line}.`
    return { problem: `This is not valid JSON.${place} ${firstSentence(reason)}` }
  }
}

/** The browser's reason without its position, which counts characters from the start. */
const firstSentence = (reason: string): string => reason.replace(/ (?:in JSON )?at position .*$/s, '')

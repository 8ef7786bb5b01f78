import type { Said } from './open-folder'

/** What became of a save, under one key. */
export interface Outcome {
  /** The integration, or the folder where no key is known. */
  of: string
  what: 'deployed' | 'unchanged' | 'not deployed' | 'read'
  /** What was done, or why it was not. */
  because: string[]
  /** The account, and not the files, is why it was not deployed. */
  isRefused?: true
  said: Said[]
}

export const isRefused = (outcome: Outcome): boolean => outcome.isRefused === true

/** `deployed orders: flow sync changed, 2 warnings` */
export function headOf({ of, what, because, said }: Outcome): string {
  const counts = (['error', 'warning'] as const).flatMap((severity) => {
    const count = said.filter((one) => one.severity === severity).length
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? '' : 's'}`]
  })
  const rest = [...because, ...counts].join(', ')
  return rest === '' ? `${what} ${of}` : `${what} ${of}: ${rest}`
}

/** So many lines are read; the rest is a number. */
const mostLines = 20

/** One for each error and warning, with its place, worst first. */
export function linesOf(said: Said[]): string[] {
  const lines = (['error', 'warning'] as const).flatMap((severity) =>
    said.filter((one) => one.severity === severity).map(({ line }) => line),
  )
  const once = [...new Set(lines)]
  const rest = once.length - mostLines
  return rest > 0 ? [...once.slice(0, mostLines), `and ${rest} more`] : once
}

/** What a terminal shows: first what became of it under each key, then what there is to say of the files, once. */
export const textOf = (outcomes: Outcome[]): string =>
  [...outcomes.map(headOf), ...linesOf(outcomes.flatMap(({ said }) => said))].map(harmless).join('\n')

/** A name in a file may hold what a terminal takes for a command. */
const harmless = (line: string): string => line.replace(/\p{Cc}/gu, '\ufffd')

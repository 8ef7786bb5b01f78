import { useCallback, useState } from 'react'
import type { Status } from '../../state/use-health'

/** How an integration stands, in the words that the list is filtered by. */
export type Standing = Status | 'paused' | 'new'

export const standings: Standing[] = ['active', 'ending', 'attention', 'paused', 'inactive', 'new', 'unknown']

/** What each entry has found out about itself, by its name. */
export function useStandings() {
  const [found, setFound] = useState<Record<string, Standing>>({})
  const report = useCallback(
    (name: string, standing: Standing) =>
      setFound((before) => (before[name] === standing ? before : { ...before, [name]: standing })),
    [],
  )
  return { found, report }
}

/** True when all words of a search are somewhere in what is known of an entry. */
export function matches(search: string, about: string[]): boolean {
  const text = about.join(' ').toLocaleLowerCase()
  return search
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

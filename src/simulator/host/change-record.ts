/** Changes that are remembered at most. */
const usualMost = 20_000

/** Which rows of one kind changed, in the order in which that was heard. */
export interface ChangeRecord {
  /** Where the record ends now; grows with every change. */
  readonly place: number
  /** @param id undefined when something changed and nobody knows what */
  note(id: string | undefined): void
  /** Each row that changed behind a place, once; undefined when that is not known. */
  since(place: number): string[] | undefined
}

export function createChangeRecord(most = usualMost): ChangeRecord {
  let forgotten = 0
  let ids: Array<string | undefined> = []
  return {
    get place() {
      return forgotten + ids.length
    },
    note(id) {
      ids.push(id)
      if (ids.length <= most) return
      const half = Math.ceil(most / 2)
      forgotten += half
      ids = ids.slice(half)
    },
    since(place) {
      if (place < forgotten) return undefined
      const known = new Set(ids.slice(place - forgotten))
      return known.has(undefined) ? undefined : [...(known as Set<string>)]
    },
  }
}

/** Changes of tickets, of which a list can hold very many. */
export const ticketChanges = createChangeRecord()

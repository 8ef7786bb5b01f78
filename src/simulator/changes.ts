import type { Change } from './services/control/wire'

/** Tells whoever looks (the pages) that something changed; they ask for what they show. */
export interface Changes {
  tell(kind: Change['kind'], id?: string): void
  /** The answer ends the listening. */
  listen(listener: (change: Change) => void): () => void
}

export function createChanges(): Changes {
  const listeners = new Set<(change: Change) => void>()
  return {
    tell(kind, id) {
      for (const listener of listeners) listener(id === undefined ? { kind } : { kind, id })
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

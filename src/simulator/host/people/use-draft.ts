import { useState } from 'react'

/**
 * What somebody has changed of a thing and not saved yet. Everything else is shown as it is, so that a change
 * from elsewhere shows up at once without taking away what was typed.
 */
export function useDraft<Values extends object>(saved: Values) {
  const [draft, setDraft] = useState<Partial<Values>>({})
  const changes = Object.fromEntries(
    Object.entries(draft).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(saved[name as keyof Values]),
    ),
  ) as Partial<Values>
  return {
    values: { ...saved, ...draft },
    changes,
    hasChanges: Object.keys(changes).length > 0,
    set: <Name extends keyof Values>(name: Name, value: Values[Name]) =>
      setDraft((before) => ({ ...before, [name]: value })),
    clear: () => setDraft({}),
  }
}

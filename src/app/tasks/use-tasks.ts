import { useCallback, useEffect, useRef, useState } from 'react'
import { toProblem, type Problem } from '../platform/problem'
import type { Change } from '../queries/change'

/** One thing to do on the server, with a row of its own. */
export interface Task {
  id: string
  title: string
  /** Does it, looks at the result on the server, and says in words what is there now. */
  run(): Promise<{ isGood: boolean; says: string }>
  /** Tasks that must have gone well before; otherwise this one is not tried. */
  needs?: string[]
}

export type TaskState =
  | { state: 'waiting' }
  | { state: 'working' }
  | { state: 'done'; isGood: boolean; says: string }
  | { state: 'failed'; problem: Problem }
  | { state: 'not_tried' }

export interface Tasks {
  states: Record<string, TaskState>
  isRunning: boolean
  /** Runs tasks one after another. A failure stops only those that need the failed one. */
  run(tasks: Task[]): Promise<Record<string, TaskState>>
}

/** Runs work on the server row by row and keeps how each row went. */
export function useTasks(): Tasks {
  const [states, setStates] = useState<Record<string, TaskState>>({})
  const [isRunning, setRunning] = useState(false)
  const latest = useRef(states)

  // Closing the tab in the middle would leave half of the work done.
  useEffect(() => {
    if (!isRunning) return
    const hold = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', hold)
    return () => window.removeEventListener('beforeunload', hold)
  }, [isRunning])

  const run = useCallback(async (tasks: Task[]) => {
    const set = (changes: Record<string, TaskState>) => {
      latest.current = { ...latest.current, ...changes }
      setStates(latest.current)
    }
    setRunning(true)
    set(Object.fromEntries(tasks.map(({ id }) => [id, { state: 'waiting' }])))
    for (const task of tasks) {
      if (task.needs?.some((id) => !wentWell(latest.current[id]))) {
        set({ [task.id]: { state: 'not_tried' } })
        continue
      }
      set({ [task.id]: { state: 'working' } })
      const state = await task.run().then(
        (result): TaskState => ({ state: 'done', ...result }),
        (thrown: unknown): TaskState => ({ state: 'failed', problem: toProblem(thrown) }),
      )
      set({ [task.id]: state })
    }
    setRunning(false)
    return latest.current
  }, [])

  return { states, isRunning, run }
}

export const wentWell = (state: TaskState | undefined): boolean => state?.state === 'done' && state.isGood

/** How the work went as a whole, for the activity: done, in part with what is left, or failed. */
export function resultOf(tasks: Task[], states: Record<string, TaskState>): Pick<Change, 'outcome' | 'left'> {
  const left = tasks.filter(({ id }) => !wentWell(states[id])).map(({ id }) => id)
  if (left.length === 0) return { outcome: 'done' }
  return { outcome: left.length === tasks.length ? 'failed' : 'partly', left }
}

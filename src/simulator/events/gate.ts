import { fineStamp, type World } from '../world'

/** Whether the queue starts anything new; kept in the store, so that a pause survives a restart. */
export interface Gate {
  state(): { paused_at: string | null; stalled_until: string | null }
  isOpen(): boolean
  pause(): void
  /** Ends a pause and a stall. */
  open(): void
  /** Starts nothing for so many seconds of the clock. */
  stall(seconds: number): void
  /** Waits for the end of a stall that was under way when the process ended. */
  recover(): void
  forget(): void
}

/** @param onOpen called when something may start again */
export function createGate(world: World, onOpen: () => void): Gate {
  const { store, clock, changes } = world
  const table = store.table('queue')
  let cancel = () => {}

  const gate: Gate = {
    state() {
      const { paused_at = null, stalled_until = null } = table.get('queue') ?? {}
      const isOver = stalled_until !== null && Date.parse(stalled_until) <= clock.now()
      return { paused_at, stalled_until: isOver ? null : stalled_until }
    },
    isOpen() {
      const { paused_at, stalled_until } = gate.state()
      return paused_at === null && stalled_until === null
    },
    pause() {
      const { paused_at, stalled_until } = gate.state()
      keep({ paused_at: paused_at ?? fineStamp(world), stalled_until })
    },
    open() {
      cancel()
      keep({ paused_at: null, stalled_until: null })
      onOpen()
    },
    stall(seconds) {
      const until = new Date(clock.now() + seconds * 1000).toISOString()
      keep({ ...gate.state(), stalled_until: until })
      gate.recover()
    },
    recover() {
      cancel()
      const { stalled_until } = gate.state()
      if (stalled_until === null) return
      cancel = clock.after(Date.parse(stalled_until) - clock.now(), () => {
        changes.tell('queue')
        onOpen()
      })
    },
    forget: () => cancel(),
  }

  function keep(state: ReturnType<Gate['state']>): void {
    table.put('queue', state)
    changes.tell('queue')
  }
  return gate
}

import type { Clock } from '../clock'

/** Seconds that are looked back on. */
const span = 60

/** Counts what happened in the last minute of the clock, second by second. */
export function createRate({ now }: Pick<Clock, 'now'>) {
  let counts = new Map<number, number>()
  const second = () => Math.floor(now() / 1000)
  const isRecent = (at: number) => at > second() - span && at <= second()

  return {
    add(count: number): void {
      const at = second()
      if (!counts.has(at)) counts = new Map([...counts].filter(([other]) => isRecent(other)))
      counts.set(at, (counts.get(at) ?? 0) + count)
    },
    lastMinute: (): number => [...counts].reduce((sum, [at, count]) => (isRecent(at) ? sum + count : sum), 0),
  }
}

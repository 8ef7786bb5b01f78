import { createClock } from '../../src/simulator/clock'

describe('a clock that is handed in', () => {
  const start = Date.parse('2026-03-02T09:00:00Z')

  it('stands still when frozen, and moves when told', () => {
    const clock = createClock(() => start)
    clock.freeze()
    clock.advance(1500)
    expect(clock.now()).toBe(start + 1500)
  })

  it('wakes sleepers in the order of their times, each at its own time or later', async () => {
    const clock = createClock(() => start)
    clock.freeze()
    const woken: string[] = []
    const late = clock.sleep(2000).then(() => woken.push('late'))
    const early = clock.sleep(1000).then(() => woken.push('early'))
    expect(clock.waiting()).toEqual({ count: 2, next: start + 1000 })
    clock.advance(1000)
    await early
    expect(woken).toEqual(['early'])
    clock.advance(1000)
    await late
    expect(woken).toEqual(['early', 'late'])
  })

  it('lets a sleeper be cancelled', async () => {
    const clock = createClock(() => start)
    clock.freeze()
    const stop = new AbortController()
    const sleep = clock.sleep(1000, stop.signal)
    stop.abort(new Error('enough'))
    await expect(sleep).rejects.toThrow('enough')
    expect(clock.waiting().count).toBe(0)
  })

  it('goes back to real time', () => {
    let real = start
    const clock = createClock(() => real)
    clock.freeze()
    real += 5000
    expect(clock.offset).toBe(-5000)
    clock.real()
    expect(clock.now()).toBe(start + 5000)
    expect(clock.isFrozen).toBe(false)
    clock.stop()
  })

  it('runs on from where it stands', () => {
    let real = start
    const clock = createClock(() => real)
    clock.freeze(start + 60_000)
    real += 5000
    clock.run()
    expect(clock.now()).toBe(start + 60_000)
    real += 1000
    expect(clock.now()).toBe(start + 61_000)
    clock.run()
    expect(clock.now()).toBe(start + 61_000)
    clock.stop()
  })

  it.each(['frozen', 'running'])('is set to a moment while it is %s, and wakes who is due', (how) => {
    const clock = createClock(() => start)
    if (how === 'frozen') clock.freeze()
    let isWoken = false
    clock.after(1000, () => (isWoken = true))
    clock.set(start - 5000)
    expect(isWoken).toBe(false)
    clock.set(start + 1000)
    expect(isWoken).toBe(true)
    expect(clock.now()).toBe(start + 1000)
    expect(clock.isFrozen).toBe(how === 'frozen')
    clock.stop()
  })
})

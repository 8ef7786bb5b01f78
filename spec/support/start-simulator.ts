import { createClock, createSimulator, type SimulatorOptions } from '../../src/simulator'
import { createCallers } from './callers'

/** A Monday morning; specs never see real time. */
export const someMonday = Date.parse('2026-03-02T09:00:00Z')

/** A whole ZIS in memory with the clock standing still, and ways to call it. */
export async function startSimulator(options: Partial<SimulatorOptions> = {}) {
  const clock = options.clock ?? createClock()
  if (!options.clock) clock.freeze(someMonday)
  const simulator = await createSimulator({
    clock,
    controlToken: 'control-token-of-specs',
    fault: (problem) => {
      throw problem
    },
    ...options,
  })
  return {
    ...(await createCallers((request) => simulator.fetch(request), simulator.origin, simulator.controlToken)),
    simulator,
    clock,
    settle: () => simulator.settle(),
    stop: () => simulator.close(),
  }
}

export type TestZis = Awaited<ReturnType<typeof startSimulator>>

// @ts-check

/** What the engine asks for; the workloads send nothing and call no built-in action. */
export async function enginePorts() {
  const { createClock } = await import('../../src/simulator/clock.ts')
  const { defaultAssumptions } = await import('../../src/simulator/assumptions/index.ts')
  const unused = () => {
    throw new Error('A workload of the benchmark has no actions.')
  }
  return {
    clock: createClock(),
    jq: { evaluate: unused, close: async () => {} },
    send: unused,
    loadConfig: unused,
    patchConfig: unused,
    links: { create: unused, load: unused, patch: unused, delete: unused },
    mask: (/** @type {import('../../src/zis/json.ts').Json} */ value) => value,
    assume: defaultAssumptions,
  }
}

import type { JsonObject } from '../../src/zis/json'
import type { Answer, Callers } from './callers'

/** Turns switches of a simulator that the specs of a file share, and back after each of them. */
export function switchTurner(zis: () => Pick<Callers, 'control'>) {
  const turned = new Set<string>()
  afterEach(async () => {
    await zis().control('PUT /_sim/assumptions', Object.fromEntries([...turned].map((one) => [one, null])))
  })
  async function turn(switches: JsonObject) {
    for (const one of Object.keys(switches)) turned.add(one)
    const { status, text } = await zis().control('PUT /_sim/assumptions', switches)
    if (status !== 200) throw new Error(text)
  }
  return {
    turn,
    /** The answers before and after switches are turned. */
    async both(switches: JsonObject, call: () => Promise<Answer>): Promise<[Answer, Answer]> {
      const before = await call()
      await turn(switches)
      return [before, await call()]
    },
  }
}

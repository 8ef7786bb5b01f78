import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startProgram, type Program } from '../support/program'

const token = 'control-token-of-specs'

/** No file of the program may grow beyond so many kB: what a full disk is to a database. */
const roomFor = 900

describe('a disk without room', () => {
  let folder: string
  let program: Program
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'zis-full-'))
  })
  afterEach(async () => {
    await program.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })

  const call = (method: string, path: string, body?: unknown) =>
    fetch(program.origin + path, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })

  it('is answered honestly: what was acknowledged is kept, what cannot be kept is refused, and it says why', async () => {
    program = await startProgram(
      { fileLimit: roomFor },
      '--port',
      '0',
      '--data',
      folder,
      '--control-token',
      token,
    )
    const kept: number[] = []
    let refusal: Response | undefined
    for (let number = 1; number <= 200 && !refusal; number += 1) {
      const answer = await call('POST', '/_sim/events', {
        event_source: 'spec',
        event_type: 'thing.happened',
        input: { number, text: 'x'.repeat(20_000) },
      })
      if (answer.status === 202) kept.push(number)
      else refusal = answer
    }
    expect(kept.length).toBeGreaterThan(3)
    expect(refusal?.status).toBe(500)
    expect(await refusal?.json()).toEqual({
      errors: [{ code: '1050', detail: 'internal error', status: '500' }],
      message: 'Server Error',
    })

    // It goes on: what is there can be read, and the next refusal is one, too.
    expect((await call('GET', '/_sim/events?limit=1')).status).toBe(200)
    await program.kill('SIGKILL')
    expect(program.said()).toMatch(
      /data\.sqlite \(.+\): free space on its disk, or start again with --data on another one\./,
    )
    expect(program.said()).not.toMatch(/\n\s+at /)

    program = await startProgram('--port', '0', '--data', folder, '--control-token', token)
    const { events } = (await (await call('GET', '/_sim/events?limit=500')).json()) as {
      events: Array<{ input: { number: number } }>
    }
    expect(events.map(({ input }) => input.number).reverse()).toEqual(kept)
  })
})

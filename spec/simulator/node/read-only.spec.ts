import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nobody, runProgram, startProgram } from '../../support/program'

/** The user who runs these may be one to whom nothing is forbidden: the program is then another one. */
const asNobody = { isUnprivileged: true }

describe('a place that cannot be written', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'zis-read-only-'))
    own(folder)
  })
  afterEach(() => {
    chmodSync(folder, 0o700)
    rmSync(folder, { recursive: true, force: true })
  })

  function own(path: string): void {
    if (nobody) chownSync(path, nobody.uid, nobody.gid)
  }
  const run = (data: string) => runProgram(asNobody, '--port', '0', '--data', data)
  const refusal = (place: string) => ({
    code: 1,
    said: `The folder ${place} cannot be written; name another one with --data.`,
  })
  /** Lets the program keep something there first. */
  async function begun(): Promise<void> {
    const program = await startProgram(asNobody, '--port', '0', '--data', folder)
    expect(await program.kill()).toBe(0)
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['data.sqlite', 'key']))
  }

  it('is told in one sentence when it is the folder', async () => {
    chmodSync(folder, 0o555)
    expect(await run(folder)).toEqual(refusal(folder))
    expect(readdirSync(folder)).toEqual([])
  })

  it('is told when it is the folder above', async () => {
    chmodSync(folder, 0o555)
    expect(await run(join(folder, 'new'))).toEqual(refusal(join(folder, 'new')))
  })

  it('is told when it was the folder of an earlier start, of which nothing is lost', async () => {
    await begun()
    chmodSync(folder, 0o555)
    expect(await run(folder)).toEqual(refusal(folder))
    chmodSync(folder, 0o700)
    await begun()
    expect(readdirSync(folder).filter((name) => name.includes('damaged'))).toEqual([])
  })

  it('is told when it is the data file alone', async () => {
    await begun()
    chmodSync(join(folder, 'data.sqlite'), 0o444)
    const { code, said } = await run(folder)
    expect(code).toBe(1)
    expect(said.split('\n')).toEqual([expect.stringMatching(/data\.sqlite .*\b(writable|written)\b/)])
    expect(said).toContain('--data')
    expect(readdirSync(folder).filter((name) => name.includes('damaged'))).toEqual([])
  })

  // Only root can give a file to somebody else.
  const itAsRoot = nobody ? it : it.skip
  itAsRoot('is told when the key belongs to somebody else', async () => {
    await begun()
    chownSync(join(folder, 'key'), 0, 0)
    expect(await run(folder)).toEqual({
      code: 1,
      said: `${join(folder, 'key')} cannot be read; make it yours, or name another folder with --data.`,
    })
  })

  it.each(['itself', 'above'])('is told when a file stands where the folder should be: %s', async (where) => {
    const file = join(folder, 'occupied')
    writeFileSync(file, 'words of somebody')
    own(file)
    const place = where === 'itself' ? file : join(file, 'data')
    expect(await run(place)).toEqual(refusal(place))
  })

  it('is told when a folder stands where a file should be', async () => {
    mkdirSync(join(folder, 'data.sqlite'))
    own(join(folder, 'data.sqlite'))
    const { code, said } = await run(folder)
    expect([code, said.split('\n')]).toEqual([1, [expect.stringContaining('--data')]])
  })
})

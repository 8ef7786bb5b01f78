import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { openSqliteStore, StoreProblem } from '../../../src/simulator/node/sqlite-store'

/** Commits that the log of these specs holds. */
const commits = 20

describe('a store that something has happened to', () => {
  let folder: string
  let told: string[]
  const tell = (problem: unknown) =>
    void told.push(problem instanceof Error ? problem.message : String(problem))
  const open = (place = folder) => openSqliteStore(place, tell)
  const at = (name: string) => join(folder, name)
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'zis-damage-'))
    told = []
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  async function fill(rows: number) {
    const store = open()
    for (let row = 0; row < rows; row += 1) {
      store.table('assumptions').put(`row ${row}`, { value: 'x'.repeat(500) })
    }
    await store.durable()
    await store.close()
  }

  it('is set aside as it is when the file is no database, and a new one is begun', async () => {
    writeFileSync(at('data.sqlite'), 'not a database at all, but some text '.repeat(40))
    const store = open()
    expect(told).toEqual([
      expect.stringMatching(
        /data\.sqlite is damaged \(.+\); it was set aside as .+data\.damaged-1\.sqlite, unchanged, and a new one was begun\./,
      ),
    ])
    expect(readFileSync(at('data.damaged-1.sqlite'), 'utf8')).toBe(
      'not a database at all, but some text '.repeat(40),
    )
    store.table('assumptions').put('a', { value: 1 })
    await store.durable()
    await store.close()
  })

  it('is set aside under a name of its own each time, so that none is overwritten', async () => {
    for (const text of ['first damage '.repeat(90), 'second damage '.repeat(90)]) {
      writeFileSync(at('data.sqlite'), text)
      await open().close()
    }
    expect(readFileSync(at('data.damaged-1.sqlite'), 'utf8')).toMatch(/^first/)
    expect(readFileSync(at('data.damaged-2.sqlite'), 'utf8')).toMatch(/^second/)
  })

  it('is found by the check when pages in the middle are not what they were', async () => {
    await fill(400)
    const bytes = readFileSync(at('data.sqlite'))
    bytes.fill(0xa5, 3 * 4096, 20 * 4096)
    writeFileSync(at('data.sqlite'), bytes)
    const store = open()
    expect(told).toHaveLength(1)
    expect(readFileSync(at('data.damaged-1.sqlite')).equals(bytes)).toBe(true)
    expect(store.table('assumptions').count()).toBe(0)
    await store.close()
  })

  it('is not taken for damaged when a newer version wrote it, nor when it is whole', async () => {
    await fill(3)
    await open().close()
    expect([told, readdirSync(folder).filter((name) => name.includes('damaged'))]).toEqual([[], []])
  })

  /** A store that was not closed: what its process left behind when it was killed. */
  async function killed(): Promise<string> {
    const store = open()
    for (let turn = 1; turn <= commits; turn += 1) {
      store.table('assumptions').put('one', { value: turn })
      store.table('partners').put('other', { value: turn })
      await store.durable()
    }
    const left = at('left')
    const copy = mkdtempSync(`${left}-`)
    for (const name of ['data.sqlite', 'data.sqlite-wal']) copyFileSync(at(name), join(copy, name))
    await store.close()
    return copy
  }

  it('has whole commits only, whatever was torn off or changed in its log', async () => {
    const left = await killed()
    const log = readFileSync(join(left, 'data.sqlite-wal'))
    const torn = fc.record({
      length: fc.integer({ min: 0, max: log.length }),
      flip: fc.option(fc.nat(log.length - 1)),
    })
    await fc.assert(
      fc.asyncProperty(torn, async ({ length, flip }) => {
        const place = mkdtempSync(join(folder, 'torn-'))
        copyFileSync(join(left, 'data.sqlite'), join(place, 'data.sqlite'))
        const bytes = Buffer.from(log.subarray(0, length))
        if (flip !== null && flip < length) bytes[flip]! ^= 0x40
        writeFileSync(join(place, 'data.sqlite-wal'), bytes)

        const store = open(place)
        const one = store.table('assumptions').get('one')?.value ?? 0
        const other = store.table('partners').get('other')?.['value'] ?? 0
        expect(one).toBe(other)
        // The untouched log has everything; a torn one has a beginning of it.
        if (length === log.length && flip === null) expect(one).toBe(commits)
        expect(one).toBeLessThanOrEqual(commits)
        store.table('assumptions').put('one', { value: 'goes on' })
        await store.durable()
        await store.close()
      }),
      { numRuns: 60, seed: 1, examples: [[{ length: log.length, flip: null }]] },
    )
    expect(told).toEqual([])
  })

  it('keeps nothing of a turn in which a write failed, and goes on with the next', async () => {
    const store = open()
    store.table('assumptions').put('before', { value: 1 })
    await store.durable()

    store.table('assumptions').put('with it', { value: 1 })
    expect(() => store.table('assumptions').put({} as string, { value: 'no key' })).toThrow()
    await expect(store.durable()).rejects.toThrow()

    store.table('assumptions').put('after', { value: 1 })
    await store.durable()
    expect(
      store
        .table('assumptions')
        .list()
        .map(([key]) => key),
    ).toEqual(['after', 'before'])
    await store.close()
  })

  it('names what the folder lacks', () => {
    writeFileSync(at('occupied'), '')
    expect(() => open(at('occupied'))).toThrow(StoreProblem)
    expect(existsSync(at('data.sqlite'))).toBe(false)
  })
})

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { openSqliteStore, StoreProblem } from '../../../src/simulator/node/sqlite-store'
import { describeStore } from '../../conformance/store'

let folder: string
const makeFolder = () => (folder = mkdtempSync(join(tmpdir(), 'zis-store-')))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describeStore(
  'store on disk',
  () => Promise.resolve(openSqliteStore(makeFolder())),
  async (store) => {
    await store.close()
    return openSqliteStore(folder)
  },
)

describe('what was read before', () => {
  it('is read anew after it changed, was deleted, or its change was taken back', async () => {
    const store = openSqliteStore(makeFolder())
    const table = store.table('assumptions')
    expect(table.has('a')).toBe(false)
    table.put('a', { value: 1 })
    expect(table.get('a')).toEqual({ value: 1 })
    await store.durable()

    table.put('a', { value: 2 })
    expect(table.get('a')).toEqual({ value: 2 })
    expect(() => table.put({} as string, { value: 'no key' })).toThrow()
    await expect(store.durable()).rejects.toThrow()
    expect(table.get('a')).toEqual({ value: 1 })

    table.delete('a')
    expect(table.get('a')).toBeUndefined()
    await store.close()
  })

  it('is not mixed up when there is more of it than is remembered', async () => {
    const store = openSqliteStore(makeFolder())
    const table = store.table('assumptions')
    for (let row = 0; row < 500; row += 1) table.put(`row ${row}`, { value: row })
    for (let row = 0; row < 1000; row += 1) expect(table.get(`row ${row % 500}`)?.value).toBe(row % 500)
    await store.close()
  })
})

describe('a folder that cannot be used', () => {
  it('is refused when a newer version wrote it', () => {
    const db = new DatabaseSync(join(makeFolder(), 'data.sqlite'))
    db.exec('PRAGMA user_version = 99')
    db.close()
    expect(() => openSqliteStore(folder)).toThrow(/newer version \(format 99/)
  })

  it('is refused when it is a file', () => {
    const file = join(makeFolder(), 'occupied')
    writeFileSync(file, '')
    expect(() => openSqliteStore(file)).toThrow(StoreProblem)
  })

  it('is refused when another simulator uses it', async () => {
    const first = openSqliteStore(makeFolder())
    first.table('assumptions').put('a', { value: 1 })
    await first.durable()
    expect(() => openSqliteStore(folder)).toThrow(/Another simulator uses/)
    await first.close()
  })
})

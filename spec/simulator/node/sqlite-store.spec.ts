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

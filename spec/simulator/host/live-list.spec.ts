import { createChangeRecord } from '../../../src/simulator/host/change-record'
import { catchUp, withOlder, type Known, type ListSource } from '../../../src/simulator/host/live-list'

interface Row {
  id: string
  status: 'open' | 'done'
}

const row = (id: number, status: Row['status'] = 'done'): Row => ({ id: String(id), status })
const down = (from: number, to: number): Row[] =>
  Array.from({ length: from - to + 1 }, (_, index) => row(from - index))
const ids = ({ rows }: Known<Row>) => rows.map(({ id }) => Number(id))

/** A server with rows, newest first, in pages of three; it counts what it is asked. */
function serverOf(rows: Row[]) {
  const asked: string[] = []
  const source: ListSource<Row> = {
    async page(after) {
      asked.push(after === undefined ? 'newest' : `after ${after}`)
      const older = rows.filter(({ id }) => after === undefined || Number(id) < Number(after))
      return { rows: older.slice(0, 3), hasMore: older.length > 3 }
    },
    async byId(wanted) {
      asked.push(`again ${wanted.join()}`)
      return rows.filter(({ id }) => wanted.includes(id))
    },
    isOpen: ({ status }) => status === 'open',
  }
  return { source, asked }
}

it('begins with the newest page', async () => {
  const { source, asked } = serverOf(down(9, 1))
  expect(await catchUp(source, () => undefined)).toEqual({ rows: down(9, 7), hasMore: true })
  expect(asked).toEqual(['newest'])
})

it('puts new rows on top of what is known, and reads nothing else again', async () => {
  const { source, asked } = serverOf(down(10, 1))
  const known = { rows: down(9, 2), hasMore: true }
  expect(await catchUp(source, () => known)).toEqual({ rows: down(10, 2), hasMore: true })
  expect(asked).toEqual(['newest'])
})

it('leaves no gap when more came than a page holds', async () => {
  const { source, asked } = serverOf(down(20, 1))
  expect(ids(await catchUp(source, () => ({ rows: down(13, 8), hasMore: true })))).toEqual(
    ids({ rows: down(20, 8), hasMore: true }),
  )
  expect(asked).toEqual(['newest', 'after 18', 'after 15'])
})

it('begins anew behind a gap that is too long to close', async () => {
  const { source } = serverOf(down(200, 1))
  const list = await catchUp(source, () => ({ rows: down(13, 8), hasMore: true }))
  expect(ids(list)).toEqual(ids({ rows: down(200, 171), hasMore: true }))
  expect(list.hasMore).toBe(true)
})

it('asks again for known rows that were going to change', async () => {
  const { source, asked } = serverOf(down(9, 1))
  const known = { rows: [...down(9, 5), row(4, 'open'), ...down(3, 2)], hasMore: true }
  expect(await catchUp(source, () => known)).toEqual({ rows: down(9, 2), hasMore: true })
  expect(asked).toEqual(['newest', 'again 4'])
})

it('drops a row that belongs to the list no longer', async () => {
  const { source } = serverOf(down(9, 1).filter(({ id }) => id !== '4'))
  const known = { rows: [...down(9, 5), row(4, 'open'), ...down(3, 2)], hasMore: false }
  expect(ids(await catchUp(source, () => known))).toEqual([9, 8, 7, 6, 5, 3, 2])
})

it('is empty once everything was forgotten', async () => {
  const { source } = serverOf([])
  expect(await catchUp(source, () => ({ rows: down(9, 2), hasMore: true }))).toEqual({
    rows: [],
    hasMore: false,
  })
})

it('keeps nothing of before when ids begin anew', async () => {
  const { source } = serverOf(down(5, 1))
  expect(ids(await catchUp(source, () => ({ rows: down(9, 2), hasMore: true })))).toEqual([5, 4, 3])
})

it('keeps older rows that were loaded meanwhile', async () => {
  const { source } = serverOf(down(10, 1))
  let known: Known<Row> = { rows: down(9, 7), hasMore: true }
  const slow: ListSource<Row> = {
    ...source,
    async page(after) {
      const page = await source.page(after)
      known = withOlder(known, { rows: down(6, 4), hasMore: true })
      return page
    },
  }
  expect(ids(await catchUp(slow, () => known))).toEqual([10, 9, 8, 7, 6, 5, 4])
})

it('adds older rows once, even if they were asked for twice', () => {
  const known = { rows: down(9, 4), hasMore: true }
  expect(withOlder(known, { rows: down(6, 2), hasMore: false })).toEqual({ rows: down(9, 2), hasMore: false })
})

describe('a list of rows any of which can change', () => {
  function start(rows: Row[]) {
    const { source, asked } = serverOf(rows)
    const changes = createChangeRecord(10)
    const known: Known<Row> = { rows: down(9, 3), hasMore: true, upTo: changes.place }
    const look = async (before = known) => {
      asked.length = 0
      return catchUp({ ...source, changes }, () => before)
    }
    return { changes, asked, look }
  }

  it('asks again for the ones that changed, wherever they are, and for no other', async () => {
    const rows = down(9, 1).map((one) => (one.id === '4' ? row(4, 'open') : one))
    const { changes, asked, look } = start(rows)
    for (const id of ['4', '1', '4', '8']) changes.note(id)
    const list = await look()
    expect(list.rows).toEqual(rows.slice(0, 7))
    expect(asked).toEqual(['newest', 'again 4'])
    await look(list)
    expect(asked).toEqual(['newest'])
  })

  it('lets go of one that does not belong there any more, and takes in one that does now', async () => {
    const { changes, look } = start([...down(9, 6), ...down(4, 1)])
    const known = { rows: [...down(9, 5), row(3)], hasMore: true, upTo: changes.place }
    for (const id of ['5', '4']) changes.note(id)
    expect(ids(await look(known))).toEqual([9, 8, 7, 6, 4, 3])
  })

  it('asks for all of them again when nobody knows what changed', async () => {
    const { changes, asked, look } = start(down(9, 1))
    changes.note(undefined)
    await look()
    expect(asked).toEqual(['newest', 'again 6,5,4,3'])
  })

  it('asks for all of them again when more changed than is remembered', async () => {
    const { changes, asked, look } = start(down(9, 1))
    for (let at = 0; at < 20; at += 1) changes.note('4')
    await look()
    expect(asked).toEqual(['newest', 'again 6,5,4,3'])
  })

  it('asks the next time for what changed while it was asking', async () => {
    const { changes, asked, look } = start(down(9, 1))
    const looking = look()
    changes.note('4')
    const list = await looking
    await look(list)
    expect(asked).toEqual(['newest', 'again 4'])
  })
})

import type { ChangeRecord } from './change-record'

/** Rows of a long list that are known so far, newest first, without a gap. */
export interface Known<Row> {
  rows: Row[]
  /** There are older ones. */
  hasMore: boolean
  /** Where the record of changes stood when they were asked for. */
  upTo?: number
}

/** How the rows of one list are asked for. */
export interface ListSource<Row> {
  /** A page of rows older than `after`, or of the newest. */
  page(after: string | undefined): Promise<Known<Row>>
  /** Rows by their ids, as far as they still belong to the list. Absent where rows never change. */
  byId?(ids: string[]): Promise<Row[]>
  /** A row that is going to change. */
  isOpen?(row: Row): boolean
  /** Tells which rows changed, where any of them can. */
  changes?: Pick<ChangeRecord, 'place' | 'since'>
}

interface WithId {
  id: string
}

/** Pages that are read to close a gap; behind a longer one the list begins anew. */
const longestGap = 10
/** Rows that are going to change which are asked for again at once. */
const mostAgain = 200

const number = ({ id }: WithId): number => Number(id)

/**
 * Brings a list up to date without reading all of it again: the newest rows down to those that are known,
 * and below them the ones that changed, or that were going to.
 *
 * @param known is read at the end, so that older rows that came meanwhile are kept
 */
export async function catchUp<Row extends WithId>(
  source: ListSource<Row>,
  known: () => Known<Row> | undefined,
): Promise<Known<Row>> {
  const top = known()?.rows[0]
  const since = known()?.upTo
  // Looked at before anything is asked: what changes meanwhile is asked for the next time.
  const upTo = source.changes && { upTo: source.changes.place }
  const news = await source.page(undefined)
  for (let page = 1; page < longestGap && top && hasGap(news, top); page += 1) {
    const next = await source.page(news.rows.at(-1)!.id)
    news.rows.push(...next.rows)
    news.hasMore = next.hasMore
  }
  if (!top || hasGap(news, top)) return { ...news, ...upTo }
  const stale = staleBelow(source, news, known(), since)
  const again = stale.length === 0 ? [] : await source.byId!(stale)
  return { ...join(news, withRowsAgain(known() ?? news, stale, again)), ...upTo }
}

/** The list with one more page of older rows. */
export function withOlder<Row extends WithId>(known: Known<Row>, older: Known<Row>): Known<Row> {
  const last = known.rows.at(-1)
  // What was asked for twice is kept once.
  const rows = last ? older.rows.filter((row) => number(row) < number(last)) : older.rows
  return { ...known, rows: [...known.rows, ...rows], hasMore: older.hasMore }
}

/** True while there are rows between the last of the news and the first of the known. */
const hasGap = <Row extends WithId>({ rows, hasMore }: Known<Row>, top: Row): boolean =>
  hasMore && rows.length > 0 && number(rows.at(-1)!) > number(top)

/** The news in place of what they cover. A list that begins lower than before was emptied meanwhile. */
function join<Row extends WithId>(news: Known<Row>, known: Known<Row>): Known<Row> {
  const last = news.rows.at(-1)
  if (!last || !news.hasMore || number(news.rows[0]!) < number(known.rows[0] ?? last)) return news
  const older = known.rows.filter((row) => number(row) < number(last))
  return older.length === 0 ? news : { rows: [...news.rows, ...older], hasMore: known.hasMore }
}

/** Ids of rows below the news that are to be asked for again; some of them may be new in the list. */
function staleBelow<Row extends WithId>(
  { isOpen, byId, changes }: ListSource<Row>,
  { rows }: Known<Row>,
  known: Known<Row> | undefined,
  since: number | undefined,
): string[] {
  const last = rows.at(-1)
  if (!byId || !last || !known) return []
  const below = known.rows.filter((row) => number(row) < number(last))
  if (!changes)
    return below
      .filter((row) => isOpen?.(row))
      .slice(0, mostAgain)
      .map(({ id }) => id)
  const changed = since === undefined ? undefined : changes.since(since)
  if (!changed) return below.map(({ id }) => id)
  const end = known.hasMore ? Number(known.rows.at(-1)?.id ?? last.id) : 0
  return changed.filter((id) => Number(id) < number(last) && Number(id) >= end)
}

function withRowsAgain<Row extends WithId>(known: Known<Row>, asked: string[], again: Row[]): Known<Row> {
  if (asked.length === 0) return known
  const fresh = new Map(again.map((row) => [row.id, row]))
  const gone = new Set(asked.filter((id) => !fresh.has(id)))
  const rows = known.rows.filter(({ id }) => !gone.has(id)).map((row) => take(fresh, row.id) ?? row)
  // What is left has not been in the list before.
  if (fresh.size > 0) rows.push(...fresh.values())
  return { ...known, rows: fresh.size > 0 ? rows.sort((a, b) => number(b) - number(a)) : rows }
}

function take<Row>(rows: Map<string, Row>, id: string): Row | undefined {
  const row = rows.get(id)
  rows.delete(id)
  return row
}

/** Rows of a long list that are known so far, newest first, without a gap. */
export interface Known<Row> {
  rows: Row[]
  /** There are older ones. */
  hasMore: boolean
}

/** How the rows of one list are asked for. */
export interface ListSource<Row> {
  /** A page of rows older than `after`, or of the newest. */
  page(after: string | undefined): Promise<Known<Row>>
  /** Rows by their ids, as far as they still belong to the list. Absent where rows never change. */
  byId?(ids: string[]): Promise<Row[]>
  /** A row that is going to change. */
  isOpen?(row: Row): boolean
  /** Rows that are asked for again at once; {@link usualAgain} unless told. */
  mostAgain?: number
}

interface WithId {
  id: string
}

/** Pages that are read to close a gap; behind a longer one the list begins anew. */
const longestGap = 10
/** Rows that are asked for again at once. */
const usualAgain = 200

const number = ({ id }: WithId): number => Number(id)

/**
 * Brings a list up to date without reading all of it again: the newest rows down to those that are known,
 * and the known ones that were going to change.
 *
 * @param known is read at the end, so that older rows that came meanwhile are kept
 */
export async function catchUp<Row extends WithId>(
  source: ListSource<Row>,
  known: () => Known<Row> | undefined,
): Promise<Known<Row>> {
  const top = known()?.rows[0]
  const news = await source.page(undefined)
  for (let page = 1; page < longestGap && top && hasGap(news, top); page += 1) {
    const next = await source.page(news.rows.at(-1)!.id)
    news.rows.push(...next.rows)
    news.hasMore = next.hasMore
  }
  if (!top || hasGap(news, top)) return news
  const open = openBelow(source, news, known())
  const again = open.length === 0 ? [] : await source.byId!(open.map(({ id }) => id))
  return join(news, withRowsAgain(known() ?? news, open, again))
}

/** The list with one more page of older rows. */
export function withOlder<Row extends WithId>(known: Known<Row>, older: Known<Row>): Known<Row> {
  const last = known.rows.at(-1)
  // What was asked for twice is kept once.
  const rows = last ? older.rows.filter((row) => number(row) < number(last)) : older.rows
  return { rows: [...known.rows, ...rows], hasMore: older.hasMore }
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

function openBelow<Row extends WithId>(
  { isOpen, byId, mostAgain = usualAgain }: ListSource<Row>,
  { rows }: Known<Row>,
  known: Known<Row> | undefined,
): Row[] {
  const last = rows.at(-1)
  if (!isOpen || !byId || !last || !known) return []
  return known.rows.filter((row) => number(row) < number(last) && isOpen(row)).slice(0, mostAgain)
}

function withRowsAgain<Row extends WithId>(known: Known<Row>, asked: Row[], again: Row[]): Known<Row> {
  if (asked.length === 0) return known
  const fresh = new Map(again.map((row) => [row.id, row]))
  const gone = new Set(asked.map(({ id }) => id).filter((id) => !fresh.has(id)))
  return {
    ...known,
    rows: known.rows.filter(({ id }) => !gone.has(id)).map((row) => fresh.get(row.id) ?? row),
  }
}

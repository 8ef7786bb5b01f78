import { keyOf } from '../store/keys'
import type { UnansweredRow } from '../store/tables'
import { stamp, type World } from '../world'
import { identify } from './auth'

/** Rows that are kept; the one that was called longest ago makes room for a new one. */
const mostRows = 500
/** Characters of a path that are kept. */
const longestPath = 200

/**
 * Counts a call to the account's API that nobody simulates, so that the page can show what is missing. What
 * differs from call to call is left out of the path, and with it every token that could stand in one.
 *
 * @param isOfFlow whether a flow sent it
 */
export async function countUnanswered(world: World, request: Request, isOfFlow: boolean): Promise<void> {
  const { pathname } = new URL(request.url)
  if (!pathname.startsWith('/api/')) return
  const method = request.method
  const path = world.masker.text(withoutIds(pathname))
  const who = isOfFlow ? 'flow' : await callerOf(world, request)
  const table = world.store.table('unanswered')
  const key = keyOf(path, method, who)
  const known = table.get(key)
  if (!known && table.count() >= mostRows) {
    const [oldest] = table.list().sort(([, a], [, b]) => (a.last_at < b.last_at ? -1 : 1))
    if (oldest) table.delete(oldest[0])
  }
  table.put(key, { method, path, who, count: (known?.count ?? 0) + 1, last_at: stamp(world) })
  world.changes.tell('unanswered')
}

/** The app calls with the session of the page that frames it; a program brings a credential of its own. */
async function callerOf(world: World, request: Request): Promise<UnansweredRow['who']> {
  return (await identify(world, request)).kind === 'session' ? 'app' : 'program'
}

/** `/api/v2/views/12/tickets.json` as `/api/v2/views/:id/tickets`. */
export const withoutIds = (path: string): string =>
  path
    .replace(/\.json$/, '')
    .split('/')
    .map((part) => (isId(part) ? ':id' : part))
    .join('/')
    .slice(0, longestPath)

/** A number, or a long word with digits in it: a UUID, a ULID, a token. */
const isId = (part: string): boolean => /^\d+$/.test(part) || (part.length >= 16 && /\d/.test(part))

import { ZisProblem } from '../../../zis/wire/problems'
import { below, keyOf, padded, partsOfKey } from '../../store/keys'
import { newestFirst, pageOfNewest } from '../../store/newest'
import type { Tables } from '../../store/tables'
import type { World } from '../../world'
import { on, type RouteHandler } from '../service'
import { accountWire as wire, type InvocationLine } from './account-wire'
import { wholeNumber } from './query'

type Invocation = Tables['webhook_invocations']

/** What the pages show of the account beyond what its API tells. */
export function accountRoutes(world: World): RouteHandler[] {
  const { store, masker } = world
  const invocations = store.table('webhook_invocations')

  const requestOf = ({ request_id: id }: Invocation) =>
    id === undefined ? undefined : store.table('outbound').get(padded(Number(id)))

  function problemOf(row: Invocation): string | null {
    if (row.status !== 'failed') return null
    if (row.status_code !== null) return `The answer had the status ${row.status_code}.`
    if (row.request_id === undefined) return 'The webhook was deleted before this was sent.'
    return requestOf(row)?.error ?? 'No answer came.'
  }

  function lineOf(row: Invocation): InvocationLine {
    const { body: _body, request_id: _request, ...shown } = row
    return { ...shown, problem: problemOf(row) }
  }

  function checkWebhook(id: string): void {
    if (!store.table('zendesk_webhooks').has(id)) {
      throw new ZisProblem('NotThere', { what: `webhook ${id}` })
    }
  }

  return [
    on(wire.listInvocationLines, ({ params: { id }, query: { limit, after, ids } }) => {
      checkWebhook(id)
      const all =
        ids === undefined
          ? newestFirst(invocations, after)
          : ids.split(',').flatMap((one) => invocations.get(padded(Number(one))) ?? [])
      const most = wholeNumber('limit', limit, 50, 500)
      const { rows, has_more } = pageOfNewest(all, most, ({ webhook_id }) => webhook_id === id)
      return { invocations: rows.map(lineOf), has_more }
    }),

    on(wire.showInvocationView, ({ params: { id, invocation_id } }) => {
      const row = /^\d{1,15}$/.test(invocation_id)
        ? invocations.get(padded(Number(invocation_id)))
        : undefined
      if (row?.webhook_id !== id) throw new ZisProblem('NotThere', { what: `invocation ${invocation_id}` })
      return { invocation: lineOf(row), body: masker.text(row.body), request: requestOf(row) ?? null }
    }),

    on(wire.listActivityLines, ({ query: { limit, after, user_id } }) => {
      const most = wholeNumber('limit', limit, 50, 500)
      const of = user_id !== undefined && { prefix: below(Number(user_id)) }
      const lines = store
        .table('activities')
        .list({ ...of })
        .map(([key, activity]) => {
          const [userId = NaN, number] = partsOfKey(key).map(Number)
          const name = store.table('users').get(keyOf(userId))?.name ?? `User ${userId}`
          return { id: String(number), activity, user: { id: userId, name } }
        })
      const older = lines
        .filter(({ id }) => after === undefined || Number(id) < Number(after))
        .sort((a, b) => Number(b.id) - Number(a.id))
      const { rows, has_more } = pageOfNewest(older, most)
      return { activities: rows, has_more }
    }),

    on(wire.listLegacyRecordLines, ({ query: { limit, type } }) => {
      const most = wholeNumber('limit', limit, 50, 500)
      const all = store
        .table('legacy_records')
        .list()
        .map(([, row]) => row)
      const wanted = all
        .filter((row) => type === undefined || row.type === type)
        .sort((a, b) => (a.updated_at < b.updated_at ? 1 : -1))
      const { rows, has_more } = pageOfNewest(wanted, most)
      return { records: rows, types: [...new Set(all.map((row) => row.type))].sort(), has_more }
    }),
  ]
}

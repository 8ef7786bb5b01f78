import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { CallAnswer, CallInput, WireByRoute } from '../../../zis/wire'
import type { ControlByRoute } from '../../services/control/wire'
import { api } from '../queries'
import { pageSize, useLiveList } from '../use-live-list'

type Body = CallInput<WireByRoute, 'POST /api/v2/users/:id/events'>['body']
export type ActivityLine = CallAnswer<ControlByRoute, 'GET /_sim/activities'>['activities'][number]

/** Activities of all users, or of one, newest first. */
export const useActivities = (userId: string | undefined) =>
  useLiveList(['users', 'activities', userId], {
    async page(after) {
      const { activities: rows, has_more: hasMore } = await api.call('GET /_sim/activities', {
        query: { limit: pageSize, after, user_id: userId },
      })
      return { rows, hasMore }
    },
  })

export function useTrackActivity() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ userId, event }: { userId: number; event: Body['event'] }) =>
      api.call('POST /api/v2/users/:id/events', {
        params: { id: String(userId) },
        body: {
          event,
          // Who it is about stands in the path; a profile has to name somebody all the same.
          profile: {
            source: event.source,
            type: 'person',
            identifiers: [{ type: 'user_id', value: String(userId) }],
          },
        },
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['users', 'activities'] }),
  })
}

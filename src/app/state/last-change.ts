import { useChanges } from '../queries/change-log'
import type { ConsoleRecord } from '../queries/record'

/** When something of an integration was last changed with this app, and by whom; undefined while not known. */
export function useLastChange(
  integration: string,
  record: ConsoleRecord | null | undefined,
): { at: string; by: string } | undefined {
  const { data: changes = [] } = useChanges(integration)
  const all = [
    ...(record?.uploaded_at ? [{ at: record.uploaded_at, by: record.uploaded_by ?? '' }] : []),
    ...(record?.paused ? [{ at: record.paused.at, by: record.paused.by }] : []),
    ...changes.slice(0, 1).map(({ at, who }) => ({ at, by: who })),
  ]
  return all.sort((one, other) => (one.at < other.at ? 1 : -1))[0]
}

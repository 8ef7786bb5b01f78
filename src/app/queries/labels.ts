import type { ZisClient } from '../platform/zis-client'
import { useRegistered } from './integrations'
import { saveRecord } from './record'

/** What admins call the accounts of a system that has several, by the name of the connection. */
export function useLabels(integration: string): Map<string, string> {
  const record = useRegistered().data?.find(({ key }) => key === integration)?.record
  return new Map((record?.labels ?? []).map(({ name, label }) => [name, label]))
}

/**
 * Keeps what an admin calls an account: the name that ZIS has is made from it and leaves much of it out.
 *
 * @param names the connections that there are; labels of others are forgotten
 * @throws {Problem}
 */
export const saveLabel = (
  zis: ZisClient,
  integration: string,
  names: string[],
  one: { name: string; label: string },
): Promise<void> =>
  saveRecord(zis, integration, (record) => ({
    ...record,
    labels: [...(record.labels ?? []).filter(({ name }) => name !== one.name && names.includes(name)), one],
  }))

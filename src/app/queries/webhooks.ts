import { useQuery } from '@tanstack/react-query'
import { useConsole } from '../platform/console'
import type { SafeAnswer } from '../platform/edge'
import type { Problem } from '../platform/problem'
import type { ZisClient } from '../platform/zis-client'
import { orNone } from './read-all'
import { readRecord, saveRecord, type KeptWebhook } from './record'

/** An inbound webhook as it may be shown again: without its address and its credentials. */
export interface Webhook {
  uuid: string
  source_system: string
  event_type: string
  /** What this app knows of its making; absent for one that was made by other means. */
  made?: { at: string; by: string; replaces?: string }
}

/** What ZIS says once, when a webhook is created (zis-api 7.1). */
export type NewWebhook = SafeAnswer<'POST /api/services/zis/inbound_webhooks/generic/:integration'>

/**
 * The inbound webhooks of an integration. The list is not documented; where ZIS does not know it, those
 * whose uuid this app has kept are looked up one by one (zis-api 7.3).
 */
export async function readWebhooks(zis: ZisClient, integration: string): Promise<Webhook[]> {
  const [record, listed] = await Promise.all([
    readRecord(zis, integration),
    orNone(
      zis.callAsIntegration('GET /api/services/zis/inbound_webhooks/generic/:integration/all', {
        params: { integration },
      }),
    ),
  ])
  const kept = record?.webhooks ?? []
  const found = listed?.webhooks ?? (await lookUp(zis, integration, kept))
  return found.map((webhook) => {
    const made = kept.find(({ uuid }) => uuid === webhook.uuid)
    return made
      ? { ...webhook, made: { at: made.at, by: made.by, ...(made.replaces && { replaces: made.replaces }) } }
      : webhook
  })
}

async function lookUp(zis: ZisClient, integration: string, kept: KeptWebhook[]) {
  const found = await Promise.all(
    kept.map(({ uuid }) =>
      orNone(
        zis.callAsIntegration('GET /api/services/zis/inbound_webhooks/generic/:integration/:uuid', {
          params: { integration, uuid },
        }),
      ),
    ),
  )
  return found.filter((webhook) => webhook !== null)
}

/**
 * Creates a webhook and keeps its uuid, without which it could not be found again. Never its password.
 *
 * @returns what ZIS says this once, and whether the uuid was kept
 * @throws {Problem} when nothing was created
 */
export async function createWebhook(
  zis: ZisClient,
  integration: string,
  pair: Pick<Webhook, 'source_system' | 'event_type'>,
  made: { at: string; by: string; replaces?: string },
): Promise<{ webhook: NewWebhook; isKept: boolean }> {
  const webhook = await zis.callAsIntegration(
    'POST /api/services/zis/inbound_webhooks/generic/:integration',
    { params: { integration }, body: pair },
  )
  const { uuid } = webhook
  const isKept = await saveRecord(zis, integration, (record) => ({
    ...record,
    webhooks: [...(record.webhooks ?? []), { uuid, ...made }],
  })).then(
    () => true,
    // The credentials are shown this once, so what comes after must not take them away.
    () => false,
  )
  return { webhook, isKept }
}

/**
 * Deletes a webhook and forgets its uuid; one that is gone already is no problem.
 * @throws {Problem}
 */
export async function deleteWebhook(zis: ZisClient, integration: string, uuid: string): Promise<void> {
  await orNone<unknown>(
    zis.callAsIntegration('DELETE /api/services/zis/inbound_webhooks/generic/:integration/:uuid', {
      params: { integration, uuid },
    }),
  )
  const kept = (await readRecord(zis, integration))?.webhooks ?? []
  if (!kept.some((one) => one.uuid === uuid)) return
  await saveRecord(zis, integration, ({ webhooks: _, ...record }) => {
    const left = kept.filter((one) => one.uuid !== uuid)
    return left.length === 0 ? record : { ...record, webhooks: left }
  })
}

export function useWebhooks(integration: string, isWanted = true) {
  const { zis } = useConsole()
  return useQuery<Webhook[], Problem>({
    queryKey: ['zis', integration, 'webhooks'],
    enabled: isWanted,
    queryFn: () => readWebhooks(zis, integration),
  })
}

import type { JsonObject } from '../../zis/json'
import type { WebhookDefinition } from '../../zis/definition'
import type { ZisClient } from '../platform/zis-client'
import { createWebhook, deleteWebhook } from '../queries/webhooks'

/**
 * Posts a sample as the other system would, through a webhook that is made for this alone and deleted after
 * it. Its credentials are in one variable for as long as that takes.
 *
 * @returns whether the webhook is gone again
 * @throws {Problem} when the sample was not accepted
 */
export async function postSample(
  zis: ZisClient,
  integration: string,
  { source_system, event_type }: Pick<WebhookDefinition, 'source_system' | 'event_type'>,
  sample: JsonObject,
  by: string,
): Promise<{ isCleanedUp: boolean }> {
  const made = { at: new Date().toISOString(), by }
  const { webhook } = await createWebhook(zis, integration, { source_system, event_type }, made)
  let isCleanedUp = false
  try {
    await zis.ingest(webhook.path, webhook, sample)
  } finally {
    // A sample that was refused is told with its own reason, whatever becomes of the webhook.
    isCleanedUp = await deleteWebhook(zis, integration, webhook.uuid).then(
      () => true,
      () => false,
    )
  }
  return { isCleanedUp }
}

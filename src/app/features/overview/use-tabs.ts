import { tabs, type Tab } from '../../platform/route'
import type { Catalogued } from '../../queries/catalogue'
import { useWebhooks } from '../../queries/webhooks'

/**
 * The tabs that an integration has. Webhooks are shown where it names some or the account holds some, and
 * where the admin has followed a link to them.
 */
export function useTabs({ definition }: Catalogued, integration: string, open: Tab): Tab[] {
  const { data: webhooks = [] } = useWebhooks(integration)
  const hasWebhooks = (definition.webhooks ?? []).length + webhooks.length > 0 || open === 'webhooks'
  return tabs.filter((tab) => tab !== 'webhooks' || hasWebhooks)
}

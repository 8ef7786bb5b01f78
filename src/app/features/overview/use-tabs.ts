import { tabs, type Tab } from '../../platform/route'
import type { Catalogued } from '../../queries/catalogue'
import { useWebhooks } from '../../queries/webhooks'

/**
 * The tabs that an integration has. Webhooks are shown where it names some or the account holds some, and
 * where the admin has followed a link to them.
 *
 * @param isIdle nothing else is being asked any more: whether there is one more tab can wait for the rest
 */
export function useTabs({ definition }: Catalogued, integration: string, open: Tab, isIdle: boolean): Tab[] {
  const isNamed = (definition.webhooks ?? []).length > 0 || open === 'webhooks'
  const { data: webhooks = [] } = useWebhooks(integration, isIdle && !isNamed)
  const hasWebhooks = isNamed || webhooks.length > 0
  return tabs.filter((tab) => tab !== 'webhooks' || hasWebhooks)
}

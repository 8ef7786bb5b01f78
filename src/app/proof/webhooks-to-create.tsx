import { Button } from '@zendeskgarden/react-buttons'
import { Alert } from '@zendeskgarden/react-notifications'
import { useNavigation } from '../platform/route'
import { useText } from '../platform/words'
import type { Catalogued } from '../queries/catalogue'
import { useRegistered } from '../queries/integrations'
import { AlertButtons } from '../ui/blocks'
import { Writes } from '../ui/writes'

interface Props {
  catalogued: Catalogued
  integration: string
}

/**
 * The last step of an integration that other systems start: without a webhook it is active, and nothing ever
 * happens. It goes by our record alone: to list the webhooks takes a token that has to be made for it, which
 * looking at a page should not do.
 */
export function WebhooksToCreate({ catalogued, integration }: Props) {
  const t = useText()
  const { go } = useNavigation()
  const record = useRegistered().data?.find(({ key }) => key === integration)?.record
  const titles = (catalogued.definition.webhooks ?? []).map(({ title }) => title)
  if (titles.length === 0 || !record || (record.webhooks ?? []).length > 0) return null
  return (
    <Writes>
      <Alert type="info" role="status">
        <Alert.Title>{t('webhooks.next_title')}</Alert.Title>
        <Alert.Paragraph>{t('webhooks.next_text', { count: titles.length, names: titles })}</Alert.Paragraph>
        <AlertButtons>
          <Button
            size="small"
            onClick={() => go({ page: 'integration', name: integration, tab: 'webhooks' })}
          >
            {t('webhooks.go')}
          </Button>
        </AlertButtons>
      </Alert>
    </Writes>
  )
}

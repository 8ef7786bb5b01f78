import { Button } from '@zendeskgarden/react-buttons'
import { Alert } from '@zendeskgarden/react-notifications'
import { useNavigation } from '../../platform/route'
import { useText, useWhen } from '../../platform/words'
import type { Catalogued } from '../../queries/catalogue'
import { useRegistered } from '../../queries/integrations'
import { Proof } from '../../proof/proof-card'
import { WebhooksToCreate } from '../../proof/webhooks-to-create'
import type { Health } from '../../state/use-health'
import { AlertButtons, Card, Facts, Heading, List, Stack, Text } from '../../ui/blocks'
import { Writes } from '../../ui/writes'
import { HealthCard } from './health-card'

interface Props {
  catalogued: Catalogued
  integration: string
  health: Health
}

/** How the integration stands, with the reason for each thing that is not right. */
export function OverviewTab({ catalogued, integration, health }: Props) {
  const t = useText()
  const when = useWhen()
  const { go } = useNavigation()
  const { definition, name } = catalogued
  const record = useRegistered().data?.find(({ key }) => key === integration)?.record
  const isPaused = record?.paused !== undefined
  const isOpen = health.status === 'inactive' || health.status === 'attention'
  const isActive = health.status === 'active' || health.status === 'ending'

  return (
    <Stack>
      {isPaused && (
        <Alert type="info" role="status">
          <Alert.Title>{t('flows.paused_title')}</Alert.Title>
          <Alert.Paragraph>{t('overview.paused_text')}</Alert.Paragraph>
          <AlertButtons>
            <Button size="small" onClick={() => go({ page: 'integration', name: integration, tab: 'flows' })}>
              {t('overview.open_flows')}
            </Button>
          </AlertButtons>
        </Alert>
      )}
      {isOpen && !isPaused && (
        <Alert type={health.status === 'inactive' ? 'info' : 'warning'} role="status">
          <Alert.Title>{t(`overview.${health.status as 'inactive' | 'attention'}_title`)}</Alert.Title>
          <Alert.Paragraph>{t(`overview.${health.status as 'inactive' | 'attention'}_text`)}</Alert.Paragraph>
          <Writes>
            <AlertButtons>
              <Button
                size="small"
                isPrimary={health.status === 'inactive'}
                onClick={() => go({ page: 'install', name })}
              >
                {t('overview.open_setup')}
              </Button>
            </AlertButtons>
          </Writes>
        </Alert>
      )}
      {health.status === 'ending' && !isPaused && (
        <Alert type="warning" role="status">
          <Alert.Title>{t('overview.ending_title')}</Alert.Title>
          <Alert.Paragraph>{t('overview.ending_text')}</Alert.Paragraph>
        </Alert>
      )}
      {isActive && <WebhooksToCreate catalogued={catalogued} integration={integration} />}
      <HealthCard catalogued={catalogued} integration={integration} health={health} isPaused={isPaused} />
      {isActive && <Proof catalogued={catalogued} integration={integration} />}
      <Card>
        <Stack $gap="sm">
          <Heading>{t('overview.about')}</Heading>
          <Text>{definition.description}</Text>
          <List>
            {definition.reads_and_writes.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </List>
          <Facts>
            <dt>{t('overview.key')}</dt>
            <dd>{integration}</dd>
            {record?.uploaded_at && (
              <>
                <dt>{t('overview.installed')}</dt>
                <dd>
                  {record.uploaded_by
                    ? t('overview.installed_by', { time: when(record.uploaded_at), name: record.uploaded_by })
                    : when(record.uploaded_at)}
                </dd>
              </>
            )}
          </Facts>
        </Stack>
      </Card>
    </Stack>
  )
}

import { Button } from '@zendeskgarden/react-buttons'
import { Dots } from '@zendeskgarden/react-loaders'
import type { WebhookDefinition } from '../../../zis/definition'
import { useText } from '../../platform/words'
import type { Webhook } from '../../queries/webhooks'
import { Buttons, Card, CardHead, Heading, Stack, Text } from '../../ui/blocks'
import { StatusTag } from '../../ui/status-tag'
import { Writes } from '../../ui/writes'
import type { CreateWebhook } from './use-create-webhook'
import { WebhookTable, type RowActions } from './webhook-table'

interface Props extends RowActions {
  definition: WebhookDefinition
  rows: Webhook[]
  create: CreateWebhook
}

/** A webhook that the integration names: what it is for, what the sender has to be told, and its rows. */
export function WebhookCard({ definition, rows, create, ...actions }: Props) {
  const t = useText()
  const { title, source_system, event_type } = definition
  const isBusy = create.pending?.source_system === source_system && create.pending.event_type === event_type
  return (
    <Card aria-label={title}>
      <Stack $gap="sm">
        <CardHead>
          <Heading>{title}</Heading>
          <StatusTag tone={rows.length === 0 ? 'neutral' : 'good'}>
            {t(rows.length === 0 ? 'webhooks.not_created' : 'webhooks.created')}
          </StatusTag>
        </CardHead>
        <Text>{definition.tell_sender}</Text>
        {rows.length > 0 && (
          <WebhookTable title={t('webhooks.of', { name: title })} rows={rows} {...actions} />
        )}
        <Writes>
          <Buttons>
            <Button
              isPrimary={rows.length === 0}
              aria-label={t('webhooks.create_named', { name: title })}
              onClick={() => void create.run(definition, { definition })}
            >
              {isBusy ? <Dots delayMS={0} aria-label={t('webhooks.creating')} /> : t('webhooks.create')}
            </Button>
          </Buttons>
        </Writes>
      </Stack>
    </Card>
  )
}

import { Table } from '@zendeskgarden/react-tables'
import { Span } from '@zendeskgarden/react-typography'
import { useReadOnly } from '../../platform/console'
import { useText, useWhen } from '../../platform/words'
import type { Webhook } from '../../queries/webhooks'
import { RowMenu } from '../../ui/row-menu'
import { StatusTag } from '../../ui/status-tag'
import { NarrowTable } from '../../ui/narrow-table'

export interface RowActions {
  /** Every webhook of the integration: one may take the place of another. */
  all: Webhook[]
  onRotate: (webhook: Webhook) => void
  onDelete: (webhook: Webhook) => void
}

interface Props extends RowActions {
  title: string
  rows: Webhook[]
}

/** Webhooks, a row each. Address and credentials were said once and cannot be shown. */
export function WebhookTable({ title, rows, all, onRotate, onDelete }: Props) {
  const t = useText()
  const when = useWhen()
  const isReadOnly = useReadOnly()
  const isReplaced = ({ uuid }: Webhook) => all.some(({ made }) => made?.replaces === uuid)
  return (
    <NarrowTable isReadOnly aria-label={title}>
      <Table.Head>
        <Table.HeaderRow>
          <Table.HeaderCell>{t('webhooks.event')}</Table.HeaderCell>
          <Table.HeaderCell>{t('webhooks.made')}</Table.HeaderCell>
          <Table.HeaderCell width={150}>{t('connections.status')}</Table.HeaderCell>
          <Table.HeaderCell>{t('webhooks.id')}</Table.HeaderCell>
          {!isReadOnly && (
            <Table.HeaderCell hasOverflow>
              <Span hidden>{t('connections.actions')}</Span>
            </Table.HeaderCell>
          )}
        </Table.HeaderRow>
      </Table.Head>
      <Table.Body>
        {rows.map((webhook) => (
          <Table.Row key={webhook.uuid}>
            <Table.Cell>{`${webhook.source_system}, ${webhook.event_type}`}</Table.Cell>
            <Table.Cell data-label={webhook.made && t('webhooks.made')}>
              {webhook.made
                ? t('overview.installed_by', { time: when(webhook.made.at), name: webhook.made.by })
                : ''}
            </Table.Cell>
            <Table.Cell>
              <StatusTag tone={isReplaced(webhook) ? 'warning' : 'good'}>
                {t(isReplaced(webhook) ? 'webhooks.replaced' : 'webhooks.active')}
              </StatusTag>
            </Table.Cell>
            <Table.Cell data-label={t('webhooks.id')}>{webhook.uuid}</Table.Cell>
            {!isReadOnly && (
              <Table.Cell hasOverflow>
                <RowMenu
                  label={t('connections.actions_named', { name: webhook.uuid })}
                  actions={[
                    { label: t('webhooks.rotate'), run: () => onRotate(webhook) },
                    { label: t('webhooks.delete'), isDanger: true, run: () => onDelete(webhook) },
                  ]}
                />
              </Table.Cell>
            )}
          </Table.Row>
        ))}
      </Table.Body>
    </NarrowTable>
  )
}

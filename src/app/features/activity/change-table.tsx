import { Button } from '@zendeskgarden/react-buttons'
import { Table } from '@zendeskgarden/react-tables'
import { useWhen, useText } from '../../platform/words'
import type { Change } from '../../queries/change'
import { NarrowTable } from '../../ui/narrow-table'
import { StatusTag } from '../../ui/status-tag'
import { outcomeIn, whatOf } from './change-words'

interface Props {
  changes: Change[]
  onDetails: (change: Change) => void
}

/** Changes, a row each, newest first. */
export function ChangeTable({ changes, onDetails }: Props) {
  const t = useText()
  const when = useWhen()
  return (
    <NarrowTable isReadOnly aria-labelledby="activity-title">
      <Table.Head>
        <Table.HeaderRow>
          <Table.HeaderCell>{t('activity.change')}</Table.HeaderCell>
          <Table.HeaderCell>{t('activity.to')}</Table.HeaderCell>
          <Table.HeaderCell>{t('activity.person')}</Table.HeaderCell>
          <Table.HeaderCell>{t('activity.time')}</Table.HeaderCell>
          <Table.HeaderCell width={130}>{t('activity.outcome')}</Table.HeaderCell>
        </Table.HeaderRow>
      </Table.Head>
      <Table.Body>
        {changes.map((change) => {
          const [name, time] = [whatOf(change, t), when(change.at)]
          const { tone, says } = outcomeIn(change, t)
          return (
            <Table.Row key={change.id}>
              <Table.Cell>
                <Button
                  isLink
                  aria-label={t('activity.details_named', { name, time })}
                  onClick={() => onDetails(change)}
                >
                  {name}
                </Button>
              </Table.Cell>
              <Table.Cell data-label={t('activity.to')}>{change.scope}</Table.Cell>
              <Table.Cell data-label={t('activity.person')}>{change.who}</Table.Cell>
              <Table.Cell data-label={t('activity.time')}>{time}</Table.Cell>
              <Table.Cell>
                <StatusTag tone={tone}>{says}</StatusTag>
              </Table.Cell>
            </Table.Row>
          )
        })}
      </Table.Body>
    </NarrowTable>
  )
}

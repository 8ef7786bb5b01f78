import { Table } from '@zendeskgarden/react-tables'
import { useText } from '../platform/words'
import { NarrowTable } from '../ui/narrow-table'
import type { Difference } from './differences'

interface Props {
  label: string
  before: string
  after: string
  rows: Difference[]
}

/** Two versions side by side, as far as they differ. */
export function DifferenceTable({ label, before, after, rows }: Props) {
  const t = useText()
  return (
    <NarrowTable isReadOnly size="small" aria-label={label}>
      <Table.Head>
        <Table.HeaderRow>
          <Table.HeaderCell>{t('settings.setting')}</Table.HeaderCell>
          <Table.HeaderCell>{before}</Table.HeaderCell>
          <Table.HeaderCell>{after}</Table.HeaderCell>
        </Table.HeaderRow>
      </Table.Head>
      <Table.Body>
        {rows.map((row, index) => (
          <Table.Row key={index}>
            <Table.Cell>{row.title}</Table.Cell>
            <Table.Cell data-label={before}>{row.before}</Table.Cell>
            <Table.Cell data-label={after}>{row.after}</Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </NarrowTable>
  )
}

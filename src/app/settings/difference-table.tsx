import { Table } from '@zendeskgarden/react-tables'
import { useText } from '../platform/words'
import { NarrowTable } from '../ui/narrow-table'
import { Subtle } from '../ui/blocks'
import type { Difference } from './differences'
import { SaidWords } from './said-words'

interface Props {
  label: string
  before: string
  after: string
  rows: Difference[]
  /** The one is what the other was before; two versions beside each other have no before. */
  isChange?: boolean
}

/** Two versions side by side, as far as they differ. */
export function DifferenceTable({ label, before, after, rows, isChange = true }: Props) {
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
            <Table.Cell>
              {row.title}
              {isChange && row.row && <Subtle>{t(`settings.row_${row.row}`)}</Subtle>}
            </Table.Cell>
            <Table.Cell data-label={before}>
              <SaidWords says={row.before} />
            </Table.Cell>
            <Table.Cell data-label={after}>
              <SaidWords says={row.after} />
            </Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </NarrowTable>
  )
}

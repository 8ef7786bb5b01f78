import { Button } from '@zendeskgarden/react-buttons'
import { Dots } from '@zendeskgarden/react-loaders'
import { Table } from '@zendeskgarden/react-tables'
import { mediaQuery } from '@zendeskgarden/react-theming'
import { memo, useEffect, type ReactNode } from 'react'
import styled from 'styled-components'
import type { LiveList } from '../use-live-list'
import { Row as Line, Stack } from './blocks'
import { Cell, HeaderCell, type Column } from './data-table'
import { Failed } from './faces'
import { useVisibleRows } from './visible-rows'

/** Lines of text and the room around them (px). */
const heights = { one: 46, two: 66 }
/** Rows before the end at which older ones are asked for. */
const ahead = 40

/** In a narrow window the columns share what there is, and the rest is scrolled to. */
const Sideways = styled.div<{ $columns: number }>`
  ${({ theme }) => mediaQuery('down', 'md', theme)} {
    overflow-x: auto;
    overflow-y: hidden;
    & > table {
      min-width: ${({ $columns }) => $columns * 120}px;
    }
    & th {
      width: auto;
    }
  }
`
const Fixed = styled(Table.Row)<{ $height: number }>`
  height: ${({ $height }) => $height}px;
`
const Space = styled.td`
  padding: 0;
`
const Clipped = styled.span`
  display: block;
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
`

/** One line of a cell; what has no room is behind the pointer. */
export const OneLine = ({ title, children }: { title?: string; children: ReactNode }) => (
  <Clipped title={title}>{children}</Clipped>
)

interface LongTableProps<Data> {
  caption: string
  /** The same array as long as the cells are drawn in the same way. */
  columns: Array<Column<Data>>
  /** Of text, in each cell. */
  lines?: keyof typeof heights
  list: LiveList<Data> & { data: Data[] }
}

/**
 * A table of any length: only rows near the screen are drawn, and older ones are fetched on the way down.
 * All rows have one height: cells must not wrap.
 */
export function LongTable<Data extends { id: string }>({
  caption,
  columns,
  lines = 'two',
  list,
}: LongTableProps<Data>) {
  const rowHeight = heights[lines]
  const { data: rows, hasMore, isLoadingOlder, olderProblem, loadOlder } = list
  const { list: body, range } = useVisibleRows(rows.length, rowHeight)
  const isNearEnd = range.end > rows.length - ahead
  useEffect(() => {
    if (isNearEnd && hasMore && !isLoadingOlder && !olderProblem) loadOlder()
  })

  return (
    <Stack>
      <Sideways $columns={columns.filter(({ isForWide }) => !isForWide).length}>
        <Table aria-label={caption} aria-rowcount={hasMore ? -1 : rows.length + 1} isReadOnly>
          <Table.Head>
            <Table.HeaderRow aria-rowindex={1}>
              {columns.map(({ title, width, isForWide }) => (
                <HeaderCell key={title} width={width} $isForWide={isForWide}>
                  {title}
                </HeaderCell>
              ))}
            </Table.HeaderRow>
          </Table.Head>
          <Table.Body ref={body}>
            <Gap height={range.first * rowHeight} />
            {rows.slice(range.first, range.end).map((row, index) => (
              <MemoRow
                key={row.id}
                row={row}
                columns={columns as Array<Column<unknown>>}
                index={range.first + index}
                height={rowHeight}
              />
            ))}
            <Gap height={(rows.length - range.end) * rowHeight} />
          </Table.Body>
        </Table>
      </Sideways>
      {olderProblem && <Failed what="Couldn't load older rows" problem={olderProblem} retry={loadOlder} />}
      {hasMore && !olderProblem && (
        <Line>
          {isLoadingOlder ? (
            <Dots size="20" aria-label="Loading older rows" />
          ) : (
            <Button onClick={loadOlder}>Show older</Button>
          )}
        </Line>
      )}
    </Stack>
  )
}

interface RowProps {
  row: unknown
  columns: Array<Column<unknown>>
  index: number
  height: number
}

/** Drawn once as long as row and columns are the same: scrolling draws only what is new. */
const MemoRow = memo(function BodyRow({ row, columns, index, height }: RowProps) {
  return (
    <Fixed $height={height} aria-rowindex={index + 2}>
      {columns.map(({ title, isForWide, cell }) => (
        <Cell key={title} $isForWide={isForWide}>
          {cell(row)}
        </Cell>
      ))}
    </Fixed>
  )
})

/** Stands for rows that are not drawn. */
const Gap = ({ height }: { height: number }) =>
  height <= 0 ? null : (
    <tr aria-hidden="true" style={{ height }}>
      <Space />
    </tr>
  )

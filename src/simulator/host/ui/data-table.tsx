import { Skeleton } from '@zendeskgarden/react-loaders'
import { Table } from '@zendeskgarden/react-tables'
import { mediaQuery } from '@zendeskgarden/react-theming'
import type { ReactNode } from 'react'
import styled, { css } from 'styled-components'

export interface Column<Data> {
  title: string
  width?: string
  /** Left out where the window is narrow; the page of the row shows it. */
  isForWide?: boolean
  cell(row: Data): ReactNode
}

const forWide = css<{ $isForWide?: boolean }>`
  ${({ theme, $isForWide }) =>
    $isForWide &&
    css`
      ${mediaQuery('down', 'md', theme)} {
        display: none;
      }
    `}
`
export const HeaderCell = styled(Table.HeaderCell)<{ $isForWide?: boolean }>`
  ${forWide}
`
export const Cell = styled(Table.Cell)<{ $isForWide?: boolean }>`
  overflow-wrap: anywhere;
  ${forWide}
`

interface DataTableProps<Data> {
  caption: string
  columns: Array<Column<Data>>
  /** Undefined while they are loaded: the header stands already. */
  rows: Data[] | undefined
  keyOf(row: Data): string | number
}

/** Rows with a header; each row's first cell leads to the page of the row. */
export function DataTable<Data>({ caption, columns, rows, keyOf }: DataTableProps<Data>) {
  return (
    <Table aria-label={caption} aria-busy={rows === undefined} isReadOnly>
      <Table.Head>
        <Table.HeaderRow>
          {columns.map(({ title, width, isForWide }) => (
            <HeaderCell key={title} width={width} $isForWide={isForWide}>
              {title}
            </HeaderCell>
          ))}
        </Table.HeaderRow>
      </Table.Head>
      <Table.Body>
        {rows
          ? rows.map((row) => (
              <Table.Row key={keyOf(row)}>
                {columns.map(({ title, isForWide, cell }) => (
                  <Cell key={title} $isForWide={isForWide}>
                    {cell(row)}
                  </Cell>
                ))}
              </Table.Row>
            ))
          : [0, 1, 2].map((row) => (
              <Table.Row key={row}>
                {columns.map(({ title, isForWide }) => (
                  <Cell key={title} $isForWide={isForWide}>
                    <Skeleton height="12px" width="70%" />
                  </Cell>
                ))}
              </Table.Row>
            ))}
      </Table.Body>
    </Table>
  )
}

import { Table } from '@zendeskgarden/react-tables'
import { mediaQuery } from '@zendeskgarden/react-theming'
import styled from 'styled-components'

/**
 * A table whose rows are blocks of their own where it is narrow; each cell then says what it is. One of
 * many columns is narrow earlier.
 */
export const NarrowTable = styled(Table)<{ $isWide?: boolean }>`
  min-width: 0;
  td {
    overflow-wrap: anywhere;
  }
  ${({ theme, $isWide }) => mediaQuery('down', $isWide ? 'md' : 'sm', theme)} {
    &,
    tbody,
    tr,
    td {
      display: block;
      width: auto;
      height: auto;
    }
    tr {
      padding: ${({ theme }) => `${theme.space.xs} 0`};
    }
    td {
      padding: ${({ theme }) => `${theme.space.xxs} 0`};
    }
    thead {
      display: none;
    }
    td[data-label]::before {
      content: attr(data-label) ': ';
      font-weight: ${({ theme }) => theme.fontWeights.semibold};
    }
  }
`

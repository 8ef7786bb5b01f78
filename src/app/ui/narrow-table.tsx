import { Table } from '@zendeskgarden/react-tables'
import { mediaQuery } from '@zendeskgarden/react-theming'
import styled from 'styled-components'

/** A table whose rows are blocks of their own where it is narrow; each cell then says what it is. */
export const NarrowTable = styled(Table)`
  min-width: 0;
  td {
    overflow-wrap: anywhere;
  }
  /* A table stands on cards and in alerts, and its head has no ground of its own. */
  thead {
    background-color: transparent;
  }
  ${({ theme }) => mediaQuery('down', 'sm', theme)} {
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
    /* The menu of a row stands at the end of its first line. */
    tr:has(> td > [aria-haspopup]) {
      position: relative;
      padding-inline-end: ${({ theme }) => theme.space.xl};
    }
    td:has(> [aria-haspopup]) {
      position: absolute;
      inset-block-start: ${({ theme }) => theme.space.xs};
      inset-inline-end: 0;
    }
    td[data-label]::before {
      content: attr(data-label) ' ';
      font-weight: ${({ theme }) => theme.fontWeights.semibold};
    }
  }
`

import styled from 'styled-components'

/** A table that is wider than its place is scrolled by itself, by keyboard too. */
export const TableScroll = styled.div.attrs({ tabIndex: 0, role: 'region' })`
  overflow-x: auto;
  td {
    overflow-wrap: anywhere;
  }
`

import { Button } from '@zendeskgarden/react-buttons'
import type { ReactNode } from 'react'
import styled from 'styled-components'

/** Opens the details of a row; it looks like the link of a row that has a page. */
export const OpenButton = styled(Button).attrs({ isLink: true })<{
  children: ReactNode
  title?: string
  onClick(): void
}>`
  display: block;
  max-width: 100%;
  overflow: hidden;
  text-align: start;
  text-overflow: ellipsis;
  white-space: nowrap;
`

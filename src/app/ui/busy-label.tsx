import { Dots } from '@zendeskgarden/react-loaders'
import type { ReactNode } from 'react'
import styled from 'styled-components'

const Cell = styled.span`
  display: inline-grid;
  place-items: center;

  > * {
    grid-area: 1 / 1;
  }
`
const Words = styled.span<{ $isHidden: boolean }>`
  visibility: ${({ $isHidden }) => ($isHidden ? 'hidden' : 'visible')};
`

export interface BusyLabelProps {
  isBusy: boolean
  /** What goes on, for those who do not see the dots. */
  busyLabel: string
  children: ReactNode
}

/**
 * The words of a button, and dots in their place while its work goes on: the button keeps its size
 * (zis-admin-app.md section 12.2). That further clicks do nothing is the button's own matter.
 */
export function BusyLabel({ isBusy, busyLabel, children }: BusyLabelProps) {
  return (
    <Cell>
      <Words $isHidden={isBusy}>{children}</Words>
      {isBusy && <Dots delayMS={0} aria-label={busyLabel} />}
    </Cell>
  )
}

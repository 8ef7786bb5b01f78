import AlertIcon from '@zendeskgarden/svg-icons/src/16/alert-error-stroke.svg'
import CheckIcon from '@zendeskgarden/svg-icons/src/16/check-circle-stroke.svg'
import CircleIcon from '@zendeskgarden/svg-icons/src/16/circle-stroke.svg'
import WarningIcon from '@zendeskgarden/svg-icons/src/16/alert-warning-stroke.svg'
import { Button } from '@zendeskgarden/react-buttons'
import { Dots } from '@zendeskgarden/react-loaders'
import { getColor } from '@zendeskgarden/react-theming'
import type { ReactNode } from 'react'
import styled from 'styled-components'
import { useText } from '../platform/words'

/** Rows, each with its own state and its own way on. */
export const Rows = styled.ul`
  margin: 0;
  padding: 0;
  list-style: none;
  border-top: ${({ theme }) => theme.borders.sm}
    ${({ theme }) => getColor({ theme, variable: 'border.subtle' })};
`

const Line = styled.li`
  display: flex;
  align-items: flex-start;
  gap: ${({ theme }) => theme.space.sm};
  padding: ${({ theme }) => `${theme.space.sm} 0`};
  border-bottom: ${({ theme }) => theme.borders.sm}
    ${({ theme }) => getColor({ theme, variable: 'border.subtle' })};
`

const Mark = styled.span<{ $state: RowState }>`
  flex: none;
  display: flex;
  align-items: center;
  height: ${({ theme }) => theme.lineHeights.md};
  width: 16px;
  color: ${({ theme, $state }) => getColor({ theme, variable: colors[$state] })};
`

const Words = styled.div`
  flex: 1;
  min-width: 0;
  overflow-wrap: anywhere;
`

const Title = styled.div`
  unicode-bidi: plaintext;
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
`

const Says = styled.div`
  unicode-bidi: plaintext;
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
`

export type RowState = 'waiting' | 'working' | 'good' | 'warning' | 'failed'

const colors: Record<RowState, string> = {
  waiting: 'foreground.subtle',
  working: 'foreground.subtle',
  good: 'foreground.success',
  warning: 'foreground.warning',
  failed: 'foreground.danger',
}

const icons = { waiting: CircleIcon, good: CheckIcon, warning: WarningIcon, failed: AlertIcon }

interface RowProps {
  /** Absent for what has no state. */
  state?: RowState
  title: string
  /** The verdict in words: icon and colour only support it. */
  says: ReactNode
  onRetry?: () => void
  children?: ReactNode
}

function StateMark({ state }: { state: RowState }) {
  const Icon = state === 'working' ? undefined : icons[state]
  return (
    <Mark $state={state} aria-hidden="true">
      {Icon ? <Icon /> : <Dots size={16} delayMS={0} aria-hidden="true" />}
    </Mark>
  )
}

/** One line: what it is, how it stands, and a way on where there is one. */
export function Row({ state, title, says, onRetry, children }: RowProps) {
  const t = useText()
  return (
    <Line>
      {state && <StateMark state={state} />}
      <Words>
        <Title>{title}</Title>
        <Says>{says}</Says>
      </Words>
      {onRetry && (
        <Button size="small" onClick={onRetry} aria-label={t('common.retry_named', { name: title })}>
          {t('common.retry')}
        </Button>
      )}
      {children}
    </Line>
  )
}

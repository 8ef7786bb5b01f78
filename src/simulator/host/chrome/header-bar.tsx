import { Header } from '@zendeskgarden/react-chrome'
import { Tooltip } from '@zendeskgarden/react-tooltips'
import ReloadIcon from '@zendeskgarden/svg-icons/src/16/reload-stroke.svg'
import { Tag } from '@zendeskgarden/react-tags'
import { getColor } from '@zendeskgarden/react-theming'
import { MD } from '@zendeskgarden/react-typography'
import styled from 'styled-components'
import type { SessionState } from '../../services/control/wire'
import { ClockMenu } from './clock-menu'
import { UserMenu } from './user-menu'

const Account = styled.div`
  display: flex;
  align-items: center;
  gap: ${({ theme }) => theme.space.xs};
  margin-inline-end: auto;
  padding-inline-start: ${({ theme }) => theme.space.sm};
  min-width: 0;
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.default' })};
`

interface HeaderBarProps {
  session: SessionState
  /** Absent where no app is shown. */
  onReloadApp: (() => void) | undefined
}

/** Zendesk's header: the account, the clock, and who is signed in. */
export const HeaderBar = ({ session, onReloadApp }: HeaderBarProps) => (
  <Header>
    <Account>
      <MD isBold>{session.account.name}</MD>
      <Tag size="small" hue="yellow">
        <span>Simulator</span>
      </Tag>
    </Account>
    {onReloadApp && (
      <Tooltip content="Reload app" aria-hidden="true">
        <Header.Item onClick={onReloadApp}>
          <Header.ItemIcon>
            <ReloadIcon aria-hidden="true" />
          </Header.ItemIcon>
          <Header.ItemText isClipped>Reload app</Header.ItemText>
        </Header.Item>
      </Tooltip>
    )}
    <ClockMenu />
    <UserMenu session={session} />
  </Header>
)

import { Nav } from '@zendeskgarden/react-chrome'
import { Tooltip } from '@zendeskgarden/react-tooltips'
import EventsIcon from '@zendeskgarden/svg-icons/src/16/lightning-bolt-stroke.svg'
import PartnerIcon from '@zendeskgarden/svg-icons/src/16/plug-stroke.svg'
import RunsIcon from '@zendeskgarden/svg-icons/src/16/play-circle-stroke.svg'
import SlackIcon from '@zendeskgarden/svg-icons/src/16/slack-stroke.svg'
import TicketsIcon from '@zendeskgarden/svg-icons/src/16/inbox-stroke.svg'
import ZendeskIcon from '@zendeskgarden/svg-icons/src/16/zendesk-stroke.svg'
import type { ReactElement, ReactNode } from 'react'
import styled from 'styled-components'
import type { SessionState } from '../../services/control/wire'
import { usePartners } from '../queries'
import { useRouter, type Route } from '../router'
import { useIsMedium } from '../ui/window-size'
import { slugOf } from '../zaf-answers'

/** Icons are 18 px in the 26 px box that Garden gives them, as Zendesk shows those of apps. */
const IconBox = styled.span`
  display: flex;
  align-items: center;
  justify-content: center;
  & > * {
    width: 18px;
    height: 18px;
  }
`
/** An app's icon is drawn in one colour; here the bar is dark in both schemes. */
const AppIcon = styled.img`
  filter: brightness(0) invert(1);
`
const OwnHeight = styled(Nav.List)`
  flex: none;
`
const Group = styled.p`
  margin: 0;
  padding: ${({ theme }) => `${theme.space.md} ${theme.space.sm} ${theme.space.xs}`};
  font-size: ${({ theme }) => theme.fontSizes.sm};
`
const Divider = styled.hr`
  opacity: ${({ theme }) => theme.opacity[400]};
  margin: ${({ theme }) => `${theme.space.sm} ${theme.space.sm}`};
  border: 0;
  border-top: ${({ theme }) => theme.borders.sm} currentcolor;
  width: auto;
`

interface ItemProps {
  to: string
  text: string
  icon: ReactElement
  isCurrent: boolean
  isExpanded: boolean
}

function Item({ to, text, icon, isCurrent, isExpanded }: ItemProps) {
  const { go } = useRouter()
  const item = (
    <Nav.Item isCurrent={isCurrent} onClick={() => go(to)}>
      <Nav.ItemIcon>
        <IconBox aria-hidden="true">{icon}</IconBox>
      </Nav.ItemIcon>
      <Nav.ItemText>{text}</Nav.ItemText>
    </Nav.Item>
  )
  // The text is there for screen readers in either case.
  return isExpanded ? item : <WithTooltip text={text}>{item}</WithTooltip>
}

const WithTooltip = ({ text, children }: { text: string; children: ReactElement }) => (
  <Tooltip content={text} placement="end" aria-hidden="true">
    {children}
  </Tooltip>
)

/** Zendesk's navigation bar: the app, and below it the pages of the simulator. */
export function NavBar({ session }: { session: SessionState }) {
  const isExpanded = !useIsMedium()
  const { route } = useRouter()
  const partners = usePartners().data?.partners ?? []
  const item = (to: string, text: string, icon: ReactElement, isCurrent: boolean): ReactNode => (
    <Item key={to} {...{ to, text, icon, isCurrent, isExpanded }} />
  )
  const { app } = session
  return (
    <Nav isExpanded={isExpanded} aria-label="Main">
      <OwnHeight aria-label="Apps">
        <Nav.Item hasLogo product="support" aria-hidden="true">
          <Nav.ItemIcon>
            <ZendeskIcon />
          </Nav.ItemIcon>
        </Nav.Item>
        {item(
          `/agent/apps/${slugOf(app.name)}`,
          app.name,
          <AppIcon src={app.icon_url} alt="" />,
          isApp(route),
        )}
      </OwnHeight>
      {isExpanded ? <Group id="simulator-group">Simulator</Group> : <Divider aria-hidden="true" />}
      <Nav.List aria-label="Simulator">
        {item(
          '/simulator/tickets',
          'Tickets',
          <TicketsIcon />,
          route.page === 'tickets' || route.page === 'ticket',
        )}
        {partners.map(({ host, title }) =>
          item(
            `/simulator/partners/${host}`,
            title,
            host === 'slack.com' ? <SlackIcon /> : <PartnerIcon />,
            route.page === 'partner' && route.host === host,
          ),
        )}
        {item('/simulator/runs', 'Runs', <RunsIcon />, route.page === 'runs' || route.page === 'run')}
        {item('/simulator/events', 'Events', <EventsIcon />, route.page === 'events')}
      </Nav.List>
    </Nav>
  )
}

const isApp = ({ page }: Route): boolean => page === 'app' || page === 'start'

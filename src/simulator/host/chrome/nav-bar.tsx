import { Nav } from '@zendeskgarden/react-chrome'
import ObjectsIcon from '@zendeskgarden/svg-icons/src/16/box-3d-stroke.svg'
import ActivitiesIcon from '@zendeskgarden/svg-icons/src/16/arrow-trending-stroke.svg'
import EventsIcon from '@zendeskgarden/svg-icons/src/16/lightning-bolt-stroke.svg'
import IntegrationsIcon from '@zendeskgarden/svg-icons/src/16/puzzle-piece-stroke.svg'
import LogIcon from '@zendeskgarden/svg-icons/src/16/clipboard-list-stroke.svg'
import PartnerIcon from '@zendeskgarden/svg-icons/src/16/plug-stroke.svg'
import QueueIcon from '@zendeskgarden/svg-icons/src/16/list-number-stroke.svg'
import RequestsIcon from '@zendeskgarden/svg-icons/src/16/globe-stroke.svg'
import RunsIcon from '@zendeskgarden/svg-icons/src/16/play-circle-stroke.svg'
import SlackIcon from '@zendeskgarden/svg-icons/src/16/slack-stroke.svg'
import SwitchesIcon from '@zendeskgarden/svg-icons/src/16/adjust-stroke.svg'
import OrganizationsIcon from '@zendeskgarden/svg-icons/src/16/building-stroke.svg'
import TicketsIcon from '@zendeskgarden/svg-icons/src/16/inbox-stroke.svg'
import UsersIcon from '@zendeskgarden/svg-icons/src/16/user-group-stroke.svg'
import WebhooksIcon from '@zendeskgarden/svg-icons/src/16/share-stroke.svg'
import ZendeskIcon from '@zendeskgarden/svg-icons/src/16/zendesk-stroke.svg'
import type { ReactElement, ReactNode } from 'react'
import styled from 'styled-components'
import type { SessionState } from '../../services/control/wire'
import { usePartners } from '../queries'
import { useRouter, type Route } from '../router'
import { useIsMedium } from '../ui/window-size'
import { slugOf } from '../zaf-answers'
import { NavLink } from './nav-link'

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

/** Zendesk's navigation bar: the app, and below it the pages of the simulator. */
export function NavBar({ session }: { session: SessionState }) {
  const isExpanded = !useIsMedium()
  const { route } = useRouter()
  const partners = usePartners().data?.partners ?? []
  const builtIn = partners.filter(({ kind }) => kind === 'built-in').map(({ host }) => host)
  const item = (to: string, text: string, icon: ReactElement, isCurrent: boolean): ReactNode => (
    <NavLink key={to} {...{ to, text, icon, isCurrent, isExpanded }} />
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
        {item('/simulator/users', 'Users', <UsersIcon />, route.page === 'users' || route.page === 'user')}
        {item(
          '/simulator/organizations',
          'Organizations',
          <OrganizationsIcon />,
          route.page === 'organizations' || route.page === 'organization',
        )}
        {item(
          '/simulator/objects',
          'Custom objects',
          <ObjectsIcon />,
          route.page === 'objects' || route.page === 'object',
        )}
        {item('/simulator/activities', 'Activities', <ActivitiesIcon />, route.page === 'activities')}
        {item(
          '/simulator/webhooks',
          'Triggers and webhooks',
          <WebhooksIcon />,
          route.page === 'webhooks' || route.page === 'webhook',
        )}
        {/* Those of files are on the page of all partners. */}
        {partners
          .filter(({ kind }) => kind === 'built-in')
          .map(({ host, title }) =>
            item(
              `/simulator/partners/${host}`,
              title,
              host === 'slack.com' ? <SlackIcon /> : <PartnerIcon />,
              route.page === 'partner' && route.host === host,
            ),
          )}
        {item(
          '/simulator/partners',
          'Partners',
          <PartnerIcon />,
          route.page === 'partners' || (route.page === 'partner' && !builtIn.includes(route.host)),
        )}
        {item('/simulator/events', 'Events', <EventsIcon />, route.page === 'events')}
        {item('/simulator/queue', 'Queue', <QueueIcon />, route.page === 'queue')}
        {item('/simulator/runs', 'Runs', <RunsIcon />, route.page === 'runs' || route.page === 'run')}
        {item('/simulator/log', 'Integration log', <LogIcon />, route.page === 'log')}
        {item('/simulator/requests', 'Requests', <RequestsIcon />, route.page === 'requests')}
        {item(
          '/simulator/integrations',
          'Integrations',
          <IntegrationsIcon />,
          route.page === 'integrations' || route.page === 'integration',
        )}
        {item('/simulator/switches', 'Switches', <SwitchesIcon />, route.page === 'switches')}
      </Nav.List>
    </Nav>
  )
}

const isApp = ({ page }: Route): boolean => page === 'app' || page === 'start'

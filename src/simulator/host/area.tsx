import type { ReactNode } from 'react'
import { ActivitiesPage } from './activities/activities-page'
import { EventsPage } from './events/events-page'
import { HooksPage } from './hooks/hooks-page'
import { WebhookPage } from './hooks/webhook-page'
import { IntegrationPage } from './integrations/integration-page'
import { IntegrationsPage } from './integrations/integrations-page'
import { LogPage } from './log/log-page'
import { ObjectPage } from './objects/object-page'
import { ObjectsPage } from './objects/objects-page'
import { OrganizationPage } from './organizations/organization-page'
import { OrganizationsPage } from './organizations/organizations-page'
import { PartnerPage } from './partner/partner-page'
import { QueuePage } from './queue/queue-page'
import { PartnersPage } from './partner/partners-page'
import { RequestsPage } from './requests/requests-page'
import type { Route } from './router'
import { RunPage } from './runs/run-page'
import { RunsPage } from './runs/runs-page'
import { SwitchesPage } from './switches/switches-page'
import { TicketPage } from './tickets/ticket-page'
import { TicketsPage } from './tickets/tickets-page'
import { Empty } from './ui/faces'
import { Link } from './ui/link'
import { Page } from './ui/page'
import { UserPage } from './users/user-page'
import { UsersPage } from './users/users-page'

/** The page of an address; the app itself has its own pane. */
export function Area({ route }: { route: Route }): ReactNode {
  switch (route.page) {
    case 'start':
      return null
    case 'app':
      return <Nowhere title="No such app" text={`No app here is called "${route.slug}".`} />
    case 'tickets':
      return <TicketsPage isNew={route.isNew} params={route.params} />
    case 'ticket':
      return <TicketPage key={route.id} id={route.id} params={route.params} />
    case 'partners':
      return <PartnersPage />
    case 'partner':
      return <PartnerPage key={route.host} host={route.host} />
    case 'runs':
      return <RunsPage params={route.params} />
    case 'run':
      return <RunPage key={route.id} id={route.id} />
    case 'events':
      return <EventsPage params={route.params} />
    case 'log':
      return <LogPage params={route.params} />
    case 'requests':
      return <RequestsPage params={route.params} />
    case 'queue':
      return <QueuePage />
    case 'switches':
      return <SwitchesPage params={route.params} />
    case 'integrations':
      return <IntegrationsPage />
    case 'integration':
      return <IntegrationPage key={route.key} integration={route.key} />
    case 'users':
      return <UsersPage isNew={route.isNew} params={route.params} />
    case 'user':
      return <UserPage key={route.id} id={route.id} />
    case 'organizations':
      return <OrganizationsPage isNew={route.isNew} />
    case 'organization':
      return <OrganizationPage key={route.id} id={route.id} />
    case 'webhooks':
      return <HooksPage isNew={route.isNew} params={route.params} />
    case 'webhook':
      return <WebhookPage key={route.id} id={route.id} />
    case 'objects':
      return <ObjectsPage isNew={route.isNew} params={route.params} />
    case 'object':
      return <ObjectPage key={route.key} objectKey={route.key} params={route.params} />
    case 'activities':
      return <ActivitiesPage params={route.params} />
    case 'unknown':
      return <Nowhere title="No such page" text={`There is nothing at ${route.path}.`} />
  }
}

const Nowhere = ({ title, text }: { title: string; text: string }) => (
  <Page title={title}>
    <Empty title="Nothing to see" text={text}>
      <Link to="/">Go to the app</Link>
    </Empty>
  </Page>
)

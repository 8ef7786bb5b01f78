import { Tabs } from '@zendeskgarden/react-tabs'
import { useFilters } from '../ui/filters'
import { Page } from '../ui/page'
import { RequestList } from './request-list'
import { Unanswered } from './unanswered'

/** Requests that left a flow or ZIS itself, and calls to Zendesk that the simulator does not know. */
export function RequestsPage({ params }: { params: Record<string, string> }) {
  const set = useFilters('/simulator/requests', params)
  const tab = params['tab'] === 'unanswered' ? 'unanswered' : 'sent'
  return (
    <Page
      title="Requests"
      description="Requests of flows and of sign-ins to other systems and to Zendesk, with secrets masked."
    >
      <Tabs selectedItem={tab} onChange={(next: string) => set('tab', next === 'unanswered' ? next : '')}>
        <Tabs.TabList aria-label="Requests">
          <Tabs.Tab item="sent">Sent</Tabs.Tab>
          <Tabs.Tab item="unanswered">Calls nobody simulates yet</Tabs.Tab>
        </Tabs.TabList>
        <Tabs.TabPanel item="sent">
          {tab === 'sent' && <RequestList params={params} onSet={set} />}
        </Tabs.TabPanel>
        <Tabs.TabPanel item="unanswered">{tab === 'unanswered' && <Unanswered />}</Tabs.TabPanel>
      </Tabs>
    </Page>
  )
}

import { Tabs } from '@zendeskgarden/react-tabs'
import { Page } from '../ui/page'
import { useFilters } from '../ui/filters'
import { Charts } from './charts'
import { RunList } from './run-list'

/** What flows did: each run, newest first, and all of them as charts. */
export function RunsPage({ params }: { params: Record<string, string> }) {
  const set = useFilters('/simulator/runs', params)
  const tab = params['tab'] === 'charts' ? 'charts' : 'list'
  return (
    <Page title="Runs" description="A run is one execution of a flow for one event, all attempts together.">
      <Tabs selectedItem={tab} onChange={(next: string) => set('tab', next === 'charts' ? next : '')}>
        <Tabs.TabList aria-label="Runs">
          <Tabs.Tab item="list">List</Tabs.Tab>
          <Tabs.Tab item="charts">Charts</Tabs.Tab>
        </Tabs.TabList>
        <Tabs.TabPanel item="list">{tab === 'list' && <RunList params={params} onSet={set} />}</Tabs.TabPanel>
        <Tabs.TabPanel item="charts">
          {tab === 'charts' && <Charts params={params} onSet={set} />}
        </Tabs.TabPanel>
      </Tabs>
    </Page>
  )
}

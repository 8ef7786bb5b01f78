import { Button } from '@zendeskgarden/react-buttons'
import { Tabs } from '@zendeskgarden/react-tabs'
import { useState } from 'react'
import { eventSample } from '../../../zis/event-samples'
import { useFilters } from '../ui/filters'
import { Page } from '../ui/page'
import { Catalog } from './catalog'
import { EventList } from './event-list'
import { SendEvent, type EventDraft } from './send-event'

const blank: EventDraft = { source: 'support', type: '', input: {} }

/** What happened, newest first, and everything that can be made to happen. */
export function EventsPage({ params }: { params: Record<string, string> }) {
  const [draft, setDraft] = useState<EventDraft>()
  const set = useFilters('/simulator/events', params)
  const tab = params['tab'] === 'catalog' ? 'catalog' : 'happened'
  return (
    <Page
      title="Events"
      description="An event starts the flow of each installed job spec with its source and type."
      actions={
        <Button isPrimary onClick={() => setDraft(blank)}>
          Send event
        </Button>
      }
    >
      <Tabs selectedItem={tab} onChange={(next: string) => set('tab', next === 'catalog' ? next : '')}>
        <Tabs.TabList aria-label="Events">
          <Tabs.Tab item="happened">Happened</Tabs.Tab>
          <Tabs.Tab item="catalog">Catalog</Tabs.Tab>
        </Tabs.TabList>
        <Tabs.TabPanel item="happened">{tab === 'happened' && <EventList />}</Tabs.TabPanel>
        <Tabs.TabPanel item="catalog">
          {tab === 'catalog' && (
            <Catalog
              text={params['text']}
              onText={(text) => set('text', text)}
              onChoose={(event) =>
                setDraft({ source: event.event_source, type: event.event_type, input: eventSample(event) })
              }
            />
          )}
        </Tabs.TabPanel>
      </Tabs>
      {draft && <SendEvent draft={draft} onClose={() => setDraft(undefined)} />}
    </Page>
  )
}

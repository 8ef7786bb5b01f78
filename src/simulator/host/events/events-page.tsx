import { Accordion } from '@zendeskgarden/react-accordions'
import { Button } from '@zendeskgarden/react-buttons'
import { Tag } from '@zendeskgarden/react-tags'
import { useState } from 'react'
import styled from 'styled-components'
import type { CallAnswer } from '../../../zis/wire'
import type { ControlByRoute } from '../../services/control/wire'
import { useEvents } from '../queries'
import { count } from '../when'
import { Row, Stack, Subtle } from '../ui/blocks'
import { Answer, Empty, Loading } from '../ui/faces'
import { JsonView } from '../ui/json-view'
import { Link } from '../ui/link'
import { MoreButton } from '../ui/more-button'
import { Page } from '../ui/page'
import { When } from '../ui/time'
import { PublishEvent } from './publish-event'

type Event = CallAnswer<ControlByRoute, 'GET /_sim/events'>['events'][number]

/** What happened, newest first, and the runs that it started. */
export function EventsPage() {
  const events = useEvents()
  const [isPublishing, setPublishing] = useState(false)
  return (
    <Page
      title="Events"
      description="An event starts the flow of each installed job spec with its source and type."
      actions={
        <Button isPrimary onClick={() => setPublishing(true)}>
          Publish event
        </Button>
      }
    >
      <Answer query={events} failed="Couldn't load the events" loading={<Loading lines={5} />}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title="No events" text="Change a ticket or publish an event, and it shows up here." />
          ) : (
            <Stack>
              <EventList rows={rows} />
              <MoreButton query={events} />
            </Stack>
          )
        }
      </Answer>
      {isPublishing && <PublishEvent onClose={() => setPublishing(false)} />}
    </Page>
  )
}

const Line = styled(Row)`
  width: 100%;
`
const Name = styled.span`
  overflow-wrap: anywhere;
`
const Quiet = styled(Subtle)`
  font-weight: ${({ theme }) => theme.fontWeights.regular};
`
const End = styled(Quiet)`
  margin-inline-start: auto;
`

function EventList({ rows }: { rows: Event[] }) {
  // By id: a new event on top must not open or close another.
  const [open, setOpen] = useState<string[]>([])
  const toggle = (id: string) =>
    setOpen((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]))

  return (
    <Accordion
      level={2}
      isCompact
      isExpandable
      isCollapsible
      expandedSections={rows.flatMap(({ id }, index) => (open.includes(id) ? [index] : []))}
      onChange={(index: number) => toggle(rows[index]!.id)}
    >
      {rows.map((event) => (
        <Accordion.Section key={event.id}>
          <Accordion.Header>
            <Accordion.Label>
              <Line $gap="xs">
                <Name>{event.event_type}</Name>
                <Quiet>
                  {event.event_source}, {event.origin}
                </Quiet>
                {event.runs.length > 0 && (
                  <Tag size="small" hue="blue">
                    <span>{count(event.runs.length, 'run')}</span>
                  </Tag>
                )}
                <End>
                  <When at={event.at} />
                </End>
              </Line>
            </Accordion.Label>
          </Accordion.Header>
          <Accordion.Panel>{open.includes(event.id) && <EventDetails event={event} />}</Accordion.Panel>
        </Accordion.Section>
      ))}
    </Accordion>
  )
}

const EventDetails = ({ event }: { event: Event }) => (
  <Stack>
    {event.runs.length === 0 ? (
      <Subtle>It started no run: no installed job spec has this source and type.</Subtle>
    ) : (
      <Row>
        {event.runs.map((id, index) => (
          <Link key={id} to={`/simulator/runs/${encodeURIComponent(id)}`}>
            {event.runs.length === 1 ? 'View run' : `View run ${index + 1}`}
          </Link>
        ))}
      </Row>
    )}
    <JsonView label="Input" value={event.input} />
  </Stack>
)

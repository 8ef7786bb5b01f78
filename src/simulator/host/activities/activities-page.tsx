import { Button } from '@zendeskgarden/react-buttons'
import { useMemo, useState } from 'react'
import { UserBox } from '../people/user-box'
import { Stack, Subtle } from '../ui/blocks'
import { DataTable, type Column } from '../ui/data-table'
import { DetailsDrawer } from '../ui/drawer'
import { Answer, Empty } from '../ui/faces'
import { Facts } from '../ui/facts'
import { Filters, useFilters } from '../ui/filters'
import { JsonView } from '../ui/json-view'
import { Link } from '../ui/link'
import { LongTable, OneLine } from '../ui/long-table'
import { OpenButton } from '../ui/open-button'
import { Page } from '../ui/page'
import { When } from '../ui/time'
import { TrackActivity } from './track-activity'
import { useActivities, type ActivityLine } from './use-activities'

/** What users did elsewhere, as other systems told Zendesk, newest first. */
export function ActivitiesPage({ params }: { params: Record<string, string> }) {
  const userId = /^\d{1,15}$/.test(params['user'] ?? '') ? params['user'] : undefined
  const activities = useActivities(userId)
  const set = useFilters('/simulator/activities', params)
  const [isTracking, setTracking] = useState(false)
  const [open, setOpen] = useState<ActivityLine>()
  const columns = useMemo(() => columnsFor(setOpen), [])
  const person = userId === undefined ? null : Number(userId)

  return (
    <Page
      title="Activities"
      description="What users did in other systems, tracked through the Events API. Each raises an event."
      actions={
        <Button isPrimary onClick={() => setTracking(true)}>
          Track activity
        </Button>
      }
    >
      <Filters>
        <UserBox
          label="User"
          isCompact
          value={person}
          onChange={(id) => set('user', id === null ? '' : String(id))}
        />
      </Filters>
      <Answer
        query={activities}
        failed="Couldn't load the activities"
        loading={<DataTable caption="Activities" columns={columns} rows={undefined} keyOf={({ id }) => id} />}
      >
        {(rows) =>
          rows.length > 0 ? (
            <LongTable caption="Activities" columns={columns} list={{ ...activities, data: rows }} />
          ) : userId === undefined ? (
            <Empty title="No activities" text="Track an activity to raise the first event." />
          ) : (
            <Empty title="Nothing found" text="No activity of this user was tracked." />
          )
        }
      </Answer>
      <DetailsDrawer item={open} title={({ activity }) => activity.type} onClose={() => setOpen(undefined)}>
        {(line) => <Details line={line} />}
      </DetailsDrawer>
      {isTracking && <TrackActivity userId={person} onClose={() => setTracking(false)} />}
    </Page>
  )
}

const columnsFor = (open: (line: ActivityLine) => void): Array<Column<ActivityLine>> => [
  {
    title: 'Activity',
    cell: (line) => (
      <Stack $gap="xxs">
        <OpenButton onClick={() => open(line)} title={line.activity.type}>
          {line.activity.type}
        </OpenButton>
        <OneLine title={line.activity.description}>
          <Subtle>{line.activity.description}</Subtle>
        </OneLine>
      </Stack>
    ),
  },
  {
    title: 'User',
    width: '200px',
    cell: ({ user: { id, name } }) => (
      <OneLine title={name}>
        <Link to={`/simulator/users/${id}`}>{name}</Link>
      </OneLine>
    ),
  },
  {
    title: 'Source',
    width: '160px',
    isForWide: true,
    cell: ({ activity }) => <OneLine>{activity.source}</OneLine>,
  },
  {
    title: 'Time',
    width: '180px',
    isForWide: true,
    cell: ({ activity }) => <When at={activity.created_at} />,
  },
]

const Details = ({ line: { activity, user } }: { line: ActivityLine }) => (
  <Stack $gap="lg">
    <Facts
      facts={[
        [
          'User',
          <Link key="user" to={`/simulator/users/${user.id}`}>
            {user.name}
          </Link>,
        ],
        ['Source', activity.source],
        ['Description', activity.description],
        ['Time', <When key="time" at={activity.created_at} />],
        ['ID', activity.id],
      ]}
    />
    <JsonView label="Properties" value={activity.properties} />
  </Stack>
)

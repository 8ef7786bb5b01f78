import { Alert } from '@zendeskgarden/react-notifications'
import { useMemo, useState } from 'react'
import { asSentence } from '../integrations/findings'
import { ExchangeView } from '../runs/exchange-view'
import { Stack, Subtle } from '../ui/blocks'
import { DataTable, type Column } from '../ui/data-table'
import { DetailsDrawer } from '../ui/drawer'
import { Answer, Empty } from '../ui/faces'
import { Facts } from '../ui/facts'
import { BodyView } from '../ui/json-view'
import { LongTable, OneLine } from '../ui/long-table'
import { OpenButton } from '../ui/open-button'
import { When } from '../ui/time'
import { OutcomeTag } from './hook-words'
import { useInvocation, useInvocations, type Invocation } from './use-hooks'

/** What a webhook sent, newest first, and what became of it. */
export function Invocations({ id }: { id: string }) {
  const invocations = useInvocations(id)
  const [open, setOpen] = useState<string>()
  const columns = useMemo(() => columnsFor(setOpen), [])
  return (
    <>
      <Answer
        query={invocations}
        failed="Couldn't load the invocations"
        loading={
          <DataTable caption="Invocations" columns={columns} rows={undefined} keyOf={(row) => row.id} />
        }
      >
        {(rows) =>
          rows.length === 0 ? (
            <Empty title="No invocations" text="Whatever the webhook sends shows up here, with the answer." />
          ) : (
            <LongTable caption="Invocations" columns={columns} list={{ ...invocations, data: rows }} />
          )
        }
      </Answer>
      <DetailsDrawer
        item={invocations.data?.find((row) => row.id === open)}
        title={() => 'Invocation'}
        onClose={() => setOpen(undefined)}
      >
        {(row) => <Details invocation={row} />}
      </DetailsDrawer>
    </>
  )
}

const columnsFor = (open: (id: string) => void): Array<Column<Invocation>> => [
  {
    title: 'Sent for',
    cell: ({ id, why, problem }) => (
      <Stack $gap="xxs">
        <OpenButton onClick={() => open(id)} title={why}>
          {why}
        </OpenButton>
        <OneLine title={problem ?? undefined}>
          <Subtle>{problem && asSentence(problem)}</Subtle>
        </OneLine>
      </Stack>
    ),
  },
  { title: 'Status', width: '140px', cell: (row) => <OutcomeTag invocation={row} /> },
  { title: 'Time', width: '180px', isForWide: true, cell: ({ created_at }) => <When at={created_at} /> },
]

function Details({ invocation }: { invocation: Invocation }) {
  const query = useInvocation(invocation.webhook_id, invocation.id)
  const { status, why, problem, created_at, latest_completed_at: completed } = invocation
  return (
    <Stack $gap="lg">
      {problem !== null && (
        <Alert type="error">
          <Alert.Title>It failed</Alert.Title>
          {asSentence(problem)}
        </Alert>
      )}
      <Facts
        facts={[
          ['Sent for', why],
          ['Status', <OutcomeTag key="status" invocation={invocation} />],
          ['Time', <When key="time" at={created_at} />],
          ['Completed', completed && <When key="completed" at={completed} />],
        ]}
      />
      <Answer query={query} failed="Couldn't load the request">
        {({ body, request }) =>
          request ? (
            <ExchangeView exchange={request} told={problem ?? undefined} />
          ) : (
            <Stack>
              {status === 'in progress' && <Subtle>The request and its answer show up here.</Subtle>}
              <BodyView label="Body" text={body} />
            </Stack>
          )
        }
      </Answer>
    </Stack>
  )
}

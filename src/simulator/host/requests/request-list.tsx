import { Tag } from '@zendeskgarden/react-tags'
import { useMemo, useState } from 'react'
import type { CallAnswer } from '../../../zis/wire'
import type { ControlByRoute } from '../../services/control/wire'
import { usePartners, useRequests } from '../queries'
import { duration } from '../when'
import { Mono, Stack, Subtle } from '../ui/blocks'
import { DataTable, type Column } from '../ui/data-table'
import { Answer, Empty } from '../ui/faces'
import { Filters, SelectFilter, TextFilter } from '../ui/filters'
import { LongTable, OneLine } from '../ui/long-table'
import { OpenButton } from '../ui/open-button'
import { When } from '../ui/time'
import { useIntegrationNames } from '../integrations/use-integrations'
import { RequestDrawer } from './request-drawer'
import { StatusCode } from '../runs/exchange-view'

export type Request = CallAnswer<ControlByRoute, 'GET /_sim/outbound'>['requests'][number]

const statuses = [
  { value: '2xx', text: 'Success (2xx)' },
  { value: '3xx', text: 'Redirect (3xx)' },
  { value: '4xx', text: 'Refused (4xx)' },
  { value: '5xx', text: 'Failed (5xx)' },
  { value: 'none', text: 'No answer' },
]

interface RequestListProps {
  params: Record<string, string>
  onSet(name: string, value: string): void
}

/** Every request that left a flow or ZIS itself, whoever answered it. */
export function RequestList({ params, onSet: set }: RequestListProps) {
  const { answered_by, integration, host, status } = params
  const requests = useRequests({
    ...(answered_by && { answered_by }),
    ...(integration && { integration }),
    ...(host && { host }),
    ...(status && { status }),
  })
  const partners = usePartners().data?.partners ?? []
  const integrations = useIntegrationNames()
  const [open, setOpen] = useState<Request>()
  const columns = useMemo(() => columnsFor(setOpen), [])

  return (
    <>
      <Filters>
        <SelectFilter
          label="Answered by"
          all="Anyone"
          options={[
            { value: 'nobody', text: 'Nobody' },
            { value: 'account', text: 'Zendesk account' },
            { value: 'network', text: 'Network' },
            ...partners.map(({ host, title }) => ({ value: host, text: title })),
          ]}
          value={answered_by}
          onChange={(value) => set('answered_by', value)}
        />
        <SelectFilter
          label="Integration"
          all="All integrations"
          options={integrations.map((name) => ({ value: name, text: name }))}
          value={integration}
          onChange={(value) => set('integration', value)}
        />
        <SelectFilter
          label="Status"
          all="Any status"
          options={statuses}
          value={status}
          onChange={(value) => set('status', value)}
        />
        <TextFilter label="Host" value={host} onChange={(value) => set('host', value)} />
      </Filters>
      <Answer
        query={requests}
        failed="Couldn't load the requests"
        loading={<DataTable caption="Requests" columns={columns} rows={undefined} keyOf={({ id }) => id} />}
      >
        {(rows) =>
          rows.length > 0 ? (
            <LongTable caption="Requests" columns={columns} list={{ ...requests, data: rows }} />
          ) : answered_by || integration || host || status ? (
            <Empty title="Nothing found" text="No request fits all filters." />
          ) : (
            <Empty title="No requests" text="A request that a flow sends shows up here at once." />
          )
        }
      </Answer>
      <RequestDrawer request={open} onClose={() => setOpen(undefined)} />
    </>
  )
}

const columnsFor = (open: (request: Request) => void): Array<Column<Request>> => [
  {
    title: 'Request',
    cell: (row) => (
      <Stack $gap="xxs">
        <OpenButton onClick={() => open(row)} title={row.request.url}>
          <Mono>
            {row.request.method} {row.request.url}
          </Mono>
        </OpenButton>
        <OneLine>
          <Subtle>{row.integration ?? 'No integration'}</Subtle>
        </OneLine>
      </Stack>
    ),
  },
  { title: 'Answered by', width: '140px', cell: ({ answered_by }) => <AnsweredBy name={answered_by} /> },
  {
    title: 'Status',
    width: '100px',
    isForWide: true,
    cell: ({ response }) => <StatusCode response={response} />,
  },
  {
    title: 'Duration',
    width: '100px',
    isForWide: true,
    cell: ({ duration_ms }) => duration(duration_ms),
  },
  { title: 'Time', width: '180px', isForWide: true, cell: ({ started_at }) => <When at={started_at} /> },
]

const words: Record<string, string> = { account: 'Zendesk account', network: 'Network' }

export const AnsweredBy = ({ name }: { name: string }) =>
  name === 'nobody' ? (
    <Tag size="small" hue="red">
      <span>Nobody</span>
    </Tag>
  ) : (
    <OneLine title={name}>{words[name] ?? name}</OneLine>
  )

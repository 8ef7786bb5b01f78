import { Alert } from '@zendeskgarden/react-notifications'
import { Tag } from '@zendeskgarden/react-tags'
import type { PartnerSummary } from '../../services/control/wire'
import { usePartners } from '../queries'
import { Mono, Stack, Subtle } from '../ui/blocks'
import { DataTable, type Column } from '../ui/data-table'
import { Answer } from '../ui/faces'
import { Link } from '../ui/link'
import { Page } from '../ui/page'
import { faultText } from './fault-words'
import { NetworkHosts } from './network-hosts'

const kinds: Record<PartnerSummary['kind'], string> = {
  'built-in': 'Built in',
  rest: 'JSON file',
  recorded: 'Recorded',
  module: 'Module',
}

const columns: Array<Column<PartnerSummary>> = [
  {
    title: 'Partner',
    cell: ({ host, title }) => (
      <Stack $gap="xxs">
        <Link to={`/simulator/partners/${encodeURIComponent(host)}`}>{title}</Link>
        <Subtle>{host}</Subtle>
      </Stack>
    ),
  },
  {
    title: 'Defined by',
    isForWide: true,
    cell: ({ kind, file }) => (
      <Stack $gap="xxs">
        {kinds[kind]}
        {file && <Mono>{file}</Mono>}
      </Stack>
    ),
  },
  {
    title: 'Fault',
    width: '200px',
    cell: ({ fault }) =>
      fault ? (
        <Tag size="small" hue="yellow">
          <span>{faultText(fault)}</span>
        </Tag>
      ) : (
        <Subtle>None</Subtle>
      ),
  },
]

/** The other systems that are simulated, and what is wrong with the files that define them. */
export function PartnersPage() {
  const query = usePartners()
  return (
    <Page
      title="Partners"
      description="Other systems, played under their real host names. A JSON file or a module in integrations/<name>/partners adds one."
    >
      <Answer
        query={query}
        failed="Couldn't load the partners"
        loading={
          <DataTable caption="Partners" columns={columns} rows={undefined} keyOf={({ host }) => host} />
        }
      >
        {({ partners, problems, network }) => (
          <Stack>
            {problems.map((problem) => (
              <Alert type="error" key={`${problem.file} ${problem.pointer} ${problem.message}`}>
                <Alert.Title>
                  {problem.file}
                  {problem.line !== undefined && `, line ${problem.line}, column ${problem.column}`}
                </Alert.Title>
                {problem.pointer && <Mono>{problem.pointer} </Mono>}
                {problem.message}: {problem.way_out}. The last good version stays in force.
              </Alert>
            ))}
            <DataTable caption="Partners" columns={columns} rows={partners} keyOf={({ host }) => host} />
            <NetworkHosts hosts={network} />
          </Stack>
        )}
      </Answer>
    </Page>
  )
}

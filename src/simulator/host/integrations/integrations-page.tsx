import { DataTable, type Column } from '../ui/data-table'
import { Answer, Empty } from '../ui/faces'
import { Link } from '../ui/link'
import { Page } from '../ui/page'
import { useIntegrations } from './use-integrations'

interface Integration {
  name: string
  description: string
}

const columns: Array<Column<Integration>> = [
  {
    title: 'Integration',
    cell: ({ name }) => <Link to={`/simulator/integrations/${encodeURIComponent(name)}`}>{name}</Link>,
  },
  { title: 'Description', cell: ({ description }) => description },
]

/** The account's integrations, each with everything that ZIS keeps for it. */
export function IntegrationsPage() {
  const query = useIntegrations()
  return (
    <Page
      title="Integrations"
      description="What Zendesk Integration Services keeps, as its own paths answer it."
    >
      <Answer
        query={query}
        failed="Couldn't load the integrations"
        loading={
          <DataTable caption="Integrations" columns={columns} rows={undefined} keyOf={({ name }) => name} />
        }
      >
        {({ integrations }) =>
          integrations.length === 0 ? (
            <Empty title="No integrations" text="Set one up in the app, or create one by a call.">
              <Link to="/">Go to the app</Link>
            </Empty>
          ) : (
            <DataTable
              caption="Integrations"
              columns={columns}
              rows={integrations}
              keyOf={({ name }) => name}
            />
          )
        }
      </Answer>
    </Page>
  )
}

import { Button } from '@zendeskgarden/react-buttons'
import { MoreButton } from '../people/more-button'
import { asWords } from '../ui/text-field'
import { useOrganizations, type Organization } from '../people/use-people'
import { useRouter } from '../router'
import { Stack } from '../ui/blocks'
import { DataTable, type Column } from '../ui/data-table'
import { Answer, Empty } from '../ui/faces'
import { Link } from '../ui/link'
import { Page } from '../ui/page'
import { When } from '../ui/time'
import { NewOrganization } from './new-organization'

const columns: Array<Column<Organization>> = [
  {
    title: 'Name',
    cell: ({ id, name }) => <Link to={`/simulator/organizations/${id}`}>{name}</Link>,
  },
  { title: 'Domain names', cell: ({ domain_names }) => asWords(domain_names) },
  { title: 'Tags', isForWide: true, cell: ({ tags }) => tags.join(', ') },
  { title: 'Updated', width: '180px', isForWide: true, cell: ({ updated_at }) => <When at={updated_at} /> },
]

/** The account's organizations. */
export function OrganizationsPage({ isNew }: { isNew: boolean }) {
  const organizations = useOrganizations()
  const { go } = useRouter()

  return (
    <Page
      title="Organizations"
      description="ZIS hears of new organizations, and of their tags, fields and external IDs."
      actions={
        <Button isPrimary onClick={() => go('/simulator/organizations/new')}>
          Create organization
        </Button>
      }
    >
      <Answer
        query={organizations}
        failed="Couldn't load the organizations"
        loading={
          <DataTable caption="Organizations" columns={columns} rows={undefined} keyOf={({ id }) => id} />
        }
      >
        {({ pages }) =>
          pages[0]?.count === 0 ? (
            <Empty title="No organizations" text="Create an organization and put users into it." />
          ) : (
            <Stack>
              <DataTable
                caption="Organizations"
                columns={columns}
                rows={pages.flatMap((page) => page.organizations)}
                keyOf={({ id }) => id}
              />
              <MoreButton pages={organizations} />
            </Stack>
          )
        }
      </Answer>
      {isNew && <NewOrganization onClose={() => go('/simulator/organizations')} />}
    </Page>
  )
}

import { Button } from '@zendeskgarden/react-buttons'
import { useMemo } from 'react'
import { MoreButton } from '../people/more-button'
import { useOrganizations, useUserSearch, type User } from '../people/use-people'
import { useRouter } from '../router'
import { Row, Stack } from '../ui/blocks'
import { DataTable, type Column } from '../ui/data-table'
import { Answer, Empty } from '../ui/faces'
import { Filters, SelectFilter, TextFilter, useFilters } from '../ui/filters'
import { Link } from '../ui/link'
import { Page } from '../ui/page'
import { When } from '../ui/time'
import { NewUser } from './new-user'
import { roles, roleWords, UserTag } from './user-words'

const columnsWith = (organizations: Map<number, string>): Array<Column<User>> => [
  {
    title: 'Name',
    cell: (user) => (
      <Row $gap="xs">
        <Link to={`/simulator/users/${user.id}`}>{user.name}</Link>
        <UserTag user={user} />
      </Row>
    ),
  },
  { title: 'Email', cell: ({ email }) => email },
  { title: 'Role', width: '110px', cell: ({ role }) => roleWords[role] },
  {
    title: 'Organization',
    width: '180px',
    isForWide: true,
    cell: ({ organization_id: id }) => (id === null ? '' : organizations.get(id)),
  },
  { title: 'Updated', width: '180px', isForWide: true, cell: ({ updated_at }) => <When at={updated_at} /> },
]

/** The account's users. Changing one raises the events that Zendesk raises. */
export function UsersPage({ isNew, params }: { isNew: boolean; params: Record<string, string> }) {
  const { text = '', role = '' } = params
  const users = useUserSearch([text, role && `role:${role}`].filter(Boolean).join(' '))
  const organizations = useOrganizations().data
  const set = useFilters('/simulator/users', params)
  const { go } = useRouter()
  const columns = useMemo(() => {
    const known = organizations?.pages.flatMap((page) => page.organizations) ?? []
    return columnsWith(new Map(known.map(({ id, name }) => [id, name])))
  }, [organizations])

  return (
    <Page
      title="Users"
      description="Creating or changing a user raises the same events as in Zendesk."
      actions={
        <Button isPrimary onClick={() => go('/simulator/users/new')}>
          Create user
        </Button>
      }
    >
      <Filters>
        <TextFilter label="Search" value={text} onChange={(value) => set('text', value)} />
        <SelectFilter
          label="Role"
          all="All roles"
          options={roles}
          value={role}
          onChange={(value) => set('role', value)}
        />
      </Filters>
      <Answer
        query={users}
        failed="Couldn't load the users"
        loading={<DataTable caption="Users" columns={columns} rows={undefined} keyOf={({ id }) => id ?? 0} />}
      >
        {({ pages }) =>
          pages[0]?.count === 0 ? (
            <Empty title="Nothing found" text="No user fits all filters." />
          ) : (
            <Stack>
              <DataTable
                caption="Users"
                columns={columns}
                rows={pages.flatMap((page) => page.users)}
                keyOf={({ id }) => id ?? 0}
              />
              <MoreButton pages={users} />
            </Stack>
          )
        }
      </Answer>
      {isNew && <NewUser onClose={() => go('/simulator/users')} />}
    </Page>
  )
}

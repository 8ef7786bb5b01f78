import { Button } from '@zendeskgarden/react-buttons'
import { LG } from '@zendeskgarden/react-typography'
import { useState } from 'react'
import { useDeleteOrganization, useMembers, useOrganization, type Organization } from '../people/use-people'
import { useRouter } from '../router'
import { Box, Columns, Stack, Subtle } from '../ui/blocks'
import { ConfirmDelete } from '../ui/confirm'
import { Answer, Empty } from '../ui/faces'
import { Facts } from '../ui/facts'
import { BackLink, Link } from '../ui/link'
import { Page } from '../ui/page'
import { When } from '../ui/time'
import { OrganizationForm } from './organization-form'

/** One organization: what is known of it, and who is in it. */
export function OrganizationPage({ id }: { id: string }) {
  const query = useOrganization(id)
  const organization = query.data?.organization
  return (
    <Page
      title={organization?.name ?? `Organization ${id}`}
      before={<BackLink to="/simulator/organizations">Organizations</BackLink>}
      actions={organization && <DeleteButton organization={organization} />}
    >
      <Answer
        query={query}
        failed={`Couldn't load organization ${id}`}
        missing={<Empty title="No such organization" text={`There is no organization ${id}.`} />}
      >
        {({ organization: shown }) => (
          <Columns $aside="320px">
            <OrganizationForm organization={shown} />
            <Stack>
              <Members id={id} />
              <Box aria-label="About this organization">
                <Facts
                  facts={[
                    ['ID', id],
                    ['Created', <When key="created" at={shown.created_at} />],
                    ['Updated', <When key="updated" at={shown.updated_at} />],
                  ]}
                />
              </Box>
            </Stack>
          </Columns>
        )}
      </Answer>
    </Page>
  )
}

function Members({ id }: { id: string }) {
  const members = useMembers(id)
  return (
    <Box aria-labelledby="members">
      <Stack $gap="sm">
        <LG tag="h2" isBold id="members">
          Users
        </LG>
        <Answer query={members} failed="Couldn't load the users">
          {({ users, count = 0 }) => (
            <Stack $gap="xs">
              {users.map((user) => (
                <div key={user.id}>
                  <Link to={`/simulator/users/${user.id}`}>{user.name}</Link>
                </div>
              ))}
              {count === 0 && <Subtle>Nobody is in this organization.</Subtle>}
              {count > users.length && <Subtle>and {count - users.length} more</Subtle>}
            </Stack>
          )}
        </Answer>
      </Stack>
    </Box>
  )
}

function DeleteButton({ organization }: { organization: Organization }) {
  const [isAsking, setAsking] = useState(false)
  const remove = useDeleteOrganization(String(organization.id))
  const { go } = useRouter()
  return (
    <>
      <Button isDanger onClick={() => setAsking(true)}>
        Delete
      </Button>
      {isAsking && (
        <ConfirmDelete
          what="organization"
          name={organization.name}
          remove={remove}
          onDeleted={() => go('/simulator/organizations')}
          onClose={() => setAsking(false)}
        >
          Its users and tickets stay, without the organization.
        </ConfirmDelete>
      )}
    </>
  )
}

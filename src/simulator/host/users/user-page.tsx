import { Button } from '@zendeskgarden/react-buttons'
import { useState } from 'react'
import { useDeleteUser, useUpdateUser, useUser, type User } from '../people/use-people'
import { Box, Columns, Row, Stack } from '../ui/blocks'
import { ConfirmDelete } from '../ui/confirm'
import { Answer, Empty, Failed } from '../ui/faces'
import { Facts } from '../ui/facts'
import { BackLink } from '../ui/link'
import { useNotice } from '../ui/notice'
import { Page } from '../ui/page'
import { When } from '../ui/time'
import { Identities } from './identities'
import { UserForm } from './user-form'
import { UserTag } from './user-words'

/** One user: what is known of them, and their addresses. */
export function UserPage({ id }: { id: string }) {
  const query = useUser(id)
  const user = query.data?.user
  return (
    <Page
      title={user?.name ?? `User ${id}`}
      mark={user && <UserTag user={user} />}
      before={<BackLink to="/simulator/users">Users</BackLink>}
      actions={user?.active && <Actions user={user} />}
    >
      <Answer
        query={query}
        failed={`Couldn't load user ${id}`}
        missing={<Empty title="No such user" text={`There is no user ${id}.`} />}
      >
        {({ user: shown }) => (
          <Columns $aside="320px">
            {shown.active ? (
              <UserForm user={shown} />
            ) : (
              <Empty title="Deleted" text="A deleted user stays on the tickets and cannot be changed." />
            )}
            <Stack>
              {shown.active && <Identities id={id} />}
              <Box aria-label="About this user">
                <Facts
                  facts={[
                    ['ID', id],
                    ['Created', <When key="created" at={shown.created_at} />],
                    ['Updated', <When key="updated" at={shown.updated_at} />],
                    ['Last login', shown.last_login_at && <When key="login" at={shown.last_login_at} />],
                    ['Time zone', shown.time_zone],
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

/** Suspend, and delete once it is confirmed. */
function Actions({ user }: { user: User }) {
  const [isAsking, setAsking] = useState(false)
  const update = useUpdateUser(String(user.id))
  const remove = useDeleteUser(String(user.id))
  const notice = useNotice()
  const suspended = !user.suspended

  return (
    <Stack $gap="xs">
      <Row>
        <Button
          aria-disabled={update.isPending}
          onClick={() =>
            !update.isPending &&
            update.mutate(
              { suspended },
              { onSuccess: () => notice(`${user.name} ${suspended ? 'suspended' : 'unsuspended'}`) },
            )
          }
        >
          {suspended ? 'Suspend' : 'Unsuspend'}
        </Button>
        <Button isDanger onClick={() => setAsking(true)}>
          Delete
        </Button>
      </Row>
      {update.error && <Failed what="The user was not changed" problem={update.error} />}
      {isAsking && (
        <ConfirmDelete what="user" name={user.name} remove={remove} onClose={() => setAsking(false)}>
          The user stays on the tickets as not active, and cannot sign in any more.
        </ConfirmDelete>
      )}
    </Stack>
  )
}

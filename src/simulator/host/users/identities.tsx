import { Button } from '@zendeskgarden/react-buttons'
import { Tag } from '@zendeskgarden/react-tags'
import { LG } from '@zendeskgarden/react-typography'
import { useState, type FormEvent } from 'react'
import styled from 'styled-components'
import { TextField } from '../ui/text-field'
import { useChangeIdentity, useIdentities, type Identity, type IdentityAction } from '../people/use-people'
import { Box, Row, Stack } from '../ui/blocks'
import { Answer, Failed } from '../ui/faces'
import { useNotice } from '../ui/notice'
import { SubmitButton } from '../ui/submit-button'

const List = styled.ul`
  display: flex;
  flex-direction: column;
  gap: ${({ theme }) => theme.space.sm};
  margin: 0;
  padding: 0;
  list-style: none;
`
const Value = styled.span`
  overflow-wrap: anywhere;
`

/** The addresses of a user; the primary one is the user's email. */
export function Identities({ id }: { id: string }) {
  const identities = useIdentities(id)
  const change = useChangeIdentity(id)
  const notice = useNotice()
  const [email, setEmail] = useState('')
  const [isTried, setTried] = useState(false)
  const isEmpty = email.trim() === ''

  function act(action: IdentityAction, done: string) {
    if (change.isPending) return
    change.mutate(action, {
      onSuccess() {
        notice(done)
        if (action.kind !== 'add') return
        setEmail('')
        setTried(false)
      },
    })
  }
  function add(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (!isEmpty) act({ kind: 'add', value: email.trim() }, 'Email added')
  }

  return (
    <Box aria-labelledby="identities">
      <Stack>
        <LG tag="h2" isBold id="identities">
          Identities
        </LG>
        {change.error && <Failed what="The identities were not changed" problem={change.error} />}
        <Answer query={identities} failed="Couldn't load the identities">
          {({ identities: rows }) => (
            <List aria-labelledby="identities">
              {rows.map((identity) => (
                <li key={identity.id}>
                  <OneIdentity identity={identity} act={act} />
                </li>
              ))}
            </List>
          )}
        </Answer>
        <form onSubmit={add} noValidate>
          <Stack $gap="sm">
            <TextField
              label="New email"
              value={email}
              fault={isTried && isEmpty ? 'Enter an email' : undefined}
              onChange={setEmail}
            />
            <div>
              <SubmitButton isPrimary={false} isPending={change.isPending}>
                Add email
              </SubmitButton>
            </div>
          </Stack>
        </form>
      </Stack>
    </Box>
  )
}

function OneIdentity({
  identity,
  act,
}: {
  identity: Identity
  act(action: IdentityAction, done: string): void
}) {
  const { value, primary } = identity
  return (
    <Stack $gap="xxs">
      <Row $gap="xs">
        <Value>{value}</Value>
        {primary && (
          <Tag size="small">
            <span>Primary</span>
          </Tag>
        )}
      </Row>
      <Row $gap="sm">
        {!primary && (
          <Button
            isLink
            aria-label={`Make ${value} primary`}
            onClick={() => act({ kind: 'make_primary', identity }, `${value} is primary`)}
          >
            Make primary
          </Button>
        )}
        <Button
          isLink
          isDanger
          aria-label={`Remove ${value}`}
          onClick={() => act({ kind: 'remove', identity }, `${value} removed`)}
        >
          Remove
        </Button>
      </Row>
    </Stack>
  )
}

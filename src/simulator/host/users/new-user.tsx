import { Button } from '@zendeskgarden/react-buttons'
import { Field, Select } from '@zendeskgarden/react-forms'
import { Modal } from '@zendeskgarden/react-modals'
import { useState, type FormEvent } from 'react'
import { TextField } from '../people/text-field'
import { useCreateUser, type User } from '../people/use-people'
import { useRouter } from '../router'
import { Stack } from '../ui/blocks'
import { Failed } from '../ui/faces'
import { useNotice } from '../ui/notice'
import { SubmitButton } from '../ui/submit-button'
import { roles } from './user-words'

/** Asks for a new user's name, email and role. */
export function NewUser({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<User['role']>('end-user')
  const [isTried, setTried] = useState(false)
  const create = useCreateUser()
  const { go } = useRouter()
  const notice = useNotice()
  const isEmpty = name.trim() === ''

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (isEmpty) return
    create.mutate(
      { name: name.trim(), role, ...(email.trim() && { email: email.trim() }) },
      {
        onSuccess({ user }) {
          notice(`${user.name} created`)
          go(`/simulator/users/${user.id}`)
        },
      },
    )
  }

  return (
    <Modal onClose={onClose}>
      <Modal.Header tag="h2">Create user</Modal.Header>
      <Modal.Body>
        <form id="new-user" onSubmit={submit} noValidate>
          <Stack>
            {create.error && <Failed what="The user was not created" problem={create.error} />}
            <TextField
              label="Name"
              value={name}
              fault={isTried && isEmpty ? 'Enter a name' : undefined}
              onChange={setName}
            />
            <TextField label="Email" value={email} onChange={setEmail} />
            <Field>
              <Field.Label>Role</Field.Label>
              <Select value={role} onChange={(event) => setRole(event.target.value as User['role'])}>
                {roles.map(({ value, text }) => (
                  <option key={value} value={value}>
                    {text}
                  </option>
                ))}
              </Select>
            </Field>
          </Stack>
        </form>
      </Modal.Body>
      <Modal.Footer>
        <Modal.FooterItem>
          <Button isBasic onClick={onClose}>
            Cancel
          </Button>
        </Modal.FooterItem>
        <Modal.FooterItem>
          <SubmitButton form="new-user" isPending={create.isPending}>
            Create user
          </SubmitButton>
        </Modal.FooterItem>
      </Modal.Footer>
      <Modal.Close aria-label="Close" />
    </Modal>
  )
}

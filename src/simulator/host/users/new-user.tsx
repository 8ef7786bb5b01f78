import { useState } from 'react'
import { useCreateUser, type User } from '../people/use-people'
import { useRouter } from '../router'
import { ChoiceField } from '../ui/choice-field'
import { FormDialog } from '../ui/form-dialog'
import { useNotice } from '../ui/notice'
import { TextField } from '../ui/text-field'
import { roles } from './user-words'

/** Asks for a new user's name, email and role. */
export function NewUser({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<User['role']>('end-user')
  const create = useCreateUser()
  const { go } = useRouter()
  const notice = useNotice()

  const submit = () =>
    create.mutate(
      { name: name.trim(), role, ...(email.trim() && { email: email.trim() }) },
      {
        onSuccess({ user }) {
          notice(`${user.name} created`)
          go(`/simulator/users/${user.id}`)
        },
      },
    )

  return (
    <FormDialog
      title="Create user"
      action="Create user"
      failed="The user was not created"
      problem={create.error}
      isPending={create.isPending}
      faults={{ name: name.trim() === '' ? 'Enter a name' : undefined }}
      onSubmit={submit}
      onClose={onClose}
    >
      {(shown) => (
        <>
          <TextField label="Name" value={name} fault={shown.name} onChange={setName} />
          <TextField label="Email" value={email} onChange={setEmail} />
          <ChoiceField label="Role" options={roles} value={role} onChange={setRole} />
        </>
      )}
    </FormDialog>
  )
}

import { useState } from 'react'
import { useCreateOrganization } from '../people/use-people'
import { useRouter } from '../router'
import { FormDialog } from '../ui/form-dialog'
import { useNotice } from '../ui/notice'
import { fromWords, TextField } from '../ui/text-field'

/** Asks for a new organization's name and domain names. */
export function NewOrganization({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('')
  const [domains, setDomains] = useState('')
  const create = useCreateOrganization()
  const { go } = useRouter()
  const notice = useNotice()

  const submit = () =>
    create.mutate(
      { name: name.trim(), domain_names: fromWords(domains) },
      {
        onSuccess({ organization }) {
          notice(`${organization.name} created`)
          go(`/simulator/organizations/${organization.id}`)
        },
      },
    )

  return (
    <FormDialog
      title="Create organization"
      action="Create organization"
      failed="The organization was not created"
      problem={create.error}
      isPending={create.isPending}
      faults={{ name: name.trim() === '' ? 'Enter a name' : undefined }}
      onSubmit={submit}
      onClose={onClose}
    >
      {(shown) => (
        <>
          <TextField label="Name" value={name} fault={shown.name} onChange={setName} />
          <TextField
            label="Domain names"
            hint="New users with an address there come into the organization"
            value={domains}
            onChange={setDomains}
          />
        </>
      )}
    </FormDialog>
  )
}

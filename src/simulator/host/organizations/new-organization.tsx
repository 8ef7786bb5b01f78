import { Button } from '@zendeskgarden/react-buttons'
import { Modal } from '@zendeskgarden/react-modals'
import { useState, type FormEvent } from 'react'
import { fromWords, TextField } from '../people/text-field'
import { useCreateOrganization } from '../people/use-people'
import { useRouter } from '../router'
import { Stack } from '../ui/blocks'
import { Failed } from '../ui/faces'
import { useNotice } from '../ui/notice'
import { SubmitButton } from '../ui/submit-button'

/** Asks for a new organization's name and domain names. */
export function NewOrganization({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('')
  const [domains, setDomains] = useState('')
  const [isTried, setTried] = useState(false)
  const create = useCreateOrganization()
  const { go } = useRouter()
  const notice = useNotice()
  const isEmpty = name.trim() === ''

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (isEmpty) return
    create.mutate(
      { name: name.trim(), domain_names: fromWords(domains) },
      {
        onSuccess({ organization }) {
          notice(`${organization.name} created`)
          go(`/simulator/organizations/${organization.id}`)
        },
      },
    )
  }

  return (
    <Modal onClose={onClose}>
      <Modal.Header tag="h2">Create organization</Modal.Header>
      <Modal.Body>
        <form id="new-organization" onSubmit={submit} noValidate>
          <Stack>
            {create.error && <Failed what="The organization was not created" problem={create.error} />}
            <TextField
              label="Name"
              value={name}
              fault={isTried && isEmpty ? 'Enter a name' : undefined}
              onChange={setName}
            />
            <TextField
              label="Domain names"
              hint="New users with an address there come into the organization"
              value={domains}
              onChange={setDomains}
            />
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
          <SubmitButton form="new-organization" isPending={create.isPending}>
            Create organization
          </SubmitButton>
        </Modal.FooterItem>
      </Modal.Footer>
      <Modal.Close aria-label="Close" />
    </Modal>
  )
}

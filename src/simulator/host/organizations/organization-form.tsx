import { Checkbox, Field } from '@zendeskgarden/react-forms'
import { LG } from '@zendeskgarden/react-typography'
import { useState, type FormEvent } from 'react'
import { CustomFields } from '../people/custom-fields'
import { asWords, fromWords, TextField } from '../ui/text-field'
import { useDraft } from '../people/use-draft'
import { useOrganizationFields, useUpdateOrganization, type Organization } from '../people/use-people'
import { Box, Stack } from '../ui/blocks'
import { Failed } from '../ui/faces'
import { useNotice } from '../ui/notice'
import { SubmitButton } from '../ui/submit-button'

const savedOf = (organization: Organization) => ({
  name: organization.name,
  domain_names: asWords(organization.domain_names),
  tags: asWords(organization.tags),
  external_id: organization.external_id ?? '',
  details: organization.details ?? '',
  notes: organization.notes ?? '',
  shared_tickets: organization.shared_tickets,
  organization_fields: organization.organization_fields,
})

/** What can be changed of an organization. */
export function OrganizationForm({ organization }: { organization: Organization }) {
  const { values, changes, hasChanges, set, clear } = useDraft(savedOf(organization))
  const [isTried, setTried] = useState(false)
  const update = useUpdateOrganization(String(organization.id))
  const fields = useOrganizationFields().data?.organization_fields ?? []
  const notice = useNotice()
  const isEmpty = values.name.trim() === ''

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (isEmpty || !hasChanges) return
    const { tags, domain_names, external_id, ...rest } = changes
    update.mutate(
      {
        ...rest,
        ...(tags !== undefined && { tags: fromWords(tags) }),
        ...(domain_names !== undefined && { domain_names: fromWords(domain_names) }),
        ...(external_id !== undefined && { external_id: external_id || null }),
      },
      {
        onSuccess() {
          clear()
          notice(`${values.name} updated`)
        },
      },
    )
  }

  return (
    <Box aria-labelledby="properties">
      <form onSubmit={submit} noValidate>
        <Stack>
          <LG tag="h2" isBold id="properties">
            Properties
          </LG>
          {update.error && <Failed what="The organization was not updated" problem={update.error} />}
          <TextField
            label="Name"
            value={values.name}
            fault={isTried && isEmpty ? 'Enter a name' : undefined}
            onChange={(text) => set('name', text)}
          />
          <TextField
            label="Domain names"
            hint="With spaces between them"
            value={values.domain_names}
            onChange={(text) => set('domain_names', text)}
          />
          <TextField
            label="Tags"
            hint="With spaces between them"
            value={values.tags}
            onChange={(text) => set('tags', text)}
          />
          <TextField
            label="External ID"
            value={values.external_id}
            onChange={(text) => set('external_id', text)}
          />
          <TextField
            label="Details"
            lines={2}
            value={values.details}
            onChange={(text) => set('details', text)}
          />
          <TextField label="Notes" lines={2} value={values.notes} onChange={(text) => set('notes', text)} />
          <Field>
            <Checkbox
              checked={values.shared_tickets}
              onChange={(event) => set('shared_tickets', event.target.checked)}
            >
              <Field.Label isRegular>Users can see all tickets of the organization</Field.Label>
            </Checkbox>
          </Field>
          <CustomFields
            fields={fields}
            values={values.organization_fields}
            onChange={(key, value) =>
              set('organization_fields', { ...values.organization_fields, [key]: value })
            }
          />
          <div>
            <SubmitButton isPending={update.isPending}>Save</SubmitButton>
          </div>
        </Stack>
      </form>
    </Box>
  )
}

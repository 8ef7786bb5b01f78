import { Field, Select } from '@zendeskgarden/react-forms'
import { LG } from '@zendeskgarden/react-typography'
import { useState, type FormEvent } from 'react'
import { CustomFields } from '../people/custom-fields'
import { asWords, fromWords, TextField } from '../ui/text-field'
import { useDraft } from '../people/use-draft'
import { useOrganizations, useUpdateUser, useUserFields, type User } from '../people/use-people'
import { Box, Stack } from '../ui/blocks'
import { Failed } from '../ui/faces'
import { useNotice } from '../ui/notice'
import { SubmitButton } from '../ui/submit-button'
import { roles } from './user-words'

const savedOf = (user: User) => ({
  name: user.name,
  role: user.role,
  alias: user.alias ?? '',
  organization_id: user.organization_id,
  external_id: user.external_id ?? '',
  tags: asWords(user.tags),
  details: user.details ?? '',
  notes: user.notes ?? '',
  user_fields: user.user_fields,
})

/** What can be changed of a user; saved together, so that the events share one sequence. */
export function UserForm({ user }: { user: User }) {
  const { values, changes, hasChanges, set, clear } = useDraft(savedOf(user))
  const [isTried, setTried] = useState(false)
  const update = useUpdateUser(String(user.id))
  const fields = useUserFields().data?.user_fields ?? []
  const organizations = useOrganizations().data?.pages.flatMap((page) => page.organizations) ?? []
  const notice = useNotice()
  const isEmpty = values.name.trim() === ''

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (isEmpty || !hasChanges) return
    const { tags, external_id, ...rest } = changes
    update.mutate(
      {
        ...rest,
        ...(tags !== undefined && { tags: fromWords(tags) }),
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
          {update.error && <Failed what="The user was not updated" problem={update.error} />}
          <TextField
            label="Name"
            value={values.name}
            fault={isTried && isEmpty ? 'Enter a name' : undefined}
            onChange={(text) => set('name', text)}
          />
          <TextField label="Alias" value={values.alias} onChange={(text) => set('alias', text)} />
          <Field>
            <Field.Label>Role</Field.Label>
            <Select value={values.role} onChange={(event) => set('role', event.target.value as User['role'])}>
              {roles.map(({ value, text }) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </Select>
          </Field>
          <Field>
            <Field.Label>Organization</Field.Label>
            <Select
              value={values.organization_id ?? ''}
              onChange={(event) =>
                set('organization_id', event.target.value === '' ? null : Number(event.target.value))
              }
            >
              <option value="">None</option>
              {organizations.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
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
          <CustomFields
            fields={fields}
            values={values.user_fields}
            onChange={(key, value) => set('user_fields', { ...values.user_fields, [key]: value })}
          />
          <div>
            <SubmitButton isPending={update.isPending}>Save</SubmitButton>
          </div>
        </Stack>
      </form>
    </Box>
  )
}

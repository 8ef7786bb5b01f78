import { asSent, CommonFields, commonValues } from '../people/common-fields'
import { OrganizationBox } from '../people/organization-box'
import { PropertiesForm } from '../people/properties-form'
import { useDraft } from '../people/use-draft'
import { useUpdateUser, useUserFields, type User } from '../people/use-people'
import { ChoiceField } from '../ui/choice-field'
import { useNotice } from '../ui/notice'
import { TextField } from '../ui/text-field'
import { roles } from './user-words'

const savedOf = (user: User) => ({
  ...commonValues(user),
  name: user.name,
  role: user.role,
  alias: user.alias ?? '',
  organization_id: user.organization_id,
  user_fields: user.user_fields,
})

/** What can be changed of a user; saved together, so that the events share one sequence. */
export function UserForm({ user }: { user: User }) {
  const { values, changes, hasChanges, set, clear } = useDraft(savedOf(user))
  const update = useUpdateUser(String(user.id))
  const fields = useUserFields().data?.user_fields ?? []
  const notice = useNotice()

  function save() {
    if (!hasChanges) return
    const { tags: _tags, external_id: _external, ...rest } = changes
    update.mutate(
      { ...rest, ...asSent(changes) },
      {
        onSuccess() {
          clear()
          notice(`${values.name} updated`)
        },
      },
    )
  }

  return (
    <PropertiesForm
      failed="The user was not updated"
      problem={update.error}
      isPending={update.isPending}
      faults={{ name: values.name.trim() === '' ? 'Enter a name' : undefined }}
      onSave={save}
    >
      {(shown) => (
        <>
          <TextField
            label="Name"
            value={values.name}
            fault={shown.name}
            onChange={(text) => set('name', text)}
          />
          <TextField label="Alias" value={values.alias} onChange={(text) => set('alias', text)} />
          <ChoiceField
            label="Role"
            options={roles}
            value={values.role}
            onChange={(role) => set('role', role)}
          />
          <OrganizationBox
            label="Organization"
            value={values.organization_id}
            onChange={(id) => set('organization_id', id)}
          />
          <CommonFields
            {...{ values, set, fields }}
            customValues={values.user_fields}
            onCustom={(next) => set('user_fields', next)}
          />
        </>
      )}
    </PropertiesForm>
  )
}

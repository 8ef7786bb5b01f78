import { Checkbox, Field } from '@zendeskgarden/react-forms'
import { asSent, CommonFields, commonValues } from '../people/common-fields'
import { PropertiesForm } from '../people/properties-form'
import { useDraft } from '../people/use-draft'
import { useOrganizationFields, useUpdateOrganization, type Organization } from '../people/use-people'
import { useNotice } from '../ui/notice'
import { asWords, fromWords, TextField } from '../ui/text-field'

const savedOf = (organization: Organization) => ({
  ...commonValues(organization),
  name: organization.name,
  domain_names: asWords(organization.domain_names),
  shared_tickets: organization.shared_tickets,
  organization_fields: organization.organization_fields,
})

/** What can be changed of an organization. */
export function OrganizationForm({ organization }: { organization: Organization }) {
  const { values, changes, hasChanges, set, clear } = useDraft(savedOf(organization))
  const update = useUpdateOrganization(String(organization.id))
  const fields = useOrganizationFields().data?.organization_fields ?? []
  const notice = useNotice()

  function save() {
    if (!hasChanges) return
    const { tags: _tags, external_id: _external, domain_names, ...rest } = changes
    update.mutate(
      {
        ...rest,
        ...asSent(changes),
        ...(domain_names !== undefined && { domain_names: fromWords(domain_names) }),
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
    <PropertiesForm
      failed="The organization was not updated"
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
          <TextField
            label="Domain names"
            hint="With spaces between them"
            value={values.domain_names}
            onChange={(text) => set('domain_names', text)}
          />
          <Field>
            <Checkbox
              checked={values.shared_tickets}
              onChange={(event) => set('shared_tickets', event.target.checked)}
            >
              <Field.Label isRegular>Users can see all tickets of the organization</Field.Label>
            </Checkbox>
          </Field>
          <CommonFields
            {...{ values, set, fields }}
            customValues={values.organization_fields}
            onCustom={(next) => set('organization_fields', next)}
          />
        </>
      )}
    </PropertiesForm>
  )
}

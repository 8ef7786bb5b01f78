import { asWords, fromWords, TextField } from '../ui/text-field'
import { CustomFields, type CustomField } from './custom-fields'

/** What users and organizations both have, as a form holds it. */
interface CommonValues {
  external_id: string
  tags: string
  details: string
  notes: string
}

interface Common {
  external_id: string | null
  tags: string[]
  details: string | null
  notes: string | null
}

export const commonValues = ({ external_id, tags, details, notes }: Common): CommonValues => ({
  external_id: external_id ?? '',
  tags: asWords(tags),
  details: details ?? '',
  notes: notes ?? '',
})

/** Changes of a form as the API takes them. */
export const asSent = ({ external_id, tags }: Partial<CommonValues>) => ({
  ...(tags !== undefined && { tags: fromWords(tags) }),
  ...(external_id !== undefined && { external_id: external_id || null }),
})

interface CommonFieldsProps {
  values: CommonValues
  set(name: keyof CommonValues, value: string): void
  fields: CustomField[]
  customValues: Record<string, unknown>
  onCustom(values: Record<string, unknown>): void
}

/** The last fields of a user and of an organization; the account's own come at the end. */
export const CommonFields = ({ values, set, fields, customValues, onCustom }: CommonFieldsProps) => (
  <>
    <TextField
      label="Tags"
      hint="With spaces between them"
      value={values.tags}
      onChange={(text) => set('tags', text)}
    />
    <TextField label="External ID" value={values.external_id} onChange={(text) => set('external_id', text)} />
    <TextField label="Details" lines={2} value={values.details} onChange={(text) => set('details', text)} />
    <TextField label="Notes" lines={2} value={values.notes} onChange={(text) => set('notes', text)} />
    <CustomFields
      fields={fields}
      values={customValues}
      onChange={(key, value) => onCustom({ ...customValues, [key]: value })}
    />
  </>
)

import { useState } from 'react'
import { peopleFieldTypes } from '../../../zis/wire/people-fields'
import { ChoiceField } from '../ui/choice-field'
import { FormDialog } from '../ui/form-dialog'
import { useNotice } from '../ui/notice'
import { TextField } from '../ui/text-field'
import { keyFrom } from './key-from'
import { useCreateField, type NewField } from './use-objects'

export const fieldTypeWords: Record<NewField['type'], string> = {
  text: 'Text',
  textarea: 'Multi-line text',
  checkbox: 'Checkbox',
  date: 'Date',
  integer: 'Number',
  decimal: 'Decimal',
  dropdown: 'Drop-down',
  multiselect: 'Multi-select',
  regexp: 'Regex',
  lookup: 'Lookup relationship',
}
const types = peopleFieldTypes
  .map((value) => ({ value, text: fieldTypeWords[value] }))
  .sort((a, b) => a.text.localeCompare(b.text, 'en-US'))

/** Gives a custom object a field. */
export function FieldDialog({ objectKey, onClose }: { objectKey: string; onClose(): void }) {
  const [title, setTitle] = useState('')
  const [typedKey, setKey] = useState<string>()
  const [type, setType] = useState<NewField['type']>('text')
  const [options, setOptions] = useState('')
  const [pattern, setPattern] = useState('')
  const create = useCreateField(objectKey)
  const notice = useNotice()

  const key = typedKey ?? keyFrom(title)
  const names = options
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const hasOptions = type === 'dropdown' || type === 'multiselect'
  const faults = {
    title: title.trim() === '' ? 'Enter a title' : undefined,
    key: /^[A-Za-z_][A-Za-z0-9_]*$/.test(key) ? undefined : 'Use letters, digits and _',
    options: hasOptions && names.length === 0 ? 'Enter at least one value' : undefined,
    pattern: type === 'regexp' && pattern === '' ? 'Enter a regular expression' : undefined,
  }

  const submit = () =>
    create.mutate(
      {
        ...{ title: title.trim(), key, type },
        ...(hasOptions && {
          custom_field_options: names.map((name) => ({ name, value: keyFrom(name) || name })),
        }),
        ...(type === 'regexp' && { regexp_for_validation: pattern }),
      },
      {
        onSuccess() {
          notice(`${title.trim()} created`)
          onClose()
        },
      },
    )

  return (
    <FormDialog
      title="Create field"
      action="Create field"
      failed="The field was not created"
      problem={create.error}
      isPending={create.isPending}
      faults={faults}
      onSubmit={submit}
      onClose={onClose}
    >
      {(shown) => (
        <>
          <TextField label="Title" value={title} fault={shown.title} onChange={setTitle} />
          <TextField label="Key" value={key} fault={shown.key} onChange={setKey} />
          <ChoiceField label="Type" options={types} value={type} onChange={setType} />
          {hasOptions && (
            <TextField
              label="Values"
              hint="One on each line"
              lines={4}
              value={options}
              fault={shown.options}
              onChange={setOptions}
            />
          )}
          {type === 'regexp' && (
            <TextField
              label="Regular expression"
              value={pattern}
              fault={shown.pattern}
              onChange={setPattern}
            />
          )}
        </>
      )}
    </FormDialog>
  )
}

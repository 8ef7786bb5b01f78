import { useState } from 'react'
import { CustomFields } from '../people/custom-fields'
import { FormDialog } from '../ui/form-dialog'
import { useNotice } from '../ui/notice'
import { TextField } from '../ui/text-field'
import { useObjectFields, useSaveRecord, type ObjectRecord } from './use-objects'

interface RecordDialogProps {
  objectKey: string
  /** Undefined for a new one. */
  record?: ObjectRecord
  onClose(): void
}

/** Asks for the name, the external ID and the fields of a record. */
export function RecordDialog({ objectKey, record, onClose }: RecordDialogProps) {
  const [name, setName] = useState(record?.name ?? '')
  const [externalId, setExternalId] = useState(record?.external_id ?? '')
  const [values, setValues] = useState<Record<string, unknown>>(record?.custom_object_fields ?? {})
  const fields = useObjectFields(objectKey).data ?? []
  const save = useSaveRecord(objectKey, record?.id)
  const notice = useNotice()

  const submit = () =>
    save.mutate(
      { name: name.trim(), external_id: externalId.trim() || null, custom_object_fields: values },
      {
        onSuccess() {
          notice(`${name.trim()} ${record ? 'updated' : 'created'}`)
          onClose()
        },
      },
    )

  return (
    <FormDialog
      title={record ? 'Edit record' : 'Create record'}
      action={record ? 'Save' : 'Create record'}
      failed={`The record was not ${record ? 'updated' : 'created'}`}
      problem={save.error}
      isPending={save.isPending}
      faults={{ name: name.trim() === '' ? 'Enter a name' : undefined }}
      onSubmit={submit}
      onClose={onClose}
    >
      {(shown) => (
        <>
          <TextField label="Name" value={name} fault={shown.name} onChange={setName} />
          <TextField label="External ID" value={externalId} onChange={setExternalId} />
          <CustomFields
            fields={fields}
            values={values}
            onChange={(key, value) => setValues((before) => ({ ...before, [key]: value }))}
          />
        </>
      )}
    </FormDialog>
  )
}

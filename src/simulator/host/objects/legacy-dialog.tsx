import { useState } from 'react'
import { isObject } from '../../../zis/json'
import { FormDialog } from '../ui/form-dialog'
import { readJson } from '../ui/json-input'
import { useNotice } from '../ui/notice'
import { TextField } from '../ui/text-field'
import { useSaveLegacyRecord, type LegacyRecord } from './use-objects'

interface LegacyDialogProps {
  /** Undefined for a new one. */
  record?: LegacyRecord
  onClose(): void
}

/** Asks for the type and the attributes of a legacy record; later on, only the attributes can be changed. */
export function LegacyDialog({ record, onClose }: LegacyDialogProps) {
  const [type, setType] = useState(record?.type ?? '')
  const [externalId, setExternalId] = useState('')
  const [text, setText] = useState(JSON.stringify(record?.attributes ?? {}, null, 2))
  const save = useSaveLegacyRecord(record?.id)
  const notice = useNotice()
  const json = readJson(text)
  const attributes = 'value' in json && isObject(json.value) ? json.value : undefined
  const faults = {
    type: type.trim() === '' ? 'Enter a type' : undefined,
    attributes:
      'problem' in json ? json.problem : attributes ? undefined : 'Enter an object, for example {"size": 4}',
  }

  const submit = () =>
    save.mutate(
      { type: type.trim(), external_id: externalId.trim() || null, attributes: attributes ?? {} },
      {
        onSuccess() {
          notice(`Legacy record ${record ? 'updated' : 'created'}`)
          onClose()
        },
      },
    )

  return (
    <FormDialog
      title={record ? 'Edit legacy record' : 'Create legacy record'}
      action={record ? 'Save' : 'Create record'}
      failed={`The record was not ${record ? 'updated' : 'created'}`}
      problem={save.error}
      isPending={save.isPending}
      faults={faults}
      onSubmit={submit}
      onClose={onClose}
    >
      {(shown) => (
        <>
          {!record && (
            <>
              <TextField
                label="Type"
                hint="Any name, for example spare_part"
                value={type}
                fault={shown.type}
                onChange={setType}
              />
              <TextField label="External ID" value={externalId} onChange={setExternalId} />
            </>
          )}
          <TextField
            label="Attributes"
            hint={record ? 'JSON. Attributes that are not named stay as they are' : 'JSON'}
            lines={8}
            isCode
            value={text}
            fault={shown.attributes}
            onChange={setText}
          />
        </>
      )}
    </FormDialog>
  )
}

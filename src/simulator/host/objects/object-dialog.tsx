import { useState } from 'react'
import { useRouter } from '../router'
import { FormDialog } from '../ui/form-dialog'
import { useNotice } from '../ui/notice'
import { TextField } from '../ui/text-field'
import { keyFrom } from './key-from'
import { useCreateObject, useUpdateObject, type CustomObject } from './use-objects'

interface ObjectDialogProps {
  /** Undefined for a new one. */
  object?: CustomObject
  onClose(): void
}

/** Asks what a custom object is called; its key is settled once. */
export function ObjectDialog({ object, onClose }: ObjectDialogProps) {
  const [title, setTitle] = useState(object?.title ?? '')
  const [plural, setPlural] = useState(object?.title_pluralized)
  const [typedKey, setKey] = useState<string>()
  const [description, setDescription] = useState(object?.description ?? '')
  const create = useCreateObject()
  const update = useUpdateObject(object?.key ?? '')
  const { go } = useRouter()
  const notice = useNotice()

  const key = typedKey ?? keyFrom(title)
  const title_pluralized = plural ?? (title.trim() === '' ? '' : `${title.trim()}s`)
  const faults = {
    title: title.trim() === '' ? 'Enter a title' : undefined,
    plural: title_pluralized.trim() === '' ? 'Enter the title of several' : undefined,
    key:
      object || /^[a-z][a-z0-9_]*$/.test(key) ? undefined : 'Use small letters, digits and _, a letter first',
  }

  function submit() {
    const words = { title: title.trim(), title_pluralized: title_pluralized.trim(), description }
    const done = () => {
      notice(`${words.title} ${object ? 'updated' : 'created'}`)
      if (object) onClose()
      else go(`/simulator/objects/${key}`)
    }
    if (object) update.mutate(words, { onSuccess: done })
    else create.mutate({ ...words, key }, { onSuccess: done })
  }

  return (
    <FormDialog
      title={object ? 'Edit object' : 'Create object'}
      action={object ? 'Save' : 'Create object'}
      failed={`The object was not ${object ? 'updated' : 'created'}`}
      problem={create.error ?? update.error}
      isPending={create.isPending || update.isPending}
      faults={faults}
      onSubmit={submit}
      onClose={onClose}
    >
      {(shown) => (
        <>
          <TextField label="Title" value={title} fault={shown.title} onChange={setTitle} />
          <TextField
            label="Title of several"
            value={title_pluralized}
            fault={shown.plural}
            onChange={setPlural}
          />
          {!object && (
            <TextField
              label="Key"
              hint="It cannot be changed later"
              value={key}
              fault={shown.key}
              onChange={setKey}
            />
          )}
          <TextField label="Description" lines={2} value={description} onChange={setDescription} />
        </>
      )}
    </FormDialog>
  )
}

import { useState } from 'react'
import { isObject } from '../../../zis/json'
import { UserBox } from '../people/user-box'
import { FormDialog } from '../ui/form-dialog'
import { readJson } from '../ui/json-input'
import { useNotice } from '../ui/notice'
import { TextField } from '../ui/text-field'
import { useTrackActivity } from './use-activities'

interface TrackActivityProps {
  /** Whose activity it is, unless somebody else is chosen. */
  userId: number | null
  onClose(): void
}

/** Tracks something that a user did elsewhere, as another system does through the Events API. */
export function TrackActivity({ userId, onClose }: TrackActivityProps) {
  const [user, setUser] = useState(userId)
  const [source, setSource] = useState('web_shop')
  const [type, setType] = useState('cart_abandoned')
  const [description, setDescription] = useState('')
  const [text, setText] = useState('{}')
  const track = useTrackActivity()
  const notice = useNotice()
  const json = readJson(text)
  const properties = 'value' in json && isObject(json.value) ? json.value : undefined
  const faults = {
    user: user === null ? 'Select a user' : undefined,
    source: source.trim() === '' ? 'Enter a source' : undefined,
    type: type.trim() === '' ? 'Enter a type' : undefined,
    properties:
      'problem' in json ? json.problem : properties ? undefined : 'Enter an object, for example {"items": 3}',
  }

  function submit() {
    if (user === null || !properties) return
    track.mutate(
      { userId: user, event: { source: source.trim(), type: type.trim(), description, properties } },
      {
        onSuccess() {
          notice('Activity tracked')
          onClose()
        },
      },
    )
  }

  return (
    <FormDialog
      title="Track activity"
      action="Track activity"
      failed="The activity was not tracked"
      problem={track.error}
      isPending={track.isPending}
      faults={faults}
      onSubmit={submit}
      onClose={onClose}
    >
      {(shown) => (
        <>
          <UserBox label="User" value={user} fault={shown.user} onChange={setUser} />
          <TextField label="Source" value={source} fault={shown.source} onChange={setSource} />
          <TextField label="Type" value={type} fault={shown.type} onChange={setType} />
          <TextField label="Description" value={description} onChange={setDescription} />
          <TextField
            label="Properties"
            hint="JSON"
            lines={5}
            isCode
            value={text}
            fault={shown.properties}
            onChange={setText}
          />
        </>
      )}
    </FormDialog>
  )
}

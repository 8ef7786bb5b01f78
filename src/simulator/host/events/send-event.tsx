import { useState } from 'react'
import { usePublishEvent } from '../queries'
import { FormDialog } from '../ui/form-dialog'
import { useNotice } from '../ui/notice'
import { TextField } from '../ui/text-field'
import { readJson } from '../ui/json-input'

/** What the form holds when it opens. */
export interface EventDraft {
  source: string
  type: string
  input: unknown
}

/** Sends any event, as Zendesk or another system would. */
export function SendEvent({ draft, onClose }: { draft: EventDraft; onClose: () => void }) {
  const [source, setSource] = useState(draft.source)
  const [type, setType] = useState(draft.type)
  const [input, setInput] = useState(JSON.stringify(draft.input, null, 2))
  const publish = usePublishEvent()
  const notice = useNotice()
  const json = readJson(input)
  const faults = {
    source: source.trim() === '' ? 'Enter a source' : undefined,
    type: type.trim() === '' ? 'Enter a type' : undefined,
    input: 'problem' in json ? json.problem : undefined,
  }

  function submit() {
    if ('problem' in json) return
    publish.mutate(
      { event_source: source.trim(), event_type: type.trim(), input: json.value },
      {
        onSuccess() {
          notice('Event sent')
          onClose()
        },
      },
    )
  }

  return (
    <FormDialog
      title="Send event"
      action="Send event"
      failed="The event was not sent"
      problem={publish.error}
      isPending={publish.isPending}
      isLarge
      faults={faults}
      onSubmit={submit}
      onClose={onClose}
    >
      {(shown) => (
        <>
          <TextField label="Source" value={source} fault={shown.source} onChange={setSource} />
          <TextField
            label="Type"
            hint="For example ticket.StatusChanged"
            value={type}
            fault={shown.type}
            onChange={setType}
          />
          <TextField
            label="Input"
            hint="JSON that the flow finds at $.input"
            lines={12}
            isCode
            value={input}
            fault={shown.input}
            onChange={setInput}
          />
        </>
      )}
    </FormDialog>
  )
}

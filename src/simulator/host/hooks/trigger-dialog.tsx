import { useState } from 'react'
import { ChoiceField } from '../ui/choice-field'
import { FormDialog } from '../ui/form-dialog'
import { useNotice } from '../ui/notice'
import { TextField } from '../ui/text-field'
import { ConditionEditor } from './condition-editor'
import { faultOfCondition, freshCondition } from './condition-words'
import { useCreateTrigger, useUpdateTrigger, type Trigger, type Webhook } from './use-hooks'

/** A body to begin with; what it is for a flow depends on the flow. */
const sampleBody = `{
  "ticket_id": "{{ticket.id}}",
  "subject": "{{ticket.title}}",
  "status": "{{ticket.status}}",
  "requester": "{{ticket.requester.email}}"
}`

interface TriggerDialogProps {
  /** Undefined for a new one. */
  trigger?: Trigger
  webhooks: Webhook[]
  /** The webhook that a new trigger notifies, unless another one is chosen. */
  webhookId?: string
  onClose(): void
}

/** Asks when a trigger fires, which webhook it notifies, and with what. */
export function TriggerDialog({ trigger, webhooks, webhookId, onClose }: TriggerDialogProps) {
  const [before, template = sampleBody] = trigger?.actions[0]?.value ?? []
  const [target, setTarget] = useState(before ?? webhookId ?? webhooks[0]?.id ?? '')
  const [title, setTitle] = useState(trigger?.title)
  const [all, setAll] = useState(trigger?.conditions.all ?? [freshCondition('update_type')])
  const [any, setAny] = useState(trigger?.conditions.any ?? [])
  const [body, setBody] = useState(template)
  const save = useSaveTrigger(trigger)
  const notice = useNotice()

  const webhook = webhooks.find(({ id }) => id === target)
  const name = title ?? (webhook ? `Notify ${webhook.name}` : '')
  const faults = {
    title: name.trim() === '' ? 'Enter a title' : undefined,
    webhook: webhook ? undefined : 'Select a webhook',
    body: body.trim() === '' ? 'Enter what the webhook is to send' : undefined,
    condition: [...all, ...any].map(faultOfCondition).find(Boolean),
  }

  const submit = () =>
    save.mutate(
      {
        title: name.trim(),
        conditions: { all, any },
        // The first action is the one that is shown; others of a trigger made by a program stay.
        actions: [
          { field: 'notification_webhook', value: [target, body] },
          ...(trigger?.actions.slice(1) ?? []),
        ],
      },
      {
        onSuccess() {
          notice(`${name.trim()} ${trigger ? 'updated' : 'created'}`)
          onClose()
        },
      },
    )

  return (
    <FormDialog
      title={trigger ? 'Edit trigger' : 'Create trigger'}
      action={trigger ? 'Save' : 'Create trigger'}
      failed={`The trigger was not ${trigger ? 'updated' : 'created'}`}
      problem={save.error}
      isPending={save.isPending}
      isLarge
      faults={faults}
      onSubmit={submit}
      onClose={onClose}
    >
      {(shown) => (
        <>
          <TextField label="Title" value={name} fault={shown.title} onChange={setTitle} />
          <ConditionEditor
            legend="Meet all of these conditions"
            conditions={all}
            isTried={shown.condition !== undefined}
            onChange={setAll}
          />
          <ConditionEditor
            legend="Meet any of these conditions"
            conditions={any}
            isTried={shown.condition !== undefined}
            onChange={setAny}
          />
          <ChoiceField
            label="Notify webhook"
            options={webhooks.map(({ id, name: text }) => ({ value: id, text }))}
            value={target}
            fault={shown.webhook}
            onChange={setTarget}
          />
          <TextField
            label="Body"
            hint="Placeholders such as {{ticket.id}} are replaced with values of the ticket"
            lines={7}
            isCode
            value={body}
            fault={shown.body}
            onChange={setBody}
          />
        </>
      )}
    </FormDialog>
  )
}

/** Both ways of keeping a trigger are there; one of them is used. */
function useSaveTrigger(trigger: Trigger | undefined) {
  const create = useCreateTrigger()
  const update = useUpdateTrigger(trigger?.id ?? 0)
  return trigger ? update : create
}

import { useState } from 'react'
import { useRouter } from '../router'
import { ChoiceField } from '../ui/choice-field'
import { FormDialog } from '../ui/form-dialog'
import { useNotice } from '../ui/notice'
import { SearchBox } from '../ui/search-box'
import { TextField } from '../ui/text-field'
import { AddressFields } from './address-fields'
import { subscribable, subscriptionText, triggersText } from './hook-words'
import {
  targetKey,
  useCreateWebhook,
  useInboundTargets,
  useUpdateWebhook,
  type InboundTarget,
  type Webhook,
} from './use-hooks'
import {
  asSent,
  draftOf,
  faultsOf,
  nameOf,
  otherTarget,
  targetOf,
  type SetDraft,
  type WebhookDraft,
} from './webhook-draft'

/** Asks where a new webhook posts to and what it sends. An inbound webhook can be chosen without its credentials. */
export function NewWebhook({ onClose }: { onClose(): void }) {
  const { data, error } = useInboundTargets()
  // Drawn once it is known what can be chosen, so that the first of it is chosen; without, any address can be.
  const targets = data ?? (error ? [] : undefined)
  return targets && <NewWebhookForm targets={targets} onClose={onClose} />
}

function NewWebhookForm({ targets, onClose }: { targets: InboundTarget[]; onClose(): void }) {
  const [draft, setDraft] = useState(() => draftOf(undefined, targets[0] && targetKey(targets[0])))
  const create = useCreateWebhook()
  const { go } = useRouter()
  const notice = useNotice()
  const target = targetOf(draft, targets)
  const submit = () =>
    create.mutate(
      { webhook: { ...asSent(draft, target), status: 'active' }, ...(target && { target }) },
      {
        onSuccess({ id, name }) {
          notice(`${name} created`)
          go(`/simulator/webhooks/${id}`)
        },
      },
    )
  return (
    <WebhookForm
      {...{ draft, targets, onSubmit: submit, onClose }}
      title="Create webhook"
      action="Create webhook"
      failed="The webhook was not created"
      save={create}
      set={(name, value) => setDraft((before) => ({ ...before, [name]: value }))}
    />
  )
}

/** Changes a webhook; its credentials are shown nowhere, and kept unless others are entered. */
export function EditWebhook({ webhook, onClose }: { webhook: Webhook; onClose(): void }) {
  const [draft, setDraft] = useState(() => draftOf(webhook))
  const update = useUpdateWebhook(webhook.id)
  const notice = useNotice()
  const submit = () =>
    update.mutate(asSent(draft, undefined), {
      onSuccess() {
        notice(`${nameOf(draft, undefined)} updated`)
        onClose()
      },
    })
  return (
    <WebhookForm
      {...{ draft, webhook, onSubmit: submit, onClose }}
      title="Edit webhook"
      action="Save"
      failed="The webhook was not updated"
      save={update}
      set={(name, value) => setDraft((before) => ({ ...before, [name]: value }))}
    />
  )
}

interface WebhookFormProps {
  title: string
  action: string
  failed: string
  draft: WebhookDraft
  /** What an inbound webhook can be made for; none where a webhook is edited. */
  targets?: InboundTarget[]
  webhook?: Webhook
  save: { error: Error | null; isPending: boolean }
  set: SetDraft
  onSubmit(): void
  onClose(): void
}

function WebhookForm({ draft, targets = [], webhook, save, set, ...dialog }: WebhookFormProps) {
  const target = targetOf(draft, targets)
  const faults = faultsOf(draft, target)
  return (
    <FormDialog {...dialog} problem={save.error} isPending={save.isPending} isLarge faults={faults}>
      {(shown) => (
        <>
          {targets.length > 0 && (
            <ChoiceField
              label="Posts to"
              hint={
                target &&
                'An inbound webhook of its own is made for it, with the same source and type, and its credentials are entered for you.'
              }
              options={[
                ...targets.map((one) => ({
                  value: targetKey(one),
                  text: `Inbound webhook of ${one.integration}: ${one.source}, ${one.type}`,
                })),
                { value: otherTarget, text: 'Another address' },
              ]}
              value={draft.target}
              onChange={(value) => set('target', value)}
            />
          )}
          <TextField
            label="Name"
            value={nameOf(draft, target)}
            fault={shown.name}
            onChange={(text) => set('name', text)}
          />
          {!target && <AddressFields {...{ draft, set, webhook, faults: shown }} />}
          <ChoiceField
            label="Sends"
            options={[
              { value: 'triggers', text: triggersText },
              { value: 'events', text: 'Account events' },
            ]}
            value={draft.sends}
            onChange={(value) => set('sends', value)}
          />
          {draft.sends === 'events' && (
            <EventBox
              chosen={draft.events}
              fault={shown.events}
              onChange={(events) => set('events', events)}
            />
          )}
        </>
      )}
    </FormDialog>
  )
}

interface EventBoxProps {
  chosen: string[]
  fault: string | undefined
  onChange(events: string[]): void
}

/** The events that a webhook is to send, found by typing. */
function EventBox({ chosen, fault, onChange }: EventBoxProps) {
  const [text, setText] = useState('')
  const wanted = text.trim().toLowerCase()
  return (
    <SearchBox
      label="Events"
      isMany
      fault={fault}
      found={subscribable.filter((one) => one.text.includes(wanted))}
      chosen={chosen.map((value) => ({ value, text: subscriptionText(value) }))}
      onSearch={setText}
      onChange={onChange}
    />
  )
}

import { Field, Select } from '@zendeskgarden/react-forms'
import { LG } from '@zendeskgarden/react-typography'
import type { FormEvent, ReactNode } from 'react'
import styled from 'styled-components'
import { CustomFields } from '../people/custom-fields'
import { asWords, fromWords, TextField } from '../people/text-field'
import { useDraft } from '../people/use-draft'
import { UserSelect } from '../people/user-select'
import { useUsers } from '../queries'
import { Box, Stack, Subtle } from '../ui/blocks'
import { Failed } from '../ui/faces'
import { useNotice } from '../ui/notice'
import { SubmitButton } from '../ui/submit-button'
import {
  priorities,
  statusesFor,
  types,
  type Priority,
  type Status,
  type Ticket,
  type TicketType,
} from './ticket-words'
import { useTicketStructure, useUpdateTicket, type TicketChange } from './use-tickets'

const savedOf = ({ tags, ...ticket }: Ticket) => ({
  subject: ticket.subject,
  status: ticket.status,
  priority: ticket.priority,
  type: ticket.type,
  requester_id: ticket.requester_id,
  assignee_id: ticket.assignee_id,
  group_id: ticket.group_id,
  brand_id: ticket.brand_id,
  ticket_form_id: ticket.ticket_form_id,
  tags: asWords(tags),
})
type Saved = ReturnType<typeof savedOf>

type FieldInput = NonNullable<TicketChange['custom_fields']>[number]

/** What can be changed of a ticket, saved together as in Zendesk; what was not saved stays when the ticket changes. */
export function TicketForm({ ticket }: { ticket: Ticket }) {
  const { values, changes, hasChanges, set, clear } = useDraft<Saved>(savedOf(ticket))
  const custom = useDraft<Record<string, unknown>>(
    Object.fromEntries(ticket.custom_fields.map(({ id, value }) => [String(id), value])),
  )
  const update = useUpdateTicket(String(ticket.id))
  const structure = useTicketStructure()
  const users = (useUsers().data?.users ?? []).filter(({ active }) => active)
  const notice = useNotice()
  const isClosed = ticket.status === 'closed'

  const { groups = [], brands = [], forms = [], fields = [] } = structure.data ?? {}
  const form = forms.find(({ id }) => id === values.ticket_form_id)
  const shown = fields
    .filter(({ id, removable }) => removable && (form?.ticket_field_ids.includes(id) ?? true))
    .map((field) => ({ ...field, key: String(field.id) }))

  function submit(event: FormEvent) {
    event.preventDefault()
    if (!hasChanges && !custom.hasChanges) return
    const { tags, requester_id, ticket_form_id, ...rest } = changes
    update.mutate(
      {
        ...rest,
        ...(tags !== undefined && { tags: fromWords(tags) }),
        ...(requester_id && { requester_id }),
        ...(ticket_form_id && { ticket_form_id }),
        ...(custom.hasChanges && {
          custom_fields: Object.entries(custom.changes).map(
            ([id, value]) => ({ id: Number(id), value }) as FieldInput,
          ),
        }),
      },
      {
        onSuccess() {
          clear()
          custom.clear()
          notice(`Ticket #${ticket.id} updated`)
        },
      },
    )
  }

  return (
    <Box aria-labelledby="properties">
      <form onSubmit={submit} noValidate>
        <Parts disabled={isClosed}>
          <LG tag="h2" isBold id="properties">
            Properties
          </LG>
          {isClosed && <Subtle>A closed ticket cannot be changed.</Subtle>}
          {update.error && <Failed what="The ticket was not updated" problem={update.error} />}
          {structure.error && (
            <Failed
              what="Couldn't load groups, brands and fields"
              problem={structure.error}
              retry={() => void structure.refetch()}
            />
          )}
          <TextField label="Subject" value={values.subject} onChange={(text) => set('subject', text)} />
          <UserSelect
            label="Requester"
            users={users}
            value={values.requester_id}
            onChange={(id) => id !== null && set('requester_id', id)}
          />
          <UserSelect
            label="Assignee"
            users={users.filter(({ role }) => role !== 'end-user')}
            value={values.assignee_id}
            canBeNobody
            onChange={(id) => set('assignee_id', id)}
          />
          <Choice
            label="Group"
            value={values.group_id}
            onChange={(text) => set('group_id', text === '' ? null : Number(text))}
          >
            <option value="">None</option>
            {groups.map(option)}
          </Choice>
          <Choice label="Brand" value={values.brand_id} onChange={(text) => set('brand_id', Number(text))}>
            {brands.map(option)}
          </Choice>
          <Choice
            label="Form"
            value={values.ticket_form_id}
            onChange={(text) => set('ticket_form_id', Number(text))}
          >
            {forms.map(option)}
          </Choice>
          <Choice label="Status" value={values.status} onChange={(text) => set('status', text as Status)}>
            {statusesFor(ticket.status).map(word)}
          </Choice>
          <Choice
            label="Type"
            value={values.type}
            onChange={(text) => set('type', text === '' ? null : (text as TicketType))}
          >
            <option value="">None</option>
            {types.map(word)}
          </Choice>
          <Choice
            label="Priority"
            value={values.priority}
            onChange={(text) => set('priority', text === '' ? null : (text as Priority))}
          >
            <option value="">None</option>
            {priorities.map(word)}
          </Choice>
          <TextField
            label="Tags"
            hint="With spaces between them"
            value={values.tags}
            onChange={(text) => set('tags', text)}
          />
          <CustomFields fields={shown} values={custom.values} onChange={custom.set} />
          {!isClosed && (
            <div>
              <SubmitButton isPending={update.isPending}>Save</SubmitButton>
            </div>
          )}
        </Parts>
      </form>
    </Box>
  )
}

/** All parts at once can be out of reach. */
const Parts = styled(Stack).attrs<{ disabled: boolean }>({ as: 'fieldset' })`
  margin: 0;
  border: 0;
  padding: 0;
`

interface ChoiceProps {
  label: string
  value: string | number | null
  children: ReactNode
  onChange(text: string): void
}

const Choice = ({ label, value, children, onChange }: ChoiceProps) => (
  <Field>
    <Field.Label>{label}</Field.Label>
    <Select value={value ?? ''} onChange={(event) => onChange(event.target.value)}>
      {children}
    </Select>
  </Field>
)

const option = ({ id, name }: { id: number; name: string }) => (
  <option key={id} value={id}>
    {name}
  </option>
)
const word = ({ value, text }: { value: string; text: string }) => (
  <option key={value} value={value}>
    {text}
  </option>
)

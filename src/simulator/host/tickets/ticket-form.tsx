import { CustomFields } from '../people/custom-fields'
import { PropertiesForm } from '../people/properties-form'
import { useDraft } from '../people/use-draft'
import { staff, UserBox } from '../people/user-box'
import { Subtle } from '../ui/blocks'
import { byName, ChoiceField, none } from '../ui/choice-field'
import { Failed } from '../ui/faces'
import { useNotice } from '../ui/notice'
import { asWords, fromWords, TextField } from '../ui/text-field'
import { priorities, statusesFor, types, type Ticket } from './ticket-words'
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
  const notice = useNotice()
  const isClosed = ticket.status === 'closed'

  const { groups = [], brands = [], forms = [], fields = [] } = structure.data ?? {}
  const form = forms.find(({ id }) => id === values.ticket_form_id)
  const shown = fields
    .filter(({ id, removable }) => removable && (form?.ticket_field_ids.includes(id) ?? true))
    .map((field) => ({ ...field, key: String(field.id) }))

  function save() {
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
    <PropertiesForm
      failed="The ticket was not updated"
      problem={update.error}
      isPending={update.isPending}
      isDisabled={isClosed}
      faults={{}}
      onSave={save}
    >
      {() => (
        <>
          {isClosed && <Subtle>A closed ticket cannot be changed.</Subtle>}
          {structure.error && (
            <Failed
              what="Couldn't load groups, brands and fields"
              problem={structure.error}
              retry={() => void structure.refetch()}
            />
          )}
          <TextField label="Subject" value={values.subject} onChange={(text) => set('subject', text)} />
          <UserBox
            label="Requester"
            value={values.requester_id}
            isDisabled={isClosed}
            onChange={(id) => id !== null && set('requester_id', id)}
          />
          <UserBox
            label="Assignee"
            value={values.assignee_id}
            roles={staff}
            isDisabled={isClosed}
            onChange={(id) => set('assignee_id', id)}
          />
          <ChoiceField
            label="Group"
            options={[none, ...byName(groups)]}
            value={values.group_id}
            onChange={(id) => set('group_id', id)}
          />
          <ChoiceField
            label="Brand"
            options={byName(brands)}
            value={values.brand_id}
            onChange={(id) => set('brand_id', id)}
          />
          <ChoiceField
            label="Form"
            options={byName(forms)}
            value={values.ticket_form_id}
            onChange={(id) => set('ticket_form_id', id)}
          />
          <ChoiceField
            label="Status"
            options={statusesFor(ticket.status)}
            value={values.status}
            onChange={(status) => set('status', status)}
          />
          <ChoiceField
            label="Type"
            options={[none, ...types]}
            value={values.type}
            onChange={(type) => set('type', type)}
          />
          <ChoiceField
            label="Priority"
            options={[none, ...priorities]}
            value={values.priority}
            onChange={(priority) => set('priority', priority)}
          />
          <TextField
            label="Tags"
            hint="With spaces between them"
            value={values.tags}
            onChange={(text) => set('tags', text)}
          />
          <CustomFields fields={shown} values={custom.values} onChange={custom.set} />
        </>
      )}
    </PropertiesForm>
  )
}

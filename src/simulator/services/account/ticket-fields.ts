import { ZisProblem } from '../../../zis/wire/problems'
import { ticketFields as wire } from '../../../zis/wire/ticket-fields'
import { makeTicketField, makeTicketForm } from '../../account/structure'
import { keyOf, padded } from '../../store/keys'
import type { Tables } from '../../store/tables'
import { stamp, type World } from '../../world'
import { on, type RouteHandler } from '../service'
import { findRow, rowsOf } from './find-row'
import { supportList } from './support-list'

type Field = Tables['ticket_fields']
type Form = Tables['ticket_forms']

interface FieldChange {
  title?: string
  description?: string
  active?: boolean
  required?: boolean
  regexp_for_validation?: string | null
  tag?: string | null
  custom_field_options?: Array<{ name: string; value: string }>
}

const byPosition = ({ position, id }: Field) => keyOf(position, id)

/** The fields of tickets and their forms. */
export function ticketFieldRoutes(world: World): RouteHandler[] {
  const { store, changes } = world
  const fields = store.table('ticket_fields')
  const forms = store.table('ticket_forms')

  async function keepField(field: Field) {
    fields.put(keyOf(field.id), field)
    changes.tell('tickets')
    await store.durable()
    return { ticket_field: field }
  }

  async function keepForm(form: Form) {
    forms.put(keyOf(form.id), form)
    changes.tell('tickets')
    await store.durable()
    return { ticket_form: form }
  }

  /** Options keep their ids by their values: one that is left out is gone, one that is new is numbered. */
  function optionsOf(
    wanted: Array<{ name: string; value: string }>,
    before: Field['custom_field_options'] = [],
  ) {
    const values = wanted.map(({ value }) => value)
    const twice = values.find((value, at) => values.indexOf(value) !== at)
    if (twice !== undefined) {
      throw new ZisProblem('RecordInvalid', {}, { custom_field_options: `Tag: ${twice} is used twice` })
    }
    return wanted.map(({ name, value }) => ({
      id: before.find((one) => one.value === value)?.id ?? store.nextNumber('field_options', 362_001),
      name,
      raw_name: name,
      value,
      default: false,
    }))
  }

  function changed(before: Field, input: FieldChange): Field {
    const title = input.title ?? before.title
    const description = input.description ?? before.description
    const pattern = input.regexp_for_validation
    if (typeof pattern === 'string') refuseBadPattern(pattern)
    return {
      ...before,
      ...{ title, raw_title: title, title_in_portal: title, raw_title_in_portal: title },
      ...{ description, raw_description: description },
      active: input.active ?? before.active,
      required: input.required ?? before.required,
      ...(pattern !== undefined && { regexp_for_validation: pattern }),
      ...(input.tag !== undefined && { tag: input.tag }),
      ...(input.custom_field_options &&
        before.custom_field_options && {
          custom_field_options: optionsOf(input.custom_field_options, before.custom_field_options),
        }),
      updated_at: stamp(world),
    }
  }

  function refuseUnknownFields(ids: number[]): void {
    const unknown = ids.find((id) => !fields.has(keyOf(id)))
    if (unknown !== undefined) {
      throw new ZisProblem('RecordInvalid', {}, { ticket_field_ids: `Ticket field ${unknown} is not found` })
    }
  }

  return [
    on(wire.listTicketFields, ({ query }) => {
      const list = { rows: rowsOf(fields), path: '/api/v2/ticket_fields', keyOf: byPosition }
      const { page, rest } = supportList(list, query)
      return { ticket_fields: page, ...rest }
    }),
    on(wire.showTicketField, ({ params: { id } }) => ({ ticket_field: findRow(fields, id) })),
    on(wire.createTicketField, ({ body: { ticket_field: input } }) => {
      const id = store.nextNumber('ticket_fields', 360_101)
      const { type, title } = input
      const made = makeTicketField({ id, type, title, position: fields.count() + 1, now: stamp(world) })
      return keepField(changed(made, input))
    }),
    on(wire.updateTicketField, ({ params: { id }, body: { ticket_field: input } }) =>
      keepField(changed(findRow(fields, id), input)),
    ),

    on(wire.listTicketForms, ({ query }) => {
      const list = { rows: rowsOf(forms), path: '/api/v2/ticket_forms', keyOf: ({ id }: Form) => padded(id) }
      const { page, rest } = supportList(list, query)
      return { ticket_forms: page, ...rest }
    }),
    on(wire.showTicketForm, ({ params: { id } }) => ({ ticket_form: findRow(forms, id) })),
    on(wire.createTicketForm, ({ body: { ticket_form: input } }) => {
      const { name, ticket_field_ids: ids = [], active = true, end_user_visible = true } = input
      refuseUnknownFields(ids)
      const form = makeTicketForm(store.nextNumber('ticket_forms', 6101), name, ids, stamp(world))
      return keepForm({ ...form, active, end_user_visible })
    }),
    on(wire.updateTicketForm, ({ params: { id }, body: { ticket_form: input } }) => {
      const before = findRow(forms, id)
      const { name = before.name, active = before.active } = input
      const { end_user_visible = before.end_user_visible, ticket_field_ids = before.ticket_field_ids } = input
      refuseUnknownFields(ticket_field_ids)
      return keepForm({
        ...before,
        ...{ name, raw_name: name, display_name: name, raw_display_name: name },
        ...{ active, end_user_visible, ticket_field_ids, updated_at: stamp(world) },
      })
    }),
  ]
}

/** @throws {ZisProblem} RecordInvalid for what is no regular expression */
function refuseBadPattern(pattern: string): void {
  try {
    new RegExp(pattern)
  } catch (cause) {
    throw new ZisProblem(
      'RecordInvalid',
      {},
      { regexp_for_validation: 'Regexp for validation: is not a regular expression' },
      { cause },
    )
  }
}

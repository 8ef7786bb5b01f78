import { keyOf } from '../store/keys'
import type { World } from '../world'
import { localAccount } from './api-url'
import { makeBrand, makeGroup, makeTicketField, makeTicketForm, type FieldInput } from './structure'

const options = (first: number, values: Record<string, string>) =>
  Object.entries(values).map(([value, name], at) => ({ id: first + at, name, value }))
const systemOptions = (values: Record<string, string>) =>
  Object.entries(values).map(([value, name]) => ({ name, value }))

type SeedField = Omit<FieldInput, 'position' | 'now'>

const fields: SeedField[] = [
  { id: 360_001, type: 'subject', title: 'Subject', required: true },
  { id: 360_002, type: 'description', title: 'Description', required: true },
  {
    id: 360_003,
    type: 'status',
    title: 'Status',
    systemOptions: systemOptions({
      new: 'New',
      open: 'Open',
      pending: 'Pending',
      hold: 'On-hold',
      solved: 'Solved',
    }),
  },
  {
    id: 360_004,
    type: 'tickettype',
    title: 'Type',
    systemOptions: systemOptions({
      question: 'Question',
      incident: 'Incident',
      problem: 'Problem',
      task: 'Task',
    }),
  },
  {
    id: 360_005,
    type: 'priority',
    title: 'Priority',
    systemOptions: systemOptions({ low: 'Low', normal: 'Normal', high: 'High', urgent: 'Urgent' }),
  },
  { id: 360_006, type: 'group', title: 'Group', required: true },
  { id: 360_007, type: 'assignee', title: 'Assignee' },
  {
    id: 360_011,
    type: 'tagger',
    title: 'Product',
    options: options(361_001, {
      product_parcel: 'Parcel',
      product_letter: 'Letter',
      product_pallet: 'Pallet',
    }),
  },
  { id: 360_012, type: 'text', title: 'Order number' },
  { id: 360_013, type: 'checkbox', title: 'Delivered', tag: 'delivered' },
  { id: 360_014, type: 'date', title: 'Delivery date' },
  { id: 360_015, type: 'integer', title: 'Parcels' },
  {
    id: 360_016,
    type: 'multiselect',
    title: 'Damage',
    options: options(361_011, { damage_wet: 'Wet', damage_torn: 'Torn', damage_missing: 'Parts missing' }),
  },
  { id: 360_017, type: 'decimal', title: 'Weight in kg' },
]

/** Groups, brands, fields and a form: the same at every first start. */
export function seedStructure({ store }: World, now: string): void {
  const groups = ['Support', 'Delivery', 'Billing']
  groups.forEach((name, at) =>
    store.table('groups').put(keyOf(8001 + at), makeGroup(8001 + at, name, now, at === 0)),
  )
  const { subdomain, name } = localAccount
  store.table('brands').put(keyOf(7001), makeBrand(7001, name, subdomain, now, true))
  store.table('brands').put(keyOf(7002), makeBrand(7002, `${name} Express`, `${subdomain}-express`, now))
  fields.forEach((field, at) =>
    store.table('ticket_fields').put(keyOf(field.id), makeTicketField({ ...field, position: at + 1, now })),
  )
  const all = fields.map(({ id }) => id)
  store.table('ticket_forms').put(keyOf(6001), makeTicketForm(6001, 'Default', all, now, true))
  store.table('ticket_forms').put(
    keyOf(6002),
    makeTicketForm(
      6002,
      'Damaged parcel',
      all.filter((id) => id !== 360_015),
      now,
    ),
  )
}

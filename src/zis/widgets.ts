/**
 * Hints for the form, written into the schema of the settings as the keyword `x-widget` beside `type`, so
 * that they go where a `$ref` or a condition takes the schema. A validator leaves unknown keywords alone
 * (JSON Schema 2020-12, core 6.5).
 *
 * - `multiline` text of several lines
 * - `mapping`   a list of objects as a table: one row each, a column for every property
 * - `json`      a JSON editor where a form would be of no use
 * - the others  a value, or a list of values, that is picked from what the account has
 *
 * `x-options: [{ "value", "title" }]` in a schema is a list of the definition's own to pick from. Other
 * than `enum` it is an offer: what is not in it can be typed in. With a `type` an option says what the
 * values are that it stands for, so that a mapping can warn of a field that does not accept them.
 */
export const widgets = [
  'multiline',
  'mapping',
  'json',
  'ticket_field',
  'ticket_status',
  'group',
  'brand',
  'user',
  'tag',
] as const
export type Widget = (typeof widgets)[number]

/** The widgets that are filled from the account. */
export const accountWidgets = ['ticket_field', 'ticket_status', 'group', 'brand', 'user', 'tag'] as const
export type AccountWidget = (typeof accountWidgets)[number]

/** What the values of a mapped field are. */
export const valueTypes = ['text', 'number', 'date', 'boolean', 'choice'] as const
export type ValueType = (typeof valueTypes)[number]

/** A value as one of them; undefined for anything else. */
export const valueTypeOf = (value: unknown): ValueType | undefined =>
  valueTypes.find((known) => known === value)

import Value from 'typebox/value'
import { eventSample } from '../../src/zis/event-samples'
import { eventSchema } from '../../src/zis/event-schema'
import { nativeEvent, nativeEvents, type NativeEvent } from '../../src/zis/events'
import type { JsonObject } from '../../src/zis/json'

const named = nativeEvents.map((event) => [`${event.event_source} ${event.event_type}`, event] as const)
const faults = (event: NativeEvent, input: unknown) => [...Value.Errors(eventSchema(event), input)]
const inside = (event: NativeEvent) => Object.entries(eventSample(event)[event.wrapper] as JsonObject)

it.each(named)('%s has a sample that fits its schema', (_, event) => {
  expect(faults(event, eventSample(event))).toEqual([])
})

it.each(named)('%s fits no longer with a member less, or one more', (_, event) => {
  const members = inside(event)
  for (const [left] of members) {
    const rest = Object.fromEntries(members.filter(([name]) => name !== left))
    expect({ left, isRefused: faults(event, { [event.wrapper]: rest }).length > 0 }).toEqual({
      left,
      isRefused: true,
    })
  }
  const more = { ...Object.fromEntries(members), subject: 'of a webhook' }
  expect(faults(event, { [event.wrapper]: more })).not.toEqual([])
  expect(faults(event, { ...eventSample(event), other: {} })).not.toEqual([])
})

it('tells the types of a domain apart by their display names', () => {
  const created = nativeEvent('support', 'ticket.TicketCreated')!
  const spam = nativeEvent('support', 'ticket.MarkedAsSpam')!
  expect(faults(spam, eventSample(created))).not.toEqual([])
})

it.each([
  ['checkbox', false, true],
  ['date', null, '2026-03-04'],
  ['multi-select', [], ['a']],
  ['tagger', null, 'a'],
  ['integer', 1, 2],
  ['lookup', null, 9001],
])('takes the value of a custom field of type %s, and no other', (field_type, previous, current) => {
  const event = nativeEvent('support', 'ticket.CustomFieldChanged')!
  const custom_field = { id: 360001, title: 'Field', field_type }
  const input = (now: unknown) => ({
    ticket_event: { ...Object.fromEntries(inside(event)), custom_field, previous, current: now },
  })
  expect(faults(event, input(current))).toEqual([])
  expect(faults(event, input({ value: current }))).not.toEqual([])
})

it('knows no type that Zendesk does not raise', () => {
  const made = { ...nativeEvents[0]!, event_type: 'ticket.Painted' }
  expect(() => eventSchema(made)).toThrow('No schema for the event support ticket.Painted.')
})

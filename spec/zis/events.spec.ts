import { isNativeSource, nativeEvent, nativeEvents } from '../../src/zis/events'

it('knows every native event once', () => {
  expect(nativeEvents).toHaveLength(64)
  expect(
    new Set(nativeEvents.map(({ event_source, event_type }) => `${event_source} ${event_type}`)).size,
  ).toBe(64)
})

it('knows that the name inside an event differs from its type', () => {
  expect(nativeEvent('support', 'ticket.CommentAdded')).toEqual({
    event_source: 'support',
    event_type: 'ticket.CommentAdded',
    display: 'Comment Created',
    wrapper: 'ticket_event',
  })
})

it('keeps custom object records and legacy objects apart', () => {
  expect(nativeEvent('support', 'customobject.CustomObjectRecordCreated')?.wrapper).toBe(
    'custom_object_event',
  )
  expect(nativeEvent('sunshine', 'customobject.CustomObjectChanged')?.wrapper).toBe('custom_object_event')
  expect(nativeEvent('support', 'customobject.CustomObjectChanged')).toBeUndefined()
})

it('takes any other source for an inbound webhook’s', () => {
  expect(['support', 'sunshine', 'tsanet'].map(isNativeSource)).toEqual([true, true, false])
})

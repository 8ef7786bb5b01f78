import Type, { type TSchema } from 'typebox'
import type { NativeEvent } from '../events'
import { activityEvent } from './activity'
import { customObjectRecordEvent, legacyObjectEvent } from './custom-object'
import { organizationEvent } from './organization'
import { shape, type EventDomain } from './parts'
import { ticketEvent } from './ticket'
import { userEvent } from './user'

/** By source and wrapper (zis-events 1). */
const domains: Record<string, EventDomain> = {
  'support ticket_event': ticketEvent,
  'support user_event': userEvent,
  'support organization_event': organizationEvent,
  'support custom_object_event': customObjectRecordEvent,
  'sunshine custom_object_event': legacyObjectEvent,
  'sunshine activity_event': activityEvent,
}

/**
 * The shape of `$.input` of a native event: exactly one wrapper, in it `meta`, the display name, what the type
 * itself says, and the object it is about; nothing else (zis-events 1 to 6).
 *
 * @throws {Error} for a type that its domain does not have
 */
export function eventSchema({ event_source, event_type, display, wrapper }: NativeEvent): TSchema {
  const domain = domains[`${event_source} ${wrapper}`]
  const members = domain?.members[event_type]
  if (!domain || !members) throw new Error(`No schema for the event ${event_source} ${event_type}.`)
  const { name, shape: subject } = domain.subject
  const common = {
    meta: domain.meta,
    type: Type.Literal(display),
    ...(!domain.withoutSubject?.includes(event_type) && { [name]: subject }),
  }
  const variants = [members].flat().map((own) => shape({ [wrapper]: shape({ ...common, ...own }) }))
  return variants.length === 1 ? variants[0]! : Type.Union(variants)
}

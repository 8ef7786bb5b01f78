import { nativeEvent } from '../../zis/events'
import type { JsonObject } from '../../zis/json'
import type { NewEvent } from '../events/bus'
import { stamp, type World } from '../world'
import { membersInForm, subjectInForm } from './event-forms'

/** One thing that changed, before it is wrapped as Zendesk wraps it. */
export interface NativeChange {
  event_source?: 'support' | 'sunshine'
  event_type: string
  /** What the event says beside `meta`, `type` and its subject. */
  members: JsonObject
}

interface About {
  /** What raised the events, in words. */
  origin: string
  /** The object that changed, under its name: `{ ticket: … }`. */
  subject: JsonObject
  /** `2.0` for records of custom objects (zis-events 1). */
  version?: string
  /** Tickets, users and organizations number the events of one save; other events have no sequence. */
  hasSequence?: boolean
}

/**
 * The events of one save of one object, wrapped as Zendesk wraps them: they share a `sequence.id`, and
 * `position` is their number (zis-events 1).
 *
 * @throws {Error} for an event type that Zendesk does not have
 */
export function nativeEventsOf(
  world: World,
  changes: NativeChange[],
  { origin, subject, version = '1.0', hasSequence = true }: About,
): NewEvent[] {
  const id = world.ids.uuid().replaceAll('-', '').toUpperCase()
  const occurredAt = stamp(world)
  return changes.map(({ event_source = 'support', event_type, members }, at) => {
    const known = nativeEvent(event_source, event_type)
    if (!known) throw new Error(`Zendesk raises no event ${event_source} ${event_type}.`)
    return {
      event_source,
      event_type,
      origin,
      input: {
        [known.wrapper]: {
          meta: {
            version,
            occurred_at: occurredAt,
            ref: `${at + 1}-${world.store.nextNumber('event_refs', 900)}`,
            ...(hasSequence && { sequence: { id, position: at + 1, total: changes.length } }),
          },
          // Not equal to the event type: CommentAdded is "Comment Created" (zis-events 2.2).
          type: known.display,
          ...membersInForm(world.assume, event_type, members),
          ...subjectInForm(world.assume, event_type, subject),
        },
      },
    }
  })
}

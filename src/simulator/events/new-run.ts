import { parseName } from '../../zis/names'
import type { EventRow, RunRow, Tables } from '../store/tables'
import { fineStamp, type World } from '../world'

/**
 * The run of a job spec's flow for an event, before its first attempt.
 * @param origin what started it, in words
 */
export function newRun(world: World, event: EventRow, spec: Tables['job_specs'], origin: string): RunRow {
  return {
    id: String(world.store.nextNumber('runs')),
    event_id: event.id,
    integration: spec.integration,
    job_spec: spec.name,
    flow: parseName(spec.flow_name)?.name ?? spec.flow_name,
    event_source: event.event_source,
    event_type: event.event_type,
    origin,
    status: 'queued',
    attempts: 0,
    queued_at: fineStamp(world),
    started_at: null,
    ended_at: null,
    due_at: null,
    result: null,
    transitions: 0,
    duration_ms: null,
    ticket_id: ticketIdOf(event),
  }
}

function ticketIdOf({ input }: EventRow): number | null {
  const event = (input as { ticket_event?: { ticket?: { id?: unknown } } } | null)?.ticket_event
  return typeof event?.ticket?.id === 'number' ? event.ticket.id : null
}

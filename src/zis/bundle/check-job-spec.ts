import { isNativeSource, nativeEvent, nativeEvents } from '../events'
import { own, type JsonObject } from '../json'
import { formatName, parseName } from '../names'
import { nearest } from '../nearest'
import type { Surroundings } from './check'
import { at, checkWords, shown } from '../report'

const words = ['name', 'description', 'event_source', 'event_type', 'flow_name']

/** A job spec joins one event to one flow (zis-flows 3, 14.11). */
export function checkJobSpec(properties: JsonObject, pointer: string, around: Surroundings): void {
  const { report } = around
  checkWords(report, properties, pointer, words, (word) => nearest(word, words))
  for (const word of ['event_source', 'event_type', 'flow_name']) {
    const value = own(properties, word)
    if (typeof value === 'string' && value !== '') continue
    report.error(
      'job-spec.field-missing',
      value === undefined ? pointer : at(pointer, word),
      `${word} is missing or not a text`,
      `add ${shown(word)}`,
    )
  }
  const lengths = [['name', 50], ['flow_name', 100]] as const // prettier-ignore
  for (const [word, most] of lengths) {
    const value = own(properties, word)
    if (typeof value !== 'string' || value.length <= most) continue
    const message = `${word} is longer than ${most} characters`
    report.note(
      'job-spec.name-long',
      at(pointer, word),
      message,
      'choose a shorter one: some tools refuse it',
    )
  }
  const { event_source: source, event_type: type, flow_name: flow } = properties
  if (typeof source === 'string' && typeof type === 'string') checkEvent(source, type, pointer, around)
  if (typeof flow === 'string' && flow !== '') checkFlowName(flow, at(pointer, 'flow_name'), around)
}

/** ZIS takes any type; one that is never raised leaves the flow waiting for ever. */
function checkEvent(source: string, type: string, pointer: string, { report }: Surroundings): void {
  if (!isNativeSource(source) || nativeEvent(source, type)) return
  const elsewhere = nativeEvents.find(({ event_type }) => event_type === type)
  const ofSource = nativeEvents.filter(({ event_source }) => event_source === source)
  const near = nearestEvent(
    type,
    ofSource.map(({ event_type }) => event_type),
  )
  report.warning(
    'job-spec.event-unknown',
    at(pointer, 'event_type'),
    `Zendesk raises no event ${shown(type)} with the source "${source}": the flow will never start`,
    elsewhere
      ? `its source is "${elsewhere.event_source}"`
      : near
        ? `did you mean "${near}"?`
        : 'choose a type from the catalogue of trigger events',
  )
}

/** `ticket.Created` is no slip of the pen, and means `ticket.TicketCreated` all the same. */
function nearestEvent(type: string, known: string[]): string | undefined {
  const [thing, what] = type.split('.')
  const ends = (one: string) => what && one.startsWith(`${thing}.`) && one.endsWith(what)
  return nearest(type, known) ?? known.find(ends)
}

function checkFlowName(text: string, pointer: string, { report, integration, flows }: Surroundings): void {
  const name = parseName(text)
  const wayOut = `write ${formatName({ integration, kind: 'flow', name: name?.name ?? 'name_of_the_flow' })}`
  if (text.includes('{{')) {
    report.error(
      'name.template-variable',
      pointer,
      `${shown(text)} still holds a variable of a template`,
      wayOut,
    )
  } else if (name?.kind !== 'flow') {
    report.error('job-spec.flow-name', pointer, `${shown(text)} is not the full name of a flow`, wayOut)
  } else if (name.integration !== integration) {
    report.error(
      'job-spec.other-integration',
      pointer,
      `${shown(text)} is a flow of the integration "${name.integration}"; this is "${integration}"`,
      wayOut,
    )
  } else if (!flows.has(name.name)) {
    const near = report.isFull ? undefined : nearest(name.name, flows)
    report.warning(
      'job-spec.flow-unknown',
      pointer,
      `the integration has no flow "${name.name}": the job spec cannot be installed`,
      near ? `did you mean "${near}"?` : 'add the flow, or name another',
    )
  }
}

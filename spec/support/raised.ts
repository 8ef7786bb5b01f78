import Value from 'typebox/value'
import { eventSchema } from '../../src/zis/event-schema'
import { nativeEvent } from '../../src/zis/events'
import type { JsonObject } from '../../src/zis/json'
import type { TestZis } from './start-simulator'

export interface Raised {
  event_source: string
  event_type: string
  origin: string
  /** What is inside of the wrapper. */
  event: JsonObject
}

/** All events so far, oldest first, each of which must fit the schema of its type. */
export async function raised(zis: TestZis): Promise<Raised[]> {
  const { body } = await zis.control('GET /_sim/events?limit=500')
  return (body['events'] as JsonObject[]).reverse().map((row) => {
    const { event_source, event_type, origin, input } = row as unknown as Raised & { input: JsonObject }
    const known = nativeEvent(event_source, event_type)!
    expect({ event_type, faults: [...Value.Errors(eventSchema(known), input)] }).toEqual({
      event_type,
      faults: [],
    })
    return { event_source, event_type, origin, event: input[known.wrapper] as JsonObject }
  })
}

/** The types of all events so far, oldest first. */
export const raisedTypes = async (zis: TestZis): Promise<string[]> =>
  (await raised(zis)).map(({ event_type }) => event_type)

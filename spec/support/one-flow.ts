import type { JsonObject } from '../../src/zis/json'
import type { Callers } from './callers'

/** The states of a flow that calls one custom action, `call`, with all that came in. */
export const callingFlow = (integration: string): JsonObject => ({
  StartAt: 'Call',
  States: {
    Call: {
      Type: 'Action',
      ActionName: `zis:${integration}:action:call`,
      Parameters: { 'input.$': '$.input' },
      ResultPath: '$.answer',
      Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.problem', Next: 'Caught' }],
      Next: 'Done',
    },
    Caught: { Type: 'Succeed', Message: 'caught: {{$.problem.Cause}}' },
    Done: { Type: 'Succeed', Message: 'done' },
  },
})

/** Installs a bundle with one flow, started by `source` / `thing.happened`, and the custom action `call`. */
export async function installFlow(
  zis: Callers,
  integration: string,
  parts: { action?: JsonObject; flow?: JsonObject; source?: string } = {},
) {
  const { action, flow = callingFlow(integration), source = 'spec' } = parts
  const uploaded = await zis.admin(`POST /api/services/zis/registry/${integration}/bundles`, {
    zis_template_version: '2019-10-14',
    name: 'one_flow',
    resources: {
      ...(action && {
        call: { type: 'ZIS::Action::Http', properties: { name: 'call', definition: action } },
      }),
      on_thing: { type: 'ZIS::Flow', properties: { name: 'on_thing', definition: flow } },
      on_thing_job: {
        type: 'ZIS::JobSpec',
        properties: {
          name: 'on_thing_job',
          event_source: source,
          event_type: 'thing.happened',
          flow_name: `zis:${integration}:flow:on_thing`,
        },
      },
    },
  })
  if (uploaded.status !== 200) throw new Error(`the bundle was refused: ${uploaded.text}`)
  await zis.admin(
    `POST /api/services/zis/registry/job_specs/install?job_spec_name=zis:${integration}:job_spec:on_thing_job`,
  )
}

/** Raises the event that {@link installFlow} listens to. */
export const raise = (zis: Callers, input: unknown = {}) =>
  zis.control('POST /_sim/events', { event_source: 'spec', event_type: 'thing.happened', input })

/** What replaying a run from its history finds different; null when nothing is. */
export const replayed = async (zis: Callers, run = 1) =>
  (await zis.control(`GET /_sim/runs/${run}/replay`)).body['difference']

/** The results of all runs in words, oldest first. */
export async function results(zis: Callers): Promise<string[]> {
  const { body } = await zis.control('GET /_sim/runs?limit=100')
  return (body['runs'] as Array<{ result: string }>).map(({ result }) => result).reverse()
}

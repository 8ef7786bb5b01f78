import type { JsonObject } from '../../src/zis/json'
import type { Callers } from './callers'
import { installFlow } from './one-flow'

/** A flow that says which number came in with the event. */
export const sayingFlow: JsonObject = {
  StartAt: 'Say',
  States: { Say: { Type: 'Succeed', Message: 'saw {{$.input.number}}' } },
}

/** Makes the integration and installs a flow in it that says what number came in, for `spec` / `thing.happened`. */
export async function installSaying(zis: Callers, integration = 'acme_a', flow: JsonObject = sayingFlow) {
  await zis.admin(`POST /api/services/zis/registry/${integration}`, {})
  await installFlow(zis, integration, { flow })
}

/** Uninstalls, or installs again, what {@link installSaying} installed. */
export const turnJobSpec = (zis: Callers, how: 'on' | 'off', integration = 'acme_a') =>
  zis.admin(
    `${how === 'on' ? 'POST' : 'DELETE'} /api/services/zis/registry/job_specs/install?job_spec_name=zis:${integration}:job_spec:on_thing_job`,
  )

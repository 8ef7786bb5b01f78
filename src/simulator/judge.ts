import type { CheckJq } from '../zis/bundle/check-jq'
import { openBundle, type ReadBundle } from '../zis/bundle/read'
import { isObject, own } from '../zis/json'
import { contextFor } from './definitions'
import { below } from './store/keys'
import type { World } from './world'

export interface JudgeOptions {
  /** Whether `{{integration}}` stands for the key in the text. */
  fillsIn?: boolean
  /** Whether the connections are still to be made, so that none is missed. */
  isBeforeSetup?: boolean
}

export type Judge = (integration: string, text: string, options?: JudgeOptions) => Promise<ReadBundle>

/**
 * Judges bundles as an upload would and says more, warnings too: the integration is known as it stands, its
 * connections included.
 */
export function createJudge(world: World, checkJq: CheckJq): Judge {
  const { store, assume } = world

  const connectionsOf = (integration: string) =>
    (['oauth_connections', 'typed_connections'] as const).flatMap((kind) =>
      store
        .table(kind)
        .list({ prefix: below(integration) })
        .map(([, { name }]) => name),
    )

  return async (integration, text, { fillsIn = false, isBeforeSetup = false } = {}) => {
    const opened = openBundle(text, fillsIn ? integration : undefined)
    const jq = await opened.askJq(checkJq, assume('jqSyntaxRefused') ? 'error' : 'warning')
    const name = isObject(opened.value) ? own(opened.value, 'name') : undefined
    const context = {
      ...contextFor(world, integration, name),
      ...(!isBeforeSetup && { connections: connectionsOf(integration) }),
    }
    return opened.check(context, jq)
  }
}

import type { ActionDefinition, FlowDefinition } from '../../../zis/flow/types'
import type { History } from '../../../zis/history'
import { unpackHistory } from '../../../zis/packed-history'
import { ZisProblem } from '../../../zis/wire/problems'
import { findDefinition } from '../../definitions'
import { replay } from '../../engine/replay'
import { padded } from '../../store/keys'
import type { Store } from '../../store/store'
import type { RunRow } from '../../store/tables'
import type { World } from '../../world'
import { on, type RouteHandler } from '../service'
import { controlWire as wire } from './wire'

/** A run with its history. @throws {ZisProblem} NotThere */
export function findRun(store: Store, id: string): { run: RunRow; history: History } {
  const key = padded(Number(id))
  const run = /^\d{1,15}$/.test(id) ? store.table('runs').get(key) : undefined
  if (!run) throw new ZisProblem('NotThere', { what: `run ${id}` })
  return { run, history: unpackHistory(store.table('histories').get(key) ?? { attempts: [] }) }
}

/** Runs the flow that is uploaded now on what a run has recorded: would it do the same? */
export const replayRoute = ({ store }: World): RouteHandler =>
  on(wire.replayRun, async ({ params: { id } }) => {
    const { run, history } = findRun(store, id)
    const { integration } = run
    const flow = findDefinition(store, integration, 'flow', run.flow)?.definition
    if (!flow) {
      throw new ZisProblem('BadRequest', { detail: `the flow "${run.flow}" does not exist any more` })
    }
    const difference = await replay(history, flow as unknown as FlowDefinition, {
      integration,
      action: (name) =>
        findDefinition(store, integration, 'action', name)?.definition as ActionDefinition | undefined,
    })
    return { difference: difference ?? null }
  })

import { checkFlow } from '../flow/check-flow'
import { pathsIn } from '../flow/check-template'
import { isPathProblem, parsePath } from '../flow/paths'
import { own, type Json, type JsonObject } from '../json'
import { formatName, parseName } from '../names'
import { builtInActions } from '../flow/built-ins'
import { nearest } from '../nearest'
import { at, checkWords, shown } from '../report'
import type { Surroundings } from './check'

const words = ['name', 'definition', 'description']

/** A `ZIS::Flow`: its definition, and that the actions which it calls exist (zis-flows 14.3, 14.10). */
export function checkFlowResource(properties: JsonObject, pointer: string, around: Surroundings): void {
  const { report } = around
  checkWords(report, properties, pointer, words, (word) => nearest(word, words))
  const definition = own(properties, 'definition')
  if (definition === undefined) {
    report.error('flow.definition-missing', pointer, 'the flow has no definition', 'add "definition"')
    return
  }
  checkFlow(definition, at(pointer, 'definition'), {
    report,
    checkActionName: (name, place) => checkActionName(name, place, around),
  })
  checkConnections(definition, at(pointer, 'definition'), around)
}

/** The older way to use a connection: its token is read from the flow's data (zis-flows 4.4). */
function checkConnections(definition: Json, pointer: string, { report, connections }: Surroundings): void {
  if (!connections) return
  for (const { path, pointer: place } of pathsIn(definition, pointer)) {
    const steps = parsePath(path)
    const name = !isPathProblem(steps) && steps[0] === 'connections' ? steps[1] : undefined
    if (typeof name !== 'string' || connections.has(name)) continue
    const near = nearest(name, connections)
    report.warning(
      'action.connection-undeclared',
      place,
      `the integration declares no connection ${shown(name)}`,
      near ? `did you mean "${near}"?` : 'correct the name, or declare the connection',
    )
  }
}

function checkActionName(
  text: string,
  pointer: string,
  { report, integration, actions }: Surroundings,
): void {
  const name = parseName(text)
  const ours = (short: string) => formatName({ integration, kind: 'action', name: short })
  if (text.startsWith('zis:common:')) {
    if (builtInActions.includes(text)) return
    const near = nearest(text, builtInActions)
    report.error(
      'action-name.built-in-unknown',
      pointer,
      `ZIS has no action ${shown(text)}`,
      near ? `did you mean "${near}"?` : `built-in actions are ${builtInActions.join(', ')}`,
    )
  } else if (text.includes('{{')) {
    report.error(
      'name.template-variable',
      pointer,
      `${shown(text)} still holds a variable of a template`,
      `put the name of the integration there: ${ours(name?.name ?? 'name_of_the_action')}`,
    )
  } else if (name?.kind !== 'action') {
    const wayOut = `write ${ours('name_of_the_action')} or the name of a built-in action`
    report.error('action-name.malformed', pointer, `${shown(text)} is not the full name of an action`, wayOut)
  } else if (name.integration !== integration) {
    report.error(
      'action-name.other-integration',
      pointer,
      `${shown(text)} is an action of the integration "${name.integration}"; this is "${integration}"`,
      `write ${ours(name.name)}`,
    )
  } else if (!actions.has(name.name)) {
    const near = report.isFull ? undefined : nearest(name.name, actions)
    report.error(
      'action-name.unknown',
      pointer,
      `the integration has no action "${name.name}"`,
      near ? `did you mean "${ours(near)}"?` : 'add a ZIS::Action::Http with this name',
    )
  }
}

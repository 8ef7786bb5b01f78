import type { FlowDefinition, FlowState } from '../../zis/flow/types'

/** Names of the states that a flow can come to from its `StartAt`, by Next, Choice or Catch. */
export function reachableStates({ StartAt, States }: FlowDefinition): Set<string> {
  const reached = new Set<string>()
  const ahead = [StartAt]
  for (let name = ahead.pop(); name !== undefined; name = ahead.pop()) {
    if (reached.has(name) || !Object.hasOwn(States, name)) continue
    reached.add(name)
    ahead.push(...nextOf(States[name]!))
  }
  return reached
}

function nextOf(state: FlowState): string[] {
  const next = 'Next' in state && state.Next !== undefined ? [state.Next] : []
  if ('Catch' in state) next.push(...(state.Catch ?? []).map((catcher) => catcher.Next))
  if (state.Type === 'Choice') {
    next.push(...state.Choices.map((rule) => rule.Next))
    if (state.Default !== undefined) next.push(state.Default)
  }
  return next
}

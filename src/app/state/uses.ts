import { isObject, type Json, type JsonObject } from '../../zis/json'

/** A flow with what it needs, as far as the bundle says it. */
interface FlowUses {
  flow: string
  /** Names of connections, those of its custom actions included. */
  connections: Set<string>
  /** A connection is named only when the flow runs. */
  isOpen: boolean
}

/** The flows of a bundle that use a connection. `open` are those of which only a run could tell. */
export function usedBy(bundle: JsonObject, connection: string): { flows: string[]; open: string[] } {
  const uses = usesOf(bundle)
  return {
    flows: uses.filter(({ connections }) => connections.has(connection)).map(({ flow }) => flow),
    open: uses
      .filter(({ isOpen, connections }) => isOpen && !connections.has(connection))
      .map(({ flow }) => flow),
  }
}

function usesOf(bundle: JsonObject): FlowUses[] {
  const resources = isObject(bundle.resources) ? Object.values(bundle.resources).filter(isObject) : []
  const parts = resources.map(({ type, properties }) => ({
    type,
    name: isObject(properties) && typeof properties.name === 'string' ? properties.name : '',
    found: namesIn(properties ?? null),
  }))
  const actions = new Map(
    parts.filter(({ type }) => String(type).startsWith('ZIS::Action')).map((part) => [part.name, part]),
  )
  return parts
    .filter(({ type }) => type === 'ZIS::Flow')
    .map(({ name, found }) => {
      const called = [...found.actions].flatMap((action) => actions.get(action)?.found ?? [])
      const all = [found, ...called]
      return {
        flow: name,
        connections: new Set(all.flatMap(({ connections }) => [...connections])),
        isOpen: all.some(({ isOpen }) => isOpen),
      }
    })
}

interface Found {
  connections: Set<string>
  actions: Set<string>
  isOpen: boolean
}

/** Reads every string of a resource once: the connections and the custom actions that it names. */
function namesIn(value: Json): Found {
  const found: Found = { connections: new Set(), actions: new Set(), isOpen: false }
  const look = (inner: Json, key?: string): void => {
    if (typeof inner === 'string') lookAt(inner, key)
    else if (Array.isArray(inner)) inner.forEach((one) => look(one))
    else if (isObject(inner)) Object.entries(inner).forEach(([name, one]) => look(one, name))
  }
  const lookAt = (text: string, key: string | undefined) => {
    const action = /^zis:[^:]+:action:(.+)$/.exec(text)?.[1]
    if (key === 'ActionName' && action !== undefined) found.actions.add(action)
    if (key === 'connectionName' && text.includes('{{')) found.isOpen = true
    else if (key === 'connectionName' || key === 'connection_name') found.connections.add(text)
    if (key === 'connectionName.$' || key === 'connection_name.$') found.isOpen = true
    for (const [, name] of text.matchAll(/\$\.connections\.([\w-]+)/g)) found.connections.add(name!)
  }
  look(value)
  return found
}

import { isObject, own, type Json, type JsonObject } from '../json'
import { parseName } from '../names'

/** What a flow needs to run, as far as its bundle says it. */
export interface FlowUses {
  flow: string
  definition: Json | undefined
  /** Names of connections, those of its custom actions included. */
  connections: string[]
  /** Some connection is named only when the flow runs. */
  isOpen: boolean
  /** Config scopes that it loads or changes, and the keys of the settings that it reads. */
  scopes: Array<{ scope: string; keys: string[] }>
  /** Job specs that start it. */
  job_specs: Array<{ name: string; event_source: string; event_type: string }>
}

/** What each flow of a bundle uses: connections, settings, and the events that start it (zis-flows 2 to 5). */
export function usesOf(bundle: JsonObject): FlowUses[] {
  const resources = propertiesByType(bundle)
  const actions = new Map(resources('ZIS::Action::Http').map((one) => [one.name, one.properties]))
  return resources('ZIS::Flow').map(({ name, properties }) => {
    const texts = textsIn(properties)
    const called = texts
      .filter(({ key }) => key === 'ActionName')
      .flatMap(({ text }) => actions.get(parseName(text)?.name ?? '') ?? [])
    const all = [...texts, ...called.flatMap((properties) => textsIn(properties))]
    return {
      flow: name,
      definition: own(properties, 'definition'),
      connections: connectionsIn(all),
      isOpen: all.some(
        ({ key, text }) => key === 'connectionName.$' || (key === 'connectionName' && text.includes('{{')),
      ),
      scopes: scopesIn(own(properties, 'definition'), texts),
      job_specs: resources('ZIS::JobSpec')
        .filter(({ properties: spec }) => parseName(textOf(spec, 'flow_name'))?.name === name)
        .map(({ name: spec, properties: said }) => ({
          name: spec,
          event_source: textOf(said, 'event_source'),
          event_type: textOf(said, 'event_type'),
        })),
    }
  })
}

/** The custom action that a full name points at, in any of the bundles. */
export function actionNamed(bundles: JsonObject[], actionName: string): JsonObject | undefined {
  const name = parseName(actionName)?.name
  const found = bundles
    .flatMap((bundle) => propertiesByType(bundle)('ZIS::Action::Http'))
    .find((action) => action.name === name)
  const definition = found && own(found.properties, 'definition')
  return isObject(definition) ? definition : undefined
}

function propertiesByType(bundle: JsonObject) {
  const resources = own(bundle, 'resources')
  const all = isObject(resources) ? Object.values(resources).filter(isObject) : []
  return (type: string) =>
    all.flatMap((resource) => {
      const properties = own(resource, 'properties')
      if (own(resource, 'type') !== type || !isObject(properties)) return []
      return [{ name: textOf(properties, 'name'), properties }]
    })
}

const textOf = (object: JsonObject, key: string): string => {
  const value = own(object, key)
  return typeof value === 'string' ? value : ''
}

interface FoundText {
  key: string
  text: string
}

function textsIn(value: Json, key = ''): FoundText[] {
  if (typeof value === 'string') return [{ key, text: value }]
  if (Array.isArray(value)) return value.flatMap((one) => textsIn(one, key))
  return isObject(value) ? Object.entries(value).flatMap(([name, one]) => textsIn(one, name)) : []
}

function connectionsIn(texts: FoundText[]): string[] {
  const named = texts.flatMap(({ key, text }) => {
    const old = [...text.matchAll(/\.connections\.([\w-]+)/g)].map((match) => match[1]!)
    return key === 'connectionName' && !text.includes('{{') ? [text, ...old] : old
  })
  return [...new Set(named)]
}

/** A LoadConfig leaves the settings at its ResultPath; what the flow reads below it are keys of them. */
function scopesIn(definition: Json | undefined, texts: FoundText[]): FlowUses['scopes'] {
  const keys = new Map<string, Set<string>>()
  const look = (value: Json | undefined): void => {
    if (Array.isArray(value)) return value.forEach(look)
    if (!isObject(value)) return
    const action = parseName(textOf(value, 'ActionName'))
    const parameters = own(value, 'Parameters')
    const scope = isObject(parameters) ? textOf(parameters, 'scope') : ''
    if (action?.integration === 'common' && /^(Load|Patch)Config$/.test(action.name) && scope !== '') {
      const known = keys.get(scope) ?? new Set<string>()
      keys.set(scope, known)
      if (action.name === 'LoadConfig') {
        for (const key of keysBelow(textOf(value, 'ResultPath'), texts)) known.add(key)
      }
    }
    Object.values(value).forEach(look)
  }
  look(definition)
  return [...keys].map(([scope, known]) => ({ scope, keys: [...known].sort() }))
}

function keysBelow(resultPath: string, texts: FoundText[]): string[] {
  const path = /^\$((?:\.[A-Za-z_]\w*)+)$/.exec(resultPath)?.[1]
  if (path === undefined) return []
  // In jq the same place is written without the `$`.
  const reads = new RegExp(`${path.replaceAll('.', '\\.')}\\.([A-Za-z_]\\w*)`, 'g')
  return texts
    .filter(({ key }) => key !== 'ResultPath')
    .flatMap(({ text }) => [...text.matchAll(reads)].map((match) => match[1]!))
}

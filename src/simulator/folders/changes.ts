import { isObject, isSameJson, own, type JsonObject } from '../../zis/json'

/** One resource that an upload changes, or what is done with it. */
export interface ResourceChange {
  kind: 'flow' | 'action' | 'job spec'
  name: string
  /** Such as `changed`. */
  change: string
}

const kinds: Record<string, ResourceChange['kind']> = {
  'ZIS::Flow': 'flow',
  'ZIS::Action::Http': 'action',
  'ZIS::JobSpec': 'job spec',
}

/** So many names are said of one kind. */
const mostNames = 5

/** @param before undefined when there was none: then everything is new */
export function changesBetween(before: JsonObject | undefined, after: JsonObject): ResourceChange[] {
  const old = resourcesOf(before)
  const now = resourcesOf(after)
  const changed = [...now].flatMap(([id, { kind, name, resource }]) => {
    const was = old.get(id)
    if (was && isSameJson(was.resource, resource)) return []
    return [{ kind, name, change: was ? 'changed' : 'added' }]
  })
  const removed = [...old].flatMap(([id, { kind, name }]) =>
    now.has(id) ? [] : [{ kind, name, change: 'removed' }],
  )
  return [...changed, ...removed]
}

interface Resource {
  kind: ResourceChange['kind']
  name: string
  resource: JsonObject
}

function resourcesOf(bundle: JsonObject | undefined): Map<string, Resource> {
  const resources = bundle && own(bundle, 'resources')
  if (!isObject(resources)) return new Map()
  return new Map(
    Object.values(resources).flatMap((resource): Array<[string, Resource]> => {
      if (!isObject(resource) || !isObject(resource['properties'])) return []
      const kind = own(kinds, String(resource['type']))
      const name = resource['properties']['name']
      return kind !== undefined && typeof name === 'string'
        ? [[`${kind} ${name}`, { kind, name, resource }]]
        : []
    }),
  )
}

/** Changes in words: `flows a and b added`, in the order in which they were found. */
export function inWords(changes: ResourceChange[]): string[] {
  const groups = new Map<string, { kind: string; change: string; names: string[] }>()
  for (const { kind, name, change } of changes) {
    const group = groups.get(`${kind} ${change}`) ?? { kind, change, names: [] }
    group.names.push(name)
    groups.set(`${kind} ${change}`, group)
  }
  return [...groups.values()].map(
    ({ kind, change, names }) => `${kind}${names.length > 1 ? 's' : ''} ${listed(names)} ${change}`,
  )
}

/** Names as a sentence has them, the rest as a number. */
function listed(names: string[]): string {
  const some = names.slice(0, mostNames)
  const rest = names.length - some.length
  return new Intl.ListFormat('en').format(rest > 0 ? [...some, `${rest} more`] : some)
}

import { isObject, type Json, type JsonObject } from '../../zis/json'
import { below, keyOf } from '../store/keys'
import type { World } from '../world'
import type { CollectionShape } from './definition'
import { matchPath } from './match-path'
import { asText } from './template'

/** Records that a partner keeps: made, listed, shown, changed and deleted by its paths. */
export interface Collection {
  name: string
  rows(): JsonObject[]
  /** Undefined when the request is for something else. */
  answer(request: { method: string; url: URL; body: Json | undefined }): Response | undefined
}

const notFound = () => Response.json({ error: 'not_found' }, { status: 404 })

export function createCollection(
  world: World,
  host: string,
  name: string,
  { path, id: idKind = 'number', id_field: idField = 'id', one, many, rows: first = [] }: CollectionShape,
): Collection {
  const { store, ids, changes } = world
  const table = store.table('partners')
  const prefix = below(host, 'row', name)
  const keyFor = (id: string) => keyOf(host, 'row', name, /^\d{1,15}$/.test(id) ? Number(id) : id)
  const wrapped = (row: JsonObject): JsonObject => (one === undefined ? row : { [one]: row })

  /** The rows of the file stand there from the first use, until somebody changes them. */
  function seeded() {
    const mark = keyOf(host, 'seeded', name)
    if (!table.has(mark)) {
      table.put(mark, {})
      for (const row of first as JsonObject[]) add(row)
    }
    return table
  }

  function add(given: JsonObject): JsonObject {
    const known = given[idField]
    const isGiven = typeof known === 'number' || typeof known === 'string'
    const row = { [idField]: isGiven ? known : newId(), ...given }
    table.put(keyFor(String(row[idField])), row)
    changes.tell('partners', host)
    return row
  }

  function newId(): string | number {
    if (idKind === 'uuid') return ids.uuid()
    let number
    do number = store.nextNumber(`partner ${host} ${name}`)
    while (table.has(keyFor(String(number))))
    return number
  }

  const list = () =>
    seeded()
      .list({ prefix })
      .map(([, row]) => row)

  function answerList(method: string, url: URL, input: JsonObject | undefined): Response | undefined {
    if (method === 'GET') {
      // A parameter that names a field finds the records whose field says the same.
      const wanted = [...url.searchParams]
      const found = list().filter((row) =>
        wanted.every(([field, value]) => !Object.hasOwn(row, field) || asText(row[field]) === value),
      )
      return Response.json(many === undefined ? found : { [many]: found })
    }
    if (method !== 'POST') return undefined
    if (!input) return invalid()
    seeded()
    return Response.json(wrapped(add(input)), { status: 201 })
  }

  function answerOne(method: string, id: string, input: JsonObject | undefined): Response | undefined {
    const key = keyFor(id)
    const row = seeded().get(key)
    if (!['GET', 'PUT', 'PATCH', 'DELETE'].includes(method)) return undefined
    if (!row) return notFound()
    if (method === 'GET') return Response.json(wrapped(row))
    if (method !== 'DELETE' && !input) return invalid()
    changes.tell('partners', host)
    if (method === 'DELETE') {
      table.delete(key)
      return new Response(null, { status: 204 })
    }
    const next = { ...(method === 'PATCH' && row), ...input, [idField]: row[idField]! }
    table.put(key, next)
    return Response.json(wrapped(next))
  }

  return {
    name,
    rows: list,
    answer({ method, url, body }) {
      const inner = one !== undefined && isObject(body) && isObject(body[one]) ? body[one] : body
      const input = isObject(inner) ? inner : undefined
      if (url.pathname === path) return answerList(method, url, input)
      const found = matchPath(`${path}/:id`, url.pathname)
      return found && answerOne(method, found['id']!, input)
    },
  }
}

const invalid = () =>
  Response.json({ error: 'invalid_request', message: 'The body is no JSON object.' }, { status: 400 })

import { Compile, type Validator } from 'typebox/compile'
import type { Json } from '../../zis/json'
import { Places } from '../../zis/json-text/places'
import { readJson } from '../../zis/json-text/read-json'
import { offsetAt } from '../../zis/json-text/source-node'
import { nearest } from '../../zis/nearest'
import { at } from '../../zis/report'
import { PartnerDefinition } from './definition'
import type { PartnerProblem } from './partner-files'
import { recordedKey } from './recorded-partner'

let compiled: Validator | undefined

/** Reads a partner's JSON file; a definition only when nothing is wrong with it. */
export function readDefinition(
  file: string,
  text: string,
): { definition?: PartnerDefinition; problems: PartnerProblem[] } {
  const read = readJson(text)
  const places = new Places(text)
  const problems: PartnerProblem[] = read.faults.map(({ offset, pointer, message, way_out }) => ({
    file,
    ...places.at(offset),
    pointer,
    message,
    way_out,
  }))
  if (problems.length > 0) return { problems }

  const value = read.value as Json
  compiled ??= Compile(PartnerDefinition)
  const faults = compiled.Check(value) ? senseFaults(value) : [...shapeFaults(value)]
  for (const { pointer, isKey, ...words } of faults) {
    const offset = offsetAt(read.root, pointer, isKey ? 'key' : 'value')
    problems.push({ file, ...places.at(offset), pointer, ...words })
  }
  return problems.length === 0 ? { definition: value as PartnerDefinition, problems } : { problems }
}

interface ShapeFault {
  pointer: string
  isKey?: boolean
  message: string
  way_out: string
}

function* shapeFaults(value: Json): Generator<ShapeFault> {
  for (const { instancePath: pointer, keyword, message, params, schemaPath } of compiled!.Errors(value)) {
    // Told by its key already.
    if (keyword === 'boolean') continue
    const told = params as {
      requiredProperties?: string[]
      additionalProperties?: string[]
      allowedValues?: unknown[]
      pattern?: string | RegExp
    }
    const known = Object.keys(schemaAt(schemaPath))
    if (told.requiredProperties) {
      for (const name of told.requiredProperties) {
        yield { pointer, message: `"${name}" is missing`, way_out: `add "${name}"` }
      }
    } else if (told.additionalProperties) {
      for (const name of told.additionalProperties) {
        const near = nearest(name, known)
        yield {
          pointer: at(pointer, name),
          isKey: true,
          message: `"${name}" means nothing here`,
          way_out: near ? `did you mean "${near}"?` : `take it out; known are ${known.join(', ')}`,
        }
      }
    } else if (told.allowedValues) {
      const words = told.allowedValues.map((one) => JSON.stringify(one)).join(', ')
      yield { pointer, message: 'is none of the words that it can be', way_out: `write one of ${words}` }
    } else if (told.pattern !== undefined) {
      yield { pointer, message: 'has another form than it must have', way_out: wayOutOf(pointer) }
    } else {
      yield { pointer, message, way_out: 'see docs/partners.md for what it takes' }
    }
  }
}

const wayOutOf = (pointer: string): string => {
  if (pointer === '/host') return 'write a host name in small letters, such as erp.example.com'
  if (pointer.endsWith('/route')) return 'write a method and a path, such as "GET /orders/:id"'
  return pointer.endsWith('header') ? 'write the name of a header' : 'begin the path with /'
}

/** The members that the schema knows at a place of it, e.g. `#/properties/routes/items`. */
function schemaAt(schemaPath: string): object {
  let schema: unknown = PartnerDefinition
  for (const part of schemaPath.split('/').slice(1)) {
    const next = (schema as Record<string, unknown> | undefined)?.[part]
    if (next === undefined) break
    schema = next
  }
  const { properties } = (schema ?? {}) as { properties?: object }
  return properties ?? {}
}

/** What the schema cannot say: things that do not go together. */
function senseFaults(value: unknown): ShapeFault[] {
  const { auth, oauth, collections, recorded, routes = [] } = value as PartnerDefinition
  const faults: ShapeFault[] = []
  if (auth?.kind === 'oauth' && !oauth) {
    faults.push({
      pointer: '/auth/kind',
      message: 'the partner gives out no OAuth tokens',
      way_out: 'add "oauth": {}',
    })
  }
  if (auth?.kind === 'api_key' && auth.header === undefined) {
    faults.push({
      pointer: '/auth',
      message: 'the header of the API key is missing',
      way_out: 'add "header", such as "x-api-key"',
    })
  }
  if (recorded && (auth || oauth || collections)) {
    faults.push({
      pointer: '/recorded',
      message: 'a recording gives answers and nothing else',
      way_out: 'keep host, title and routes, or take "recorded" out',
    })
  }
  routes.forEach((shape, index) => {
    const { route, answer, answers } = shape
    if (!recorded && (shape.query !== undefined || shape.body_sha256 !== undefined)) {
      faults.push({
        pointer: at('/routes', index, 'route'),
        message: `${route} is for one query or body, as only a recording is`,
        way_out: 'take "query" and "body_sha256" out, or write {{query.page}} in the answer',
      })
    }
    if (answer && answers) {
      faults.push({
        pointer: at('/routes', index, 'answers'),
        isKey: true,
        message: `${route} has both answer and answers`,
        way_out: 'keep one of the two',
      })
    }
    const key = recordedKey(shape)
    const twice = routes.findIndex((other) => recordedKey(other) === key)
    if (twice < index) {
      faults.push({
        pointer: at('/routes', index, 'route'),
        message: `${route} stands there twice`,
        way_out: 'put the answers of both into one route, as "answers"',
      })
    }
  })
  return faults
}

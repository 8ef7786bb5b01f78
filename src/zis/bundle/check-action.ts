import { checkTemplate } from '../flow/check-template'
import { placeholdersIn } from '../flow/templates'
import { isObject, own, type Json, type JsonObject } from '../json'
import { isConnectionName } from '../names'
import { nearest } from '../nearest'
import type { Surroundings } from './check'
import { at, checkWords, type Report, shown } from '../report'

const words = [
  'method', 'url', 'url.$', 'path', 'path.$', 'connectionName', 'headers', 'query', 'queryParams',
  'requestBody', 'requestBody.$',
] // prettier-ignore
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE']

/** A custom action (zis-flows 4.1, 14.9). */
export function checkAction(properties: JsonObject, pointer: string, around: Surroundings): void {
  const { report } = around
  const propertyWords = ['name', 'definition', 'description', 'schema']
  checkWords(report, properties, pointer, propertyWords, (word) => nearest(word, propertyWords))
  checkName(own(properties, 'name'), pointer, report)
  const definition = own(properties, 'definition')
  if (!isObject(definition)) {
    report.error('action.definition-missing', pointer, 'the action has no definition', 'add "definition"')
    return
  }
  const place = at(pointer, 'definition')
  checkWords(report, definition, place, words, (word) => nearest(word, words))
  checkMethod(own(definition, 'method'), place, report)
  checkAddress(definition, place, report)
  for (const word of ['headers', 'query', 'queryParams'] as const) {
    checkPairs(own(definition, word), word, at(place, word), report)
  }
  checkConnection(definition, place, around)
  checkTemplate(definition, place, 'definition', report)
  checkBodyArrays(own(definition, 'requestBody'), at(place, 'requestBody'), false, report)
}

function checkName(name: Json | undefined, pointer: string, report: Report): void {
  if (typeof name !== 'string' || name === '') return
  if (!/^[A-Za-z0-9_.-]+$/.test(name)) {
    report.warning(
      'action.name-characters',
      at(pointer, 'name'),
      `${shown(name)} has characters that names of actions should not have`,
      'use letters, digits and _',
    )
  }
  if (name.length > 20) {
    report.warning(
      'action.name-long',
      at(pointer, 'name'),
      `${shown(name)} is longer than the 20 characters that ZIS documents`,
      'choose a shorter name',
    )
  }
}

function checkMethod(method: Json | undefined, pointer: string, report: Report): void {
  if (typeof method === 'string' && methods.includes(method.toUpperCase())) return
  report.error(
    'action.method',
    method === undefined ? pointer : at(pointer, 'method'),
    method === undefined ? 'the action has no method' : `${shown(method)} is not an HTTP method`,
    `add a "method": ${methods.slice(0, 5).join(', ')}`,
  )
}

function checkAddress(definition: JsonObject, pointer: string, report: Report): void {
  const given = ['url', 'url.$', 'path', 'path.$'].filter((word) => own(definition, word) !== undefined)
  const [word] = given
  if (given.length !== 1 || word === undefined) {
    report.error(
      'action.address',
      pointer,
      given.length === 0 ? 'the action has neither url nor path' : `the action has ${given.join(' and ')}`,
      'give exactly one: url for another system, path for Zendesk itself',
    )
    return
  }
  const address = own(definition, word)
  if (typeof address !== 'string') {
    report.error('action.address-type', at(pointer, word), `${word} is not a text`, 'write a string')
    return
  }
  if (word === 'url' && !/^(https?:\/\/|\{\{)/.test(address)) {
    report.warning(
      'action.url-relative',
      at(pointer, word),
      `${shown(address)} is no whole web address`,
      'begin with https://',
    )
  }
  if (word === 'path' && !/^(\/|\{\{)/.test(address)) {
    report.warning(
      'action.path-relative',
      at(pointer, word),
      `${shown(address)} does not begin with /`,
      'begin with /',
    )
  }
  const query = address.split('?')[1]
  if (query !== undefined && placeholdersIn(query).length > 0) {
    report.note(
      'action.query-not-encoded',
      at(pointer, word),
      'what a placeholder puts into the query string is not encoded',
      'encode the value with jq @uri first, if it can hold more than letters and digits',
    )
  }
}

function checkPairs(
  pairs: Json | undefined,
  word: 'headers' | 'query' | 'queryParams',
  pointer: string,
  report: Report,
): void {
  if (pairs === undefined) return
  const wayOut = `write [{ "key": "…", "value": "…" }]`
  if (!Array.isArray(pairs)) {
    report.error(`action.${word}`, pointer, `${word} is not an array of keys and values`, wayOut)
    return
  }
  pairs.forEach((pair, index) => {
    const isPair = isObject(pair) && hasText(pair, 'key') && hasText(pair, 'value')
    if (!isPair) report.error(`action.${word}`, at(pointer, index), 'no object with key and value', wayOut)
  })
}

const hasText = (pair: JsonObject, word: string): boolean =>
  typeof (own(pair, word) ?? own(pair, `${word}.$`)) === 'string'

function checkConnection(
  definition: JsonObject,
  pointer: string,
  { report, connections }: Surroundings,
): void {
  const name = own(definition, 'connectionName')
  if (name !== undefined && (typeof name !== 'string' || name === '')) {
    report.error(
      'action.connection-type',
      at(pointer, 'connectionName'),
      'connectionName is not the name of a connection',
      'write its name, or leave connectionName out',
    )
  } else if (typeof name === 'string' && !isConnectionName(name)) {
    report.warning(
      'action.connection-name',
      at(pointer, 'connectionName'),
      `no connection can have the name ${shown(name)}`,
      'names have 3 to 64 letters, digits, _ and -',
    )
  } else if (typeof name === 'string' && connections && !connections.has(name)) {
    const near = nearest(name, connections)
    report.warning(
      'action.connection-undeclared',
      at(pointer, 'connectionName'),
      `the integration declares no connection ${shown(name)}: no flow that uses it will start`,
      near ? `did you mean "${near}"?` : 'correct the name, or declare the connection',
    )
  }
  const has = (word: string) => own(definition, word) !== undefined
  const isOnZendesk = (has('path') || has('path.$')) && !has('url') && !has('url.$')
  if (isOnZendesk && name === undefined && !headerNames(definition).includes('authorization')) {
    report.warning(
      'action.path-without-credentials',
      pointer,
      'a request to Zendesk is not signed in on its own: the answer will be 401',
      'add "connectionName": "zendesk"',
    )
  }
}

const nameOf = (key: Json | undefined): string => (typeof key === 'string' ? key.toLowerCase() : '')

function headerNames(definition: JsonObject): string[] {
  const headers = own(definition, 'headers')
  return Array.isArray(headers)
    ? headers.map((header) => (isObject(header) ? nameOf(own(header, 'key')) : ''))
    : []
}

/** An operator saw `.$` keys fail inside arrays of a body (zis-flows 4.2). */
function checkBodyArrays(body: Json | undefined, pointer: string, isInArray: boolean, report: Report): void {
  if (Array.isArray(body)) {
    body.forEach((child, index) => checkBodyArrays(child, at(pointer, index), true, report))
  } else if (isObject(body)) {
    for (const [key, child] of Object.entries(body)) {
      if (isInArray && key.endsWith('.$')) {
        report.note(
          'action.dollar-in-array',
          at(pointer, key),
          'keys that end in .$ have been seen to fail inside an array of a requestBody',
          'build the array with jq and send it with "requestBody.$" or a member that ends in .$',
        )
      }
      checkBodyArrays(child, at(pointer, key), isInArray, report)
    }
  }
}

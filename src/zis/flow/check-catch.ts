import { isObject, own, type Json, type JsonObject } from '../json'
import { nearest } from '../nearest'
import { at, checkWords } from '../report'
import type { StatePlace } from './check-flow'
import { checkPath } from './check-path'

const words = ['ErrorEquals', 'Next', 'ResultPath', 'Comment']

/** The `Catch` of an Action or Map (zis-flows 8.2, 14.8). */
export function checkCatch(state: JsonObject, place: StatePlace): void {
  const catchers = own(state, 'Catch')
  if (catchers === undefined) return
  const pointer = at(place.pointer, 'Catch')
  if (Array.isArray(catchers)) {
    catchers.forEach((catcher, index) => checkCatcher(catcher, at(pointer, index), place))
    return
  }
  const wayOut = 'write [{ "ErrorEquals": ["States.ALL"], "Next": "…" }]'
  place.report.error('catch.not-array', pointer, 'Catch is not an array', wayOut)
}

function checkCatcher(catcher: Json, pointer: string, { report, checkTarget }: StatePlace): void {
  if (!isObject(catcher)) {
    report.error(
      'catch.not-object',
      pointer,
      'an entry of Catch is not an object',
      'give it ErrorEquals and Next',
    )
    return
  }
  checkWords(report, catcher, pointer, words, (word) => nearest(word, words))
  if (JSON.stringify(own(catcher, 'ErrorEquals')) !== '["States.ALL"]') {
    report.error(
      'catch.errors',
      at(pointer, 'ErrorEquals'),
      'ErrorEquals can only be ["States.ALL"]',
      'catch everything and look at Cause with a Choice',
    )
  }
  const next = own(catcher, 'Next')
  if (next === undefined) {
    report.error(
      'catch.next-missing',
      pointer,
      'the Catch has no Next',
      'name the state that deals with the error',
    )
  } else {
    checkTarget(next, at(pointer, 'Next'))
  }
  const path = own(catcher, 'ResultPath')
  if (path === undefined) {
    report.warning(
      'catch.result-path-missing',
      pointer,
      'without ResultPath the error replaces all data, $.input included',
      'add "ResultPath": "$.error"',
    )
  } else if (path !== null) {
    checkPath(catcher, 'ResultPath', false, { report, pointer })
  }
}

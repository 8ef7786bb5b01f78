import { isObject, own, type JsonObject } from '../json'
import { nearest } from '../nearest'
import { at, checkWords } from '../report'
import { checkBuiltIn } from './check-built-in'
import { checkRules } from './check-choice'
import type { StatePlace } from './check-flow'
import { checkCatch } from './check-catch'
import { checkPath } from './check-path'
import { checkPlaceholders, checkTemplate } from './check-template'
import { placeholdersIn } from './templates'
import type { StateTypeName } from './types'

type StateCheck = (state: JsonObject, place: StatePlace) => void

/** One check per state type; the properties it may have, then what they must be (zis-flows 7). */
const checks: Record<StateTypeName, StateCheck> = {
  Action(state, place) {
    words(state, place, ['ActionName', 'Parameters', 'ResultPath', 'Catch', 'Retry', 'Next', 'End'])
    checkMoves(state, place)
    checkResult(state, place, true)
    checkCatch(state, place)
    checkParameters(state, place)
    const name = own(state, 'ActionName')
    const pointer = name === undefined ? place.pointer : at(place.pointer, 'ActionName')
    if (typeof name === 'string' && name !== '') {
      place.checkActionName(name, pointer)
      checkBuiltIn(name, state, place.pointer, place.report)
    } else
      place.report.error('action-name.missing', pointer, 'the Action has no ActionName', 'add "ActionName"')
  },

  Choice(state, place) {
    words(state, place, ['Choices', 'Default'], ['Next', 'End', 'ResultPath', 'Catch'])
    checkRules(own(state, 'Choices'), place)
    if (own(state, 'Default') !== undefined)
      place.checkTarget(own(state, 'Default'), at(place.pointer, 'Default'))
  },

  Fail(state, place) {
    words(state, place, ['Error', 'Cause'], ['Next', 'End', 'Catch'])
    for (const word of ['Error', 'Cause']) checkMessage(state, word, true, place)
  },

  Map(state, place) {
    words(state, place, ['ItemsPath', 'Iterator', 'ResultPath', 'Catch', 'Retry', 'Next', 'End'])
    checkMoves(state, place)
    checkResult(state, place, true)
    checkCatch(state, place)
    checkPath(state, 'ItemsPath', true, place)
    const iterator = own(state, 'Iterator')
    if (iterator === undefined) {
      place.report.error(
        'map.iterator-missing',
        place.pointer,
        'the Map has no Iterator',
        'add "Iterator" with StartAt and States',
      )
    } else {
      place.checkIterator(iterator, at(place.pointer, 'Iterator'))
    }
  },

  Pass(state, place) {
    words(state, place, ['Result', 'ResultPath', 'Next', 'End'], ['Catch'])
    checkMoves(state, place)
    checkResult(state, place, false)
    const result = own(state, 'Result')
    if (result !== undefined) checkTemplate(result, at(place.pointer, 'Result'), 'parameters', place.report)
  },

  Succeed(state, place) {
    words(state, place, ['Message'], ['Next', 'End', 'Catch'])
    checkMessage(state, 'Message', false, place)
  },

  Wait(state, place) {
    words(state, place, ['Seconds', 'SecondsPath', 'Next', 'End'], ['Catch'])
    checkMoves(state, place)
    checkSeconds(state, place)
  },
}

/** The check of a state type; undefined when there is no such type. */
export const stateCheck = (type: string): StateCheck | undefined =>
  Object.hasOwn(checks, type) ? checks[type as StateTypeName] : undefined

/** Words of the Amazon States Language that ZIS does not know, with what to do instead. */
const foreign: Record<string, string> = {
  InputPath: 'it is ignored: take what you need from $ itself',
  OutputPath: 'it is ignored: place the output with ResultPath',
  ResultSelector: 'it is ignored: pick from the output with jq',
  TimeoutSeconds: 'it is ignored: a flow has 100 seconds',
  HeartbeatSeconds: 'it is ignored: a flow has 100 seconds',
  MaxConcurrency: 'it is ignored: items run one after another',
  ItemSelector: 'it is ignored: prepare the items with jq before the Map',
  ItemProcessor: 'write Iterator',
  Parameters: 'it is ignored: only an Action has Parameters',
  Timestamp: 'write Seconds or SecondsPath',
  TimestampPath: 'write Seconds or SecondsPath',
}

/** @param refused words that make the bundle wrong here; others that nobody knows are only ignored */
function words(state: JsonObject, place: StatePlace, known: string[], refused: string[] = []): void {
  const { report, pointer } = place
  const all = ['Type', 'Comment', ...known]
  const rest = Object.keys(state).filter((word) => {
    if (all.includes(word) || !Object.hasOwn(foreign, word)) return true
    report.warning(
      'state.word-unsupported',
      at(pointer, word),
      `ZIS does not support ${word} here`,
      foreign[word]!,
    )
    return false
  })
  const others = Object.fromEntries(rest.map((word) => [word, state[word]]))
  checkWords(report, others, pointer, [...all, ...refused], (word) => nearest(word, all))
  for (const word of refused) refuse(state, word, place)
  if (all.includes('Retry') && own(state, 'Retry') !== undefined) {
    report.warning(
      'state.retry',
      at(pointer, 'Retry'),
      'Retry is superseded, and ZIS may not do what it says',
      'use Catch; after 429 and 5xx the whole flow is tried again by itself',
    )
  }
}

function refuse(state: JsonObject, word: string, { report, pointer }: StatePlace): void {
  if (own(state, word) === undefined) return
  const code = word === 'Catch' ? 'catch.not-here' : 'state.word-refused'
  report.error(code, at(pointer, word), `a ${String(state['Type'])} state has no ${word}`, `take ${word} out`)
}

/** Exactly one of Next and End, and End only as true. */
function checkMoves(state: JsonObject, { report, pointer, checkTarget }: StatePlace): void {
  const next = own(state, 'Next')
  const end = own(state, 'End')
  if (next !== undefined) checkTarget(next, at(pointer, 'Next'))
  if (end !== undefined && end !== true) {
    report.error(
      'state.end-not-true',
      at(pointer, 'End'),
      'End can only be true',
      'write "End": true or "Next"',
    )
  }
  if (next !== undefined && end === true) {
    report.error('state.next-and-end', pointer, 'the state has both Next and End', 'leave one of them out')
  } else if (next === undefined && end === undefined) {
    report.error(
      'state.no-way-on',
      pointer,
      'the state has neither Next nor End',
      'add "Next" or "End": true',
    )
  }
}

function checkResult(state: JsonObject, place: StatePlace, hasOutput: boolean): void {
  const { report, pointer } = place
  const path = own(state, 'ResultPath')
  if (path === undefined) {
    if (!hasOutput || own(state, 'Next') === undefined) return
    report.warning(
      'state.result-path-missing',
      pointer,
      'without ResultPath the output replaces all data, $.input included',
      'add "ResultPath", for example "$.result"',
    )
  } else if (path !== null) {
    checkPath(state, 'ResultPath', false, place)
  }
}

function checkParameters(state: JsonObject, { report, pointer }: StatePlace): void {
  const parameters = own(state, 'Parameters')
  if (parameters === undefined) return
  const place = at(pointer, 'Parameters')
  if (isObject(parameters)) checkTemplate(parameters, place, 'parameters', report)
  else report.error('action.parameters', place, 'Parameters is not an object', 'write { "name.$": "$.path" }')
}

function checkMessage(
  state: JsonObject,
  word: string,
  isRequired: boolean,
  { report, pointer }: StatePlace,
): void {
  const message = own(state, word)
  if (typeof message === 'string') {
    checkPlaceholders(placeholdersIn(message), at(pointer, word), report)
  } else if (message !== undefined || isRequired) {
    report.error(
      message === undefined ? 'fail.text-missing' : 'state.text',
      message === undefined ? pointer : at(pointer, word),
      `${word} is ${message === undefined ? 'missing' : 'not a text'}`,
      `write a text for ${word}`,
    )
  }
}

const runTime = 100

function checkSeconds(state: JsonObject, place: StatePlace): void {
  const { report, pointer } = place
  const seconds = own(state, 'Seconds')
  if ((seconds === undefined) === (own(state, 'SecondsPath') === undefined)) {
    report.error(
      'wait.seconds',
      pointer,
      'a Wait has exactly one of Seconds and SecondsPath',
      seconds === undefined ? 'add "Seconds"' : 'leave one of them out',
    )
  }
  checkPath(state, 'SecondsPath', false, place)
  if (seconds === undefined) return
  const where = at(pointer, 'Seconds')
  if (typeof seconds !== 'number' || !(seconds > 0)) {
    report.error('wait.seconds-positive', where, 'Seconds is not a number above 0', 'write a number above 0')
  } else if (seconds >= runTime) {
    report.warning(
      'wait.too-long',
      where,
      `a flow ends after ${runTime} seconds, in the middle of this wait`,
      'wait less',
    )
  }
}

import { isObject, own, type Json, type JsonObject } from '../json'
import { nearest } from '../nearest'
import { at, shown } from '../report'
import type { StatePlace } from './check-flow'
import { checkReference } from './check-path'
import { logicalWords, operators, placeTests } from './operators'

/** The rules of a Choice (zis-flows 7.2, 14.4). */
export function checkRules(rules: Json | undefined, place: StatePlace): void {
  const { report, pointer } = place
  if (!Array.isArray(rules) || rules.length === 0) {
    const where = rules === undefined ? pointer : at(pointer, 'Choices')
    report.error('choice.empty', where, 'a Choice has at least one rule', 'add "Choices" with a rule')
    return
  }
  rules.forEach((rule, index) => {
    const where = at(pointer, 'Choices', index)
    if (isObject(rule) && own(rule, 'Next') === undefined) {
      report.error(
        'choice.next-missing',
        where,
        'the rule has no Next',
        'name the state to go to when it is true',
      )
    } else if (isObject(rule)) {
      place.checkTarget(own(rule, 'Next'), at(where, 'Next'))
    }
    checkTest(rule, where, place)
    checkNullTest(rule, where, place)
  })
}

/** `Next` stands in the rule itself, never in the tests inside And, Or and Not. */
function checkMember(test: Json, where: string, place: StatePlace): void {
  if (isObject(test) && own(test, 'Next') !== undefined) {
    place.report.error(
      'choice.next-inside',
      at(where, 'Next'),
      'a test inside And, Or or Not has no Next',
      'put Next beside the And, Or or Not',
    )
  }
  checkTest(test, where, place)
}

function checkTest(test: Json, where: string, place: StatePlace): void {
  const { report } = place
  if (!isObject(test)) {
    report.error('choice.not-object', where, 'a rule is an object', 'give it Variable and an operator')
    return
  }
  const words = Object.keys(test).filter((word) => !['Next', 'Comment', 'Variable'].includes(word))
  const unknown = words.filter((word) => !isOperator(word))
  for (const word of unknown) {
    const near = nearest(word, [...operators.keys(), ...placeTests, ...logicalWords])
    report.error(
      'choice.operator-unknown',
      at(where, word),
      `${shown(word)} is not an operator of ZIS`,
      near ? `did you mean "${near}"?` : 'make the test with jq, and compare its result with BooleanEquals',
      // Its checker tries the plain rule, fails, and then misses the logical one.
      `BundleValidationError: ${where.slice(1).replaceAll('/', '.')}: And is required`,
    )
  }
  const known = words.filter(isOperator)
  const [word] = known
  if (known.length > 1) {
    report.error(
      'choice.operators',
      where,
      `a rule has one operator; this one has ${known.join(', ')}`,
      'join several tests with And or Or',
    )
  } else if (word === undefined && unknown.length === 0) {
    report.error(
      'choice.operators',
      where,
      'the rule has no operator',
      'add one, for example "StringEquals"',
      `BundleValidationError: ${where.slice(1).replaceAll('/', '.')}: And is required`,
    )
  }
  for (const name of known) checkOperand(name, test, where, place)
  if (!known.some((name) => logicalWords.has(name))) checkVariable(test, where, place)
}

const isOperator = (word: string): boolean =>
  operators.has(word) || placeTests.has(word) || logicalWords.has(word)

function checkOperand(name: string, test: JsonObject, where: string, place: StatePlace): void {
  const { report } = place
  const operand = test[name]!
  const pointer = at(where, name)
  const wrong = (what: string) =>
    report.error('choice.operand', pointer, `${name} takes ${what}, not ${shown(operand)}`, `write ${what}`)

  if (name === 'Not') {
    checkMember(operand, pointer, place)
  } else if (logicalWords.has(name)) {
    if (!Array.isArray(operand) || operand.length === 0) return wrong('an array with at least one test')
    operand.forEach((member, index) => checkMember(member, at(pointer, index), place))
  } else if (placeTests.has(name)) {
    if (typeof operand !== 'boolean') wrong('true or false')
  } else {
    const operator = operators.get(name)!
    if (operator.isPath) checkReference(operand, name, pointer, report)
    else if (!operator.kind.isOperand(operand)) wrong(operator.kind.says)
  }
}

function checkVariable(test: JsonObject, where: string, place: StatePlace): void {
  const variable = own(test, 'Variable')
  if (variable === undefined) {
    place.report.error(
      'choice.variable-missing',
      where,
      'the rule has no Variable',
      'add "Variable", such as "$.input.id"',
    )
  } else {
    checkReference(variable, 'Variable', at(where, 'Variable'), place.report)
  }
}

/** Alone in a rule, IsPresent often stands for "has a value"; a member that is null is present (zis-flows 7.2). */
function checkNullTest(rule: Json, where: string, { report }: StatePlace): void {
  if (!isObject(rule) || own(rule, 'IsPresent') !== true) return
  report.note(
    'choice.is-present',
    at(where, 'IsPresent'),
    'a member with the value null is present, too',
    'if it must have a value, join it with { "IsNull": false } by And',
  )
}

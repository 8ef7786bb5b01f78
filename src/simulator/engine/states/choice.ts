import { PathNotFound } from '../../../zis/flow/templates'
import { operators } from '../../../zis/flow/operators'
import type { ChoiceState, ChoiceTest } from '../../../zis/flow/types'
import type { Json } from '../../../zis/json'
import { readerOfPath } from '../compile-path'
import { errorNames } from '../errors'
import { FlowError } from '../ports'
import type { Outcome, Running, StateType } from '../state-type'

type Test = (data: Json, running: Running) => boolean

/** Choice goes to the state of the first rule that is true; the data stays as it is (zis-flows 7.2). */
export const choice: StateType<ChoiceState> = {
  compile({ Choices, Default }, compiler) {
    const goTo = (name: string): Outcome => ({ does: 'go', to: compiler.state(name) })
    const rules = Choices.map((rule) => ({ holds: compileTest(rule), outcome: goTo(rule.Next) }))
    const otherwise = Default === undefined ? undefined : goTo(Default)
    return (data, running) => {
      for (const { holds, outcome } of rules) if (holds(data, running)) return outcome
      if (otherwise) return otherwise
      throw new FlowError(errorNames.noChoice, 'no rule of the Choice is true and it has no Default')
    }
  },
}

/** Members of And and Or are asked in order, and no further than needed: an IsPresent can guard the next. */
function compileTest(test: ChoiceTest): Test {
  const { And, Or, Not } = test as { And?: ChoiceTest[]; Or?: ChoiceTest[]; Not?: ChoiceTest }
  if (And) {
    const members = And.map(compileTest)
    return (data, running) => members.every((holds) => holds(data, running))
  }
  if (Or) {
    const members = Or.map(compileTest)
    return (data, running) => members.some((holds) => holds(data, running))
  }
  if (Not) {
    const holds = compileTest(Not)
    return (data, running) => !holds(data, running)
  }
  return compileComparison(test)
}

function compileComparison(test: ChoiceTest): Test {
  const { Variable, Next: _next, Comment: _comment, ...rest } = test
  const path = String(Variable)
  const read = readerOfPath(path)
  const [name, operand] = Object.entries(rest)[0] ?? ['', null]
  if (name === 'IsPresent') {
    return (data, { assume }) => {
      const value = read(data)
      return (value !== undefined && (value !== null || assume('nullIsPresent'))) === operand
    }
  }
  if (name === 'IsNull') {
    return (data, { assume }) => {
      const value = read(data)
      if (value === undefined && assume('isNullNeedsPath')) throw new PathNotFound(path)
      return (value === undefined || value === null) === operand
    }
  }
  return compileOperator(name, operand, (data) => {
    const value = read(data)
    if (value === undefined) throw new PathNotFound(path)
    return value
  })
}

function compileOperator(name: string, operand: Json, valueOf: (data: Json) => Json): Test {
  const operator = operators.get(name)
  if (!operator) throw new SyntaxError(`"${name}" is not an operator of a Choice rule`)
  const { kind, holds } = operator
  const orderHolds = (order: number | undefined, { assume }: Running) => {
    if (order !== undefined) return holds(order)
    if (assume('choiceOfOtherType') === 'false') return false
    throw new FlowError(errorNames.action, `${name} compares ${kind.says}, and the value is of another type`)
  }
  if (!operator.isPath) {
    const compare = kind.against(operand)
    return (data, running) => orderHolds(compare(valueOf(data)), running)
  }
  const operandPath = String(operand)
  const readOperand = readerOfPath(operandPath)
  return (data, running) => {
    const value = valueOf(data)
    const other = readOperand(data)
    if (other === undefined) throw new PathNotFound(operandPath)
    return orderHolds(kind.against(other)(value), running)
  }
}

import { checkFlow } from '../../../src/zis/flow/check-flow'
import type { Json } from '../../../src/zis/json'
import { Report } from '../../../src/zis/report'

/** The findings of a flow that begins with its first state; every state ends the flow unless it says otherwise. */
function found(states: Record<string, Json>) {
  const report = new Report()
  const definition = { StartAt: Object.keys(states)[0]!, States: states }
  checkFlow(definition, '', { report, checkActionName: () => undefined })
  return report.findings
}
const told = (states: Record<string, Json>) =>
  found(states).map(({ severity, code, pointer }) => `${severity} ${code} ${pointer}`)

const pass = (Next?: string): Json => ({ Type: 'Pass', ...(Next ? { Next } : { End: true }) })
const wait = (Seconds: number, Next?: string): Json => ({
  Type: 'Wait',
  Seconds,
  ...(Next ? { Next } : { End: true }),
})
const choice = (Next: string, Default: string): Json => ({
  Type: 'Choice', Choices: [{ Variable: '$.input.a', BooleanEquals: true, Next }], Default,
}) // prettier-ignore
const jq = (expr: string, Next?: string): Json => ({
  Type: 'Action',
  ActionName: 'zis:common:transform:Jq',
  Parameters: { expr, 'data.$': '$' },
  ResultPath: '$.made',
  ...(Next ? { Next } : { End: true }),
})
const builtIn = (ActionName: string, Parameters: Json): Json => ({
  Type: 'Action',
  ActionName,
  Parameters,
  End: true,
})
const each = (States: Record<string, Json>, Next?: string): Json => ({
  Type: 'Map',
  ItemsPath: '$.input.items',
  ResultPath: '$.out',
  Iterator: { StartAt: Object.keys(States)[0]!, States },
  ...(Next ? { Next } : { End: true }),
})
const chain = (length: number, prefix = 's'): Record<string, Json> =>
  Object.fromEntries(
    Array.from({ length }, (_, at) => [
      `${prefix}${at}`,
      pass(at + 1 < length ? `${prefix}${at + 1}` : undefined),
    ]),
  )

describe('waits', () => {
  it.each<[name: string, states: Record<string, Json>, findings: string[]]>([
    ['100 seconds in a row are taken', { A: wait(60, 'B'), B: wait(40) }, []],
    ['more are not', { A: wait(60, 'B'), B: pass('C'), C: wait(40.5) }, ['warning flow.waits-too-long /States/C']],
    ['those of two branches do not add up', { A: choice('B', 'C'), B: wait(60), C: wait(60) }, []],
    ['the longer branch counts', { A: choice('B', 'C'), B: wait(1, 'D'), C: wait(60, 'D'), D: wait(60) }, ['warning flow.waits-too-long /States/D']],
    ['a loop is gone through once', { A: wait(60, 'B'), B: choice('A', 'C'), C: pass() }, []],
    ['what cannot be reached does not count', { A: wait(60), B: wait(60) }, ['warning state.unreachable /States/B']],
    ['inside a Map 100 items are reckoned', { A: each({ W: wait(2) }) }, ['note map.waits-too-long /States/A']],
    ['inside a Map, short enough', { A: each({ W: wait(1) }) }, []],
    ['one that is too long by itself is told alone', { A: wait(150, 'B'), B: wait(1) }, ['warning wait.too-long /States/A/Seconds']],
  ])('%s', (_name, states, findings) => expect(told(states)).toEqual(findings)) // prettier-ignore
})

describe('transitions', () => {
  it.each<[name: string, states: Record<string, Json>, findings: string[]]>([
    ['250 states in a row', chain(250), []],
    ['251 states in a row', chain(251), ['warning flow.too-many-transitions ']],
    ['a Map with two states', { A: each(chain(2)) }, []],
    ['a Map with three states', { A: each(chain(3)) }, ['warning flow.too-many-transitions /States/A']],
    ['a Map with the longer of two branches of three states', { A: each({ C: { ...(choice('P', 'Q') as object), Choices: [{ Variable: '$.a', BooleanEquals: true, Next: 'P' }] }, P: pass('R'), Q: pass(), R: pass() }) }, ['warning flow.too-many-transitions /States/A']],
    ['two Maps after each other', { A: each(chain(1), 'B'), B: each(chain(2)) }, ['warning flow.too-many-transitions /States/B']],
    ['a Map in a Map', { A: each({ B: { ...(each(chain(1)) as object), ItemsPath: '$.lines' } }) }, ['warning flow.too-many-transitions /States/A']],
    ['a loop that waits long enough', { A: wait(5, 'B'), B: choice('A', 'C'), C: pass() }, []],
    ['a loop that waits a second', { A: wait(0.5, 'B'), B: choice('A', 'C'), C: pass() }, ['warning flow.too-many-transitions /States/A']],
    ['a loop on which only one way waits', { A: choice('B', 'C'), B: choice('A', 'C'), C: wait(10, 'A') }, ['warning flow.loop-without-end /States/A']],
    ['a loop that depends on data', { A: pass('B'), B: choice('A', 'C'), C: pass() }, ['note flow.loop-without-wait /States/A']],
    ['a state that goes to itself', { A: choice('A', 'B'), B: pass() }, ['note flow.loop-without-wait /States/A']],
    ['a loop that a Choice without Default may end', { A: pass('B'), B: { Type: 'Choice', Choices: [{ Variable: '$.input.a', BooleanEquals: true, Next: 'A' }] } }, ['note flow.loop-without-wait /States/A']],
    ['a loop of five states without a way out', { A: pass('B'), B: pass('C'), C: pass('D'), D: pass('E'), E: pass('A') }, ['warning flow.loop-without-end /States/A']],
    ['a loop without a way out', { A: pass('B'), B: wait(10, 'A') }, ['warning flow.loop-without-end /States/A']],
    ['a loop that a Catch leaves', { A: { ...(jq('.', 'B') as object), Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.e', Next: 'C' }] }, B: wait(10, 'A'), C: pass() }, []],
  ])('%s', (_name, states, findings) => expect(told(states)).toEqual(findings)) // prettier-ignore

  it('says how many items of a Map fit', () => {
    const [finding] = found({ A: each(chain(5), 'B'), B: pass() })
    expect(finding).toMatchObject({
      message: 'this flow can enter 502 states; after 250 it is ended',
      way_out: 'up to 49 items fit: send no more, or do in jq what its states do',
    })
  })
})

describe('values of an evident type', () => {
  const read = (path: string): Json => ({
    Type: 'Pass',
    Result: { 'x.$': path },
    ResultPath: '$.x',
    End: true,
  })

  it.each<[expr: string, path: string]>([
    ['.a | tostring', '$.made[0]'],
    ['.a | join(", ")', '$.made.b'],
    ['"a \\(.b | [.c]) d"', '$.made[0]'],
    ['.a as $x | $x | length', '$.made.b'],
    ['.a // "" | test("x|y")', '$.made.b'],
    ['[.a[]]', '$.made.b'],
    ['{a: .b}', '$.made[0]'],
    ['.a - 1 | -5', '$.made[0]'],
  ])('%s leads nowhere with %s', (expr, path) => {
    expect(told({ A: jq(expr, 'B'), B: read(path) })).toEqual([
      'warning path.wrong-type /States/B/Result/x.$',
    ])
  })

  it.each<[expr: string, path: string]>([
    ['.a | tostring', '$.made'],
    ['.a', '$.made[0]'],
    ['[.a[]]', '$.made[0].b'],
    ['{a: .b}', '$.made.a'],
    ['.a // "none"', '$.made[0]'],
    ['.a | tostring, [1]', '$.made[0]'],
    ['if .a then "b" else [1] end', '$.made[0]'],
    ['"[1]" | fromjson', '$.made[0]'],
    ['.a | split(",") | .[0]', '$.made.b'],
    ['# tostring', '$.made[0]'],
    ['[.a][0]', '$.made.b'],
  ])('%s may be read with %s', (expr, path) => {
    expect(told({ A: jq(expr, 'B'), B: read(path) })).toEqual([])
  })

  it.each<[name: string, states: Record<string, Json>, findings: string[]]>([
    ['a place that two states write', { A: jq('"a"', 'B'), B: jq('[1]', 'C'), C: read('$.made[0]') }, []],
    ['a fixed Result', { A: { Type: 'Pass', Result: 'text', ResultPath: '$.a', Next: 'B' }, B: read('$.a[0]') }, ['warning path.wrong-type /States/B/Result/x.$']],
    ['a placeholder', { A: jq('now', 'B'), B: { Type: 'Succeed', Message: 'at {{$.made.day}}' } }, ['warning path.wrong-type /States/B/Message']],
    ['the items of a Map', { A: jq('.a | tojson', 'B'), B: { ...(each(chain(1)) as object), ItemsPath: '$.made' } }, ['warning path.wrong-type /States/B/ItemsPath']],
    ['$ inside an iterator is the element', { A: jq('"a"', 'B'), B: each({ P: read('$.made[0]') }) }, []],
    ['a comparison with another type', { A: jq('.a | length', 'B'), B: { Type: 'Choice', Choices: [{ Not: { Variable: '$.made', StringEquals: '1' }, Next: 'C' }], Default: 'C' }, C: pass() }, ['warning choice.never-true /States/B/Choices/0/Not/StringEquals']],
    ['a comparison with its own type', { A: jq('.a | length', 'B'), B: { Type: 'Choice', Choices: [{ Variable: '$.made', NumericEquals: 1, Next: 'C' }], Default: 'C' }, C: pass() }, []],
  ])('%s', (_name, states, findings) => expect(told(states)).toEqual(findings)) // prettier-ignore
})

describe('shapes', () => {
  it.each<[name: string, states: Record<string, Json>, findings: string[]]>([
    ['a Catch that is no array', { A: { ...(jq('.') as object), Catch: {} } }, ['error catch.not-array /States/A/Catch']],
    ['a Catch with something else in it', { A: { ...(jq('.') as object), Catch: ['States.ALL'] } }, ['error catch.not-object /States/A/Catch/0']],
    ['a rule that is no object', { A: { Type: 'Choice', Choices: [5], Default: 'B' }, B: pass() }, ['error choice.not-object /States/A/Choices/0']],
    ['a long name', { ['n'.repeat(81)]: pass() }, [`warning state.name-long /States/${'n'.repeat(81)}`]],
    ['an Iterator that is no object', { A: { Type: 'Map', ItemsPath: '$.l', ResultPath: '$.o', Iterator: 5, End: true } }, ['error flow.not-object /States/A/Iterator']],
  ])('%s', (_name, states, findings) => expect(told(states)).toEqual(findings)) // prettier-ignore
})

it.each([
  ['Task', 'ZIS calls it "Action", with ActionName'],
  ['Parallel', 'ZIS has no Parallel: put the states one after another'],
  ['Pas', 'did you mean "Pass"?'],
  ['Subflow', 'types are Action, Choice, Fail, Map, Pass, Succeed, Wait'],
])('knows what is meant by the type %s', (Type, wayOut) => {
  expect(found({ A: { Type } })).toMatchObject([{ code: 'state.type-unknown', way_out: wayOut }])
})

it.each([
  ['Dome', 'did you mean "Done"?'],
  ['Elsewhere', 'states here are A, Done'],
])('knows which state is meant by %s', (Next, wayOut) => {
  const [finding] = found({ A: pass(Next), Done: pass() })
  expect(finding).toMatchObject({ code: 'flow.next-unknown', way_out: wayOut })
})

describe('what an action is given', () => {
  const given = (name: string, parameters: Json) =>
    told({ A: builtIn(name, parameters) }).map((line) => line.replace('/States/A/Parameters', ''))

  it.each<[name: string, action: string, parameters: Json, findings: string[]]>([
    ['all that LoadConfig needs', 'zis:common:action:LoadConfig', { 'scope.$': '$.input.scope' }, []],
    ['LoadConfig without a scope', 'zis:common:action:LoadConfig', {}, ['warning action.parameter-missing ']],
    ['a slip of the pen', 'zis:common:action:PatchConfig', { scope: 's', conifg: {} }, ['warning action.parameter-missing ', 'warning action.parameter-unknown /conifg']],
    ['LoadLinks by either name', 'zis:common:action:LoadLinks', { link_type: 't', right_object_name: 'r', page_size: 5 }, []],
    ['LoadLinks without a name', 'zis:common:action:LoadLinks', { link_type: 't' }, ['warning action.parameter-missing ']],
    ['CreateLink without an object', 'zis:common:action:CreateLink', { link_type: 't', left_object: { name: 'l' } }, ['warning action.parameter-missing ']],
    ['PatchLink', 'zis:common:action:PatchLink', { link_type: 't', left_object_name: 'l', left_object: { name: 'm' } }, []],
    ['DeleteLink', 'zis:common:action:DeleteLink', { link_type: 't', left_object_name: 'l', right_object_name: 'r' }, []],
    ['jq without data', 'zis:common:transform:Jq', { expr: '.' }, ['warning action.parameter-missing ']],
    ['jq with JSON in a text', 'zis:common:transform:Jq', { expr: '.', data: '{"a": 1}' }, []],
    ['jq with a text that is no JSON', 'zis:common:transform:Jq', { expr: '.', data: "{'a': 1}" }, ['warning jq.data-not-json /data']],
    ['jq with a bare object', 'zis:common:transform:Jq', { expr: '.', data: { a: 1 } }, ['note jq.data-not-text /data']],
    ['a path without .$', 'zis:common:transform:Jq', { expr: '.', data: '$' }, ['warning template.path-without-dollar /data']],
    ['a path without .$ deep inside', 'zis:common:action:PatchConfig', { scope: 's', config: { a: ['$.input.id'] } }, ['warning template.path-without-dollar /config/a/0']],
    ['the sign of a currency', 'zis:common:action:PatchConfig', { scope: 's', config: { unit: '$' } }, []],
    ['.$ with a fixed text', 'zis:common:action:LoadConfig', { 'scope.$': 'settings' }, ['warning template.text /scope.$']],
    ['.$ with a number', 'zis:common:action:PatchConfig', { scope: 's', config: { 'a.$': 5 } }, ['warning template.dollar-without-path /config/a.$']],
    ['.$ with a path that is none', 'zis:common:action:LoadConfig', { 'scope.$': '$.a[*]' }, ['warning template.path /scope.$']],
    ['parameters of a custom action are its own', 'zis:acme:action:any', { anything: 1 }, []],
    ['Parameters that are no object', 'zis:acme:action:any', 5, ['error action.parameters ']],
  ])('%s', (_name, action, parameters, findings) => expect(given(action, parameters)).toEqual(findings)) // prettier-ignore
})

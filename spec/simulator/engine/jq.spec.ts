import type { Json } from '../../../src/zis/json'
import { JqError, type Jq } from '../../../src/simulator/engine/ports'
import { createJq } from '../../../src/simulator/node/jq'

let jq: Jq
beforeAll(() => {
  jq = createJq()
})
afterAll(() => jq.close())

const evaluate = (program: string, input: Json = null, milliseconds = 5000) =>
  jq.evaluate(program, input, { milliseconds })

async function problemOf(work: Promise<Json>): Promise<JqError> {
  const problem: unknown = await work.catch((thrown: unknown) => thrown)
  if (!(problem instanceof JqError)) throw new Error(`no JqError but ${JSON.stringify(problem)}`)
  return problem
}

it('gives the value that a program makes', async () => {
  expect(await evaluate('.a.b | tostring', { a: { b: 42 } })).toBe('42')
})

it.each([0, '', false, null, [], {}])('gives back %j as it is', async (value) => {
  expect(await evaluate('.', value)).toEqual(value)
})

it('takes the first of several outputs, and null for none', async () => {
  expect(await evaluate('.[]', [1, 2, 3])).toBe(1)
  expect(await evaluate('empty')).toBeNull()
})

it('keeps ids up to 2^53 exact', async () => {
  expect(await evaluate('{id}', { id: Number.MAX_SAFE_INTEGER })).toEqual({ id: 9007199254740991 })
})

it('treats a key like __proto__ as data', async () => {
  const result = await evaluate('.', JSON.parse('{"__proto__": {"a": 1}}') as Json)
  expect(JSON.stringify(result)).toBe('{"__proto__":{"a":1}}')
})

it('never reads a program as an option', async () => {
  expect(await evaluate('-1')).toBe(-1)
  expect((await problemOf(evaluate('--help'))).kind).toBe('syntax')
})

it('says what is wrong with a program, and where', async () => {
  const problem = await problemOf(evaluate('.a | nothing_known'))
  expect(problem.kind).toBe('syntax')
  expect(problem.message).toMatch(/^nothing_known\/0 is not defined at <top-level>, line 1, column 6/)
})

it('says what went wrong with the data', async () => {
  const problem = await problemOf(evaluate('.[]', 7))
  expect([problem.kind, problem.message]).toEqual(['runtime', 'Cannot iterate over number (7)'])
})

it('reads nothing from outside of its input', async () => {
  expect((await problemOf(evaluate('input'))).kind).toBe('runtime')
  expect((await problemOf(evaluate('import "a" as a; .'))).kind).toBe('syntax')
  expect(await evaluate('[$ENV.PATH, env.HOME] | map(contains("zis")?)')).not.toContain(true)
})

it('stops a program that never ends, while others go on', async () => {
  const runaway = problemOf(evaluate('def f: f; f', null, 300))
  expect(await evaluate('1 + 1')).toBe(2)
  const problem = await runaway
  expect([problem.kind, problem.message]).toEqual(['budget', 'the jq program did not end within 300 ms'])
})

it('goes on after as many runaways as there are threads, and more', async () => {
  const runaways = await Promise.all([1, 2, 3].map(() => problemOf(evaluate('last(range(1e9))', null, 200))))
  expect(runaways.map(({ kind }) => kind)).toEqual(['budget', 'budget', 'budget'])
  expect(await evaluate('"well"')).toBe('well')
})

it('stops a program that wants all memory', async () => {
  const problem = await problemOf(evaluate('[range(1e9)] | length'))
  expect(problem.kind).not.toBe('syntax')
  expect(await evaluate('"well"')).toBe('well')
})

it('stops a program that calls itself without end', async () => {
  const problem = await problemOf(evaluate('def f: 1 + f; f'))
  expect(problem.kind).not.toBe('syntax')
  expect(await evaluate('"well"')).toBe('well')
})

it('refuses data that is nested too deep before it can do harm', async () => {
  const nest = (levels: number): Json => (levels === 0 ? 1 : [nest(levels - 1)])
  expect(await evaluate('flatten', nest(400))).toEqual([1])
  expect((await problemOf(evaluate('.', nest(401)))).message).toMatch(/nested up to 400 levels/)
})

it('refuses programs that come when it is closed', async () => {
  const other = createJq()
  await other.close()
  expect((await problemOf(other.evaluate('.', 1, { milliseconds: 1000 }))).message).toBe(
    'jq has been shut down',
  )
})

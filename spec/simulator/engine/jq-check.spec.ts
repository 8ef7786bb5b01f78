import { createJq } from '../../../src/simulator/node/jq'

const jq = createJq()
afterAll(() => jq.close())

it.each([
  '.', '-1', '# nothing but this\n.', 'def f: f; f', '[range(1e9)]', 'input', 'halt', 'error("x")', '.a[0:2] |= .', '"\\(.a | @uri)"',
])('has nothing against %j, and does not run it', async (program) => {
  expect(await jq.check(program)).toBeUndefined()
}) // prettier-ignore

it.each<[program: string, message: string, line: number, column: number]>([
  ['', 'the expression is empty', 1, 1],
  ['.a | foo', 'foo/0 is not defined', 1, 6],
  ['.a |', 'syntax error, unexpected end of file', 1, 4],
  ['.a\n  | foo(1)', 'foo/1 is not defined', 2, 5],
  ['"é😀" | bar', 'bar/0 is not defined', 1, 9],
  ['.a | é', 'syntax error, unexpected character', 1, 6],
  ['{a: 1', "syntax error, unexpected end of file, expecting '}'", 1, 5],
  ['1) | (2', 'syntax error, unexpected character, expecting end of file', 1, 2],
  ['$x', '$x is not defined', 1, 1],
  ['import "a" as a; .', 'module not found: a', 1, 1],
])('%j: %s', async (program, message, line, column) => {
  const fault = await jq.check(program)
  expect(fault).toMatchObject({ kind: 'syntax', message, line, column })
  const before = program.slice(0, fault!.offset).split('\n')
  expect([before.length, before.at(-1)!.length + 1]).toEqual([line, column])
})

it('says so when a program is too much even to be read, and reads the next one', async () => {
  const deep = await jq.check(`${'['.repeat(200_000)}1${']'.repeat(200_000)}`)
  expect(deep?.message).toBeDefined()
  expect(await jq.check('.still | .there')).toBeUndefined()
})

it('asks jq once about a program', () => {
  const answer = jq.check('.the | .same')
  expect(jq.check('.the | .same')).toBe(answer)
})

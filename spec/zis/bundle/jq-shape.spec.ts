import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { jqShapeFault } from '../../../src/zis/bundle/jq-shape'
import { readIntegration } from '../../../src/zis/integration/read'
import { createJq } from '../../../src/simulator/node/jq'

const jq = createJq()
afterAll(() => jq.close())

const good = [
  '.a.b[0] | {id, "n": .name, (.k): 1, if: 2, and: 3} | .if',
  'if .a then "x \\(.b | "y \\(.c)") z" else [.d[]] end # (not closed',
  'reduce .[] as [$a, {b: $c}] (0; . + $a) | . as $x | try error("\\"") catch .',
  'def f(g; $x): g | . != $x; f(.a; 1) // @base64 "\\(.b)" ?// .',
  '.["end"] | ."if" | .a? // empty | -1.5e3 | .. | @json',
  'foreach range(5) as $i (null; $i; [., $i]) | limit(3; .[]) | label $out | break $out',
  '.a |= . + 1 | .b //= 2 | .c -= 1 | $ENV.PATH | input_line_number | $__loc__',
  'if . then 1 elif .a then 2 end',
  '. as [$a] ?// $a | $a',
]

it.each(good)('has nothing against %s', (program) => {
  expect(jqShapeFault(program)).toBeUndefined()
})

it.each([
  ['.a | map(.b', '( is not closed; ) is missing', 9],
  ['{a: [1, 2}', '} stands where ] is missing', 10],
  ['.a)', ') closes nothing', 3],
  ['"abc', '" is not closed; " is missing', 1],
  ['"a \\(.b', '( is not closed; ) is missing', 5],
  ['if .a then 1 else 2', 'if is not closed; end is missing', 1],
  ['.a end', 'end closes nothing', 4],
  ['.a |', 'nothing follows |', 5],
  ['.a and', 'nothing follows and', 7],
  [".a == 'b'", '"\'" is no character of the language', 7],
  ['.a && .b', '"&" is no character of the language', 4],
])('says of %s what none could read, and jq cannot either', async (program, message, column) => {
  expect(jqShapeFault(program)).toMatchObject({ kind: 'syntax', message, line: 1, column })
  expect(await jq.check(program)).toMatchObject({ kind: 'syntax' })
})

it('raises no false alarm: whatever it says something of, jq refuses too', async () => {
  const wrong: string[] = []
  for (const program of good) {
    // Each of them with one character taken away, at every place.
    for (let at = 0; at < program.length; at++) {
      const shorter = program.slice(0, at) + program.slice(at + 1)
      if (jqShapeFault(shorter) && (await jq.check(shorter)) === undefined) wrong.push(shorter)
    }
  }
  expect(wrong).toEqual([])
}, 60_000)

it('is told of a bundle that is read from files, with its line', () => {
  const folder = join(__dirname, '../../../integrations/order_tickets')
  const files = ['integration.json', 'bundle.json'].map((name) => ({
    name,
    text: readFileSync(join(folder, name), 'utf8'),
  }))
  const expression = /"expr(?:\.\$)?": "(?!\$)/.exec(files[1]!.text)!
  const at = expression.index + expression[0].length
  const broken = { ...files[1]!, text: `${files[1]!.text.slice(0, at)}(${files[1]!.text.slice(at)}` }

  expect(readIntegration(files).files[1]!.findings.filter(({ code }) => code === 'jq.syntax')).toEqual([])
  const { entry, files: read } = readIntegration([files[0]!, broken])
  expect(read[1]!.findings).toContainEqual(
    expect.objectContaining({
      code: 'jq.syntax',
      severity: 'warning',
      line: broken.text.slice(0, at).split('\n').length,
      message: 'jq: ( is not closed; ) is missing (line 1, column 1 of the expression)',
    }),
  )
  expect(entry).toBeDefined()
})

import fc from 'fast-check'
import { entryOf } from '../../../src/zis/codes'
import { Places } from '../../../src/zis/json-text/places'
import { readJson } from '../../../src/zis/json-text/read-json'

const told = (text: string) => {
  const places = new Places(text)
  return readJson(text).faults.map(({ code, offset }) => {
    const { line, column } = places.at(offset)
    return `${line}:${column} ${code}`
  })
}
const refused = (text: string) =>
  readJson(text).faults.some(({ code }) => entryOf(code)!.severities[0] === 'error')

/** What JSON.parse says; undefined when it refuses the text. */
function parsed(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return undefined
  }
}

it.each<[name: string, text: string, value: unknown, faults: string[]]>([
  ['nothing', '', undefined, ['1:1 json.empty']],
  ['only blanks', ' \n ', undefined, ['1:1 json.empty']],
  ['only a comment', '// later', undefined, ['1:1 json.comment', '1:1 json.empty']],
  ['a byte order mark', '\ufeff{"a" 1}', { a: 1 }, ['1:1 json.byte-order-mark', '1:5 json.colon-missing']],
  ['comments', '{ // one\n/* two\n */ "a": 1 # three\n}', { a: 1 }, ['1:3 json.comment', '2:1 json.comment', '3:12 json.comment']],
  ['a comment without end', '{"a": 1} /* ', { a: 1 }, ['1:10 json.comment']],
  ['comment signs inside of a text', '["// no", "/* no */", "# no"]', ['// no', '/* no */', '# no'], []],
  ['trailing commas', '{"a": [1,\n2,],\n}', { a: [1, 2] }, ['2:2 json.trailing-comma', '2:4 json.trailing-comma']],
  ['no comma in an object', '{"a": 1\n "b": 2}', { a: 1, b: 2 }, ['1:8 json.comma-missing']],
  ['no comma in an array', '[1 2 {}{}]', [1, 2, {}, {}], ['1:3 json.comma-missing', '1:5 json.comma-missing', '1:8 json.comma-missing']],
  ['commas with nothing between them', '[1,,2]', [1, 2], ['1:4 json.comma-extra']],
  ['a comma at the beginning', '{,"a": 1}', { a: 1 }, ['1:2 json.comma-extra']],
  ['no colon', '{"a" 1, "b" = 2}', { a: 1, b: 2 }, ['1:5 json.colon-missing', '1:12 json.colon-missing']],
  ['no key', '{"a": 1, {"b": 2}}', { a: 1 }, ['1:10 json.key-missing']],
  ['keys without quotes', '{a: 1, $b-c: 2}', { a: 1, '$b-c': 2 }, ['1:2 json.key-quotes', '1:8 json.key-quotes']],
  ['no value', '{"a": , "b": 2, "c": }', { b: 2 }, ['1:5 json.value-missing', '1:20 json.value-missing']],
  ['single quotes', "{'a': 'x \"y\"'}", { a: 'x "y"' }, ['1:2 json.quotes', '1:7 json.quotes']],
  ['typographic quotes', '{“a”: “x”}', { a: 'x' }, ['1:2 json.quotes', '1:7 json.quotes']],
  ['a text without end, line by line', '{"a": "x,\n"b": "y"}', { a: 'x,', b: 'y' }, ['1:7 json.string', '1:10 json.comma-missing']],
  ['a text over several lines', '{"a": "if .x\nthen \\"1\\"\nend", "b": 1}', { a: 'if .x\nthen "1"\nend', b: 1 }, ['1:13 json.control-character', '2:11 json.control-character']],
  ['a tab in a text', '["\t"]', ['\t'], ['1:3 json.control-character']],
  ['escapes that are none', '["\\q\\u12", "\\u00e9\\n"]', ['qu12', 'é\n'], ['1:3 json.escape', '1:5 json.escape']],
  ['numbers as others write them', '[01, .5, +1, 0x1F, 1., 1-2]', [1, 0.5, 1, 31, 1, '1-2'], ['1:2 json.number', '1:6 json.number', '1:10 json.number', '1:14 json.number', '1:20 json.number', '1:24 json.number']],
  ['numbers that lose digits', '[9007199254740993, 9007199254740991, 1e400]', [9007199254740992, 9007199254740991, Infinity], ['1:2 json.inexact-number', '1:38 json.inexact-number']],
  ['words', '[True, None, yes, maybe]', [true, null, true, 'maybe'], ['1:2 json.word', '1:8 json.word', '1:14 json.word', '1:19 json.word']],
  ['a variable of a template', '{"a": {{limit}}, {{key}}: 1}', { a: '{{limit}}', '{{key}}': 1 }, ['1:7 json.template-variable', '1:18 json.template-variable']],
  ['a key twice', '{"a": 1, "b": 2, "a": 3}', { a: 3, b: 2 }, ['1:18 json.duplicate-key']],
  ['a bracket too few inside', '{"a": [1, 2}', { a: [1, 2] }, ['1:12 json.bracket']],
  ['a bracket too many inside', '[1}, 2]', [1, 2], ['1:3 json.bracket']],
  ['brackets that are not closed', '{"a": [\n1', { a: [1] }, ['2:2 json.not-closed']],
  ['something behind the end', '{} }', {}, ['1:4 json.after-end']],
  ['two bundles', '{}\n{"a": 1}', {}, ['2:1 json.after-end']],
  ['signs that mean nothing', '[1;\u00a02]', [1, 2], ['1:3 json.unexpected', '1:4 json.unexpected', '1:3 json.comma-missing']],
])('%s', (_name, text, value, faults) => {
  expect(told(text)).toEqual(faults)
  expect(readJson(text).value).toEqual(value)
  expect(refused(text)).toBe(parsed(text) === undefined)
}) // prettier-ignore

it('says where to look for a bracket that is missing further up', () => {
  const text = '{\n  "a": {\n    "b": {\n      "c": 1\n  },\n  "d": 2\n}\n'
  const [fault] = readJson(text).faults
  expect(fault!.message).toBe('the { of line 1 is not closed')
  expect(fault!.way_out).toContain('look before line 5')
})

it('names the value in which a fault was met', () => {
  expect(readJson('{"a": [0, {"b/c": [1 2]}]}').faults[0]!.pointer).toBe('/a/1/b~1c')
})

it('counts lines with any kind of end', () => {
  expect(told('[\r\n1\r2\n3]')).toEqual(['2:2 json.comma-missing', '3:2 json.comma-missing'])
})

it('reads keys like __proto__ as data', () => {
  const value = readJson('{"__proto__": {"a": 1}, "constructor": 2}').value
  expect(JSON.stringify(value)).toBe('{"__proto__":{"a":1},"constructor":2}')
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
})

it('tells a hundred faults and counts the others', () => {
  const { faults } = readJson(`[${'1 '.repeat(1000)}]`)
  expect(faults).toHaveLength(101)
  expect(faults.at(-1)).toMatchObject({
    code: 'json.more-faults',
    message: 'these are the first 100 faults; 899 more follow',
  })
})

it('agrees with JSON.parse about every JSON', () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom(undefined, 1, '\t'), (json, indent) => {
      const text = JSON.stringify(JSON.parse(json), null, indent)
      const read = readJson(text)
      expect(JSON.stringify(read.value)).toBe(JSON.stringify(JSON.parse(text)))
      expect(refused(text)).toBe(false)
    }),
  )
})

const scraps = ['{', '}', '[', ']', ',', ':', '"', "'", '\\', '\n', ' ', '//', '/*', '*/', '{{', '}}', '"a"', '"b":', '1', '-', '0.', 'null', 'x', '\t', '\u00a0', '“', '\ufeff', '😀', '\\u00'] // prettier-ignore

it('takes any text without a crash, and refuses it exactly when JSON.parse does', () => {
  const rubbish = fc.oneof(
    fc.string(),
    fc.array(fc.constantFrom(...scraps), { maxLength: 40 }).map((parts) => parts.join('')),
    fc.tuple(fc.json(), fc.nat(), fc.constantFrom(...scraps)).map(([json, at, scrap]) => {
      const place = at % (json.length + 1)
      return json.slice(0, place) + scrap + json.slice(place + 1)
    }),
  )
  fc.assert(
    fc.property(rubbish, (text) => {
      const read = readJson(text)
      const plain = parsed(text.replace(/^\ufeff/, ''))
      expect(refused(text)).toBe(plain === undefined)
      if (plain) expect(JSON.stringify(read.value)).toBe(JSON.stringify(plain.value))
      for (const { offset } of read.faults) expect(offset >= 0 && offset <= text.length).toBe(true)
    }),
    { numRuns: 3000 },
  )
})

it('gives up on what is no JSON at all, and on what is nested beyond reason', () => {
  expect(readJson(`[${',;'.repeat(5000)}]`)).toMatchObject({ isComplete: false })
  const deep = readJson('['.repeat(5000) + ']'.repeat(5000))
  expect(deep.isComplete).toBe(false)
  expect(deep.faults.map(({ code, offset }) => `${offset} ${code}`)).toEqual(['1000 json.too-deep'])
  expect(readJson('['.repeat(1000) + ']'.repeat(1000)).isComplete).toBe(true)
})

describe('a megabyte', () => {
  const parts = [
    '[', '{', '{"a":', '{"a":[', ']', '"', '"\n', "'\n", '\\', '"\\', '1 ', '1', '-', '// x\n', '/*', '/* */', '{{',
    ',', 'a', '\u00a0', ' ', '\n', '[]', '{} ', '"a":', '[1,', "\"'\n", '[}',
  ] // prettier-ignore

  // Quadratic work on a megabyte would take minutes, and the spec would be stopped.
  it.each(parts)('of %j is read in no time', (part) => {
    for (const before of ['', '[', '{"a":1,', '["']) {
      const { faults } = readJson(before + part.repeat(1_000_000 / part.length))
      expect(faults.length).toBeLessThanOrEqual(101)
    }
  })
})

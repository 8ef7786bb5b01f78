import {
  isPathProblem,
  parsePath,
  readerOf,
  readPath,
  writePath,
  writerOf,
} from '../../../src/zis/flow/paths'
import type { Json } from '../../../src/zis/json'

const stepsOf = (text: string) => {
  const steps = parsePath(text)
  if (isPathProblem(steps)) throw new Error(steps.says)
  return steps
}

it('reads names, indexes and quoted names', () => {
  expect(stepsOf(`$.a.b-c[0]['it\\'s']["d e"]`)).toEqual(['a', 'b-c', 0, "it's", 'd e'])
  expect(stepsOf('$')).toEqual([])
})

it.each([
  ['a.b', 0],
  ['$.a..b', 3],
  ['$.a[*]', 3],
  ['$.*', 1],
  ['$.a[-1]', 3],
  ['$.a[0:1]', 3],
  ['$.a b', 3],
  ['$.a.', 3],
  ['$x', 1],
])('says where %s stops being a reference path', (text, at) => {
  expect(parsePath(text)).toMatchObject({ at })
})

it('shares everything but the way to what it writes', () => {
  const data = { a: { b: 1 }, c: { d: 2 } }
  const written = writePath(data, '$.a.b', 5) as typeof data
  expect(written).toEqual({ a: { b: 5 }, c: { d: 2 } })
  expect(written.c).toBe(data.c)
  expect(data.a.b).toBe(1)
})

it.each([
  '$.__proto__',
  '$.__proto__.polluted',
  '$.constructor.prototype.polluted',
  '$.a.__proto__.polluted',
])('writes %s as data', (path) => {
  const written = writePath({ a: {} }, path, 'mine')
  expect(readPath(written, path)).toBe('mine')
  expect(({} as { polluted?: string }).polluted).toBeUndefined()
  expect(Object.getPrototypeOf(written)).toBe(Object.prototype)
})

it.each(['$', '$.a', '$.a.b', '$.a.b.c', '$.l[1]', '$.__proto__', '$.gone.far'])(
  'reads and writes %s the same whether prepared or not',
  (path) => {
    const data: Json = JSON.parse('{"a": {"b": {"c": 0}}, "l": [1, null], "__proto__": 3}') as Json
    expect(readerOf(stepsOf(path))(data)).toEqual(readPath(data, path))
    expect(JSON.stringify(writerOf(stepsOf(path))(data, 'x'))).toBe(
      JSON.stringify(writePath(data, path, 'x')),
    )
  },
)

it('refuses to write through a value that is no object', () => {
  for (const value of ['text', 0, false, null, [1]]) {
    expect(() => writePath({ a: value }, '$.a.b', 1)).toThrow('cannot set "b"')
  }
})

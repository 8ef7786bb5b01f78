import { changeJson, firstInexactInteger, firstInexactNumber } from '../../src/zis/integers'

it.each([
  ['{"id": 9007199254740991}', undefined],
  ['{"id": 9007199254740993}', '9007199254740993'],
  ['[-9007199254740993]', '-9007199254740993'],
  ['{"id": "9007199254740993"}', undefined],
  ['{"say \\"9007199254740993\\"": 1}', undefined],
  ['[1234567890123456.5]', undefined],
  ['[0.12345678901234567]', undefined],
  ['[12345678901234567890e2]', undefined],
])('in %s it is %j', (text, found) => {
  expect(firstInexactInteger(text)).toBe(found)
})

it.each([
  [9007199254740991, undefined],
  [{ a: [null, { id: 9007199254740992 }] }, 9007199254740992],
  [-9007199254740994, -9007199254740994],
  [['9007199254740993', 1.5, 1e300], undefined],
])('in the data %j it is %j', (data, found) => {
  expect(firstInexactNumber(data)).toBe(found)
})

it.each([
  ['{"a": 1, "b": "x"}', '{"a":1,"b":"x"}'],
  [
    '{"id": 9007199254740993, "ids": [-9007199254740995, 1.5]}',
    '{"id":9007199254740993,"ids":[-9007199254740995,1.5]}',
  ],
  ['{"#": "##9007199254740993", "id": 9007199254740993}', '{"#":"##9007199254740993","id":9007199254740993}'],
  ['{"id": 9007199254740993', undefined],
  ['', undefined],
])('%s is written again as %j', (text, again) => {
  expect(changeJson(text, (value) => value)).toBe(again)
})

it('lets a change see an integer that it would lose as a text, and take it away', () => {
  const seen: unknown[] = []
  const taken = changeJson('{"key": 9007199254740993, "id": 9007199254740993}', (value) => {
    seen.push(value)
    return { ...(value as object), key: '*****' }
  })
  expect(taken).toBe('{"key":"*****","id":9007199254740993}')
  expect(seen).toEqual([{ key: '#9007199254740993', id: '#9007199254740993' }])
})

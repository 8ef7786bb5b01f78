import { firstInexactInteger, firstInexactNumber } from '../../src/zis/integers'

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

import fc from 'fast-check'
import { diffBundles, diffLines } from '../../src/app/state/bundle-diff'

const bundle = (resources: object) =>
  ({ name: 'b', description: '', zis_template_version: '1', resources }) as never

it('names the resources that were added, removed and changed, and no others', () => {
  const before = bundle({ same: { a: 1, b: 2 }, gone: { c: 3 }, other: { url: 'https://old' } })
  const after = bundle({ same: { b: 2, a: 1 }, came: { d: 4 }, other: { url: 'https://new' } })

  expect(diffBundles(before, after).map(({ resource, change }) => `${change} ${resource}`)).toEqual([
    'added came',
    'removed gone',
    'changed other',
  ])
})

it('calls everything an addition where nothing is stored yet', () => {
  expect(
    diffBundles(undefined, bundle({ came: 1 })).map(({ resource, change }) => [resource, change]),
  ).toEqual([
    [undefined, 'added'],
    ['came', 'added'],
  ])
})

it('marks lines, and leaves out what is far from a change', () => {
  const list = (middle: string) => ['a', 'b', 'c', 'd', 'e', middle, 'f', 'g', 'h', 'i', 'j']
  const [diff] = diffBundles(bundle({ list: list('old') }), bundle({ list: list('new') }))

  expect(diff!.text.split('\n')).toEqual([
    '@@ … @@',
    '   "c",',
    '   "d",',
    '   "e",',
    '-  "old",',
    '+  "new",',
    '   "f",',
    '   "g",',
    '   "h",',
    '@@ … @@',
  ])
})

it('takes keys such as __proto__ for what they are: data', () => {
  const resources = JSON.parse('{"__proto__": {"type": "ZIS::Flow"}}') as object

  expect(diffBundles(bundle({}), bundle(resources))).toMatchObject([
    { resource: '__proto__', change: 'added' },
  ])
})

it('holds both texts, whatever they are', () => {
  const text = fc.array(fc.constantFrom('{', '}', 'a', 'b'), { maxLength: 12 })
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = diffLines(before, after)
      const side = (mark: string) => lines.filter((line) => line[0] === ' ' || line[0] === mark)
      expect(side('-').map((line) => line.slice(1))).toEqual(before)
      expect(side('+').map((line) => line.slice(1))).toEqual(after)
    }),
  )
})

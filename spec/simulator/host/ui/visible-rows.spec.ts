import { visibleRange } from '../../../../src/simulator/host/ui/visible-rows'

const height = 800
const rowHeight = 50
const range = (top: number, count = 10_000) => visibleRange(top, height, rowHeight, count)

it('draws from the beginning what is on the screen and a little below it', () => {
  expect(range(200)).toEqual({ first: 0, end: 30 })
})

it('draws rows above and below the screen in the middle of a long list', () => {
  const { first, end } = range(-250_000)
  expect(first).toBe(4980)
  expect(end).toBe(5030)
})

it('draws the last rows at the end', () => {
  expect(range(-10_000 * rowHeight + height).end).toBe(10_000)
})

it('stays as it is while the page moves by a few pixels', () => {
  expect(range(-250_010)).toEqual(range(-250_000))
})

it.each([0, 1, 15])('draws all of %d rows', (count) => {
  expect(range(200, count)).toEqual({ first: 0, end: count })
})

import { readJson } from '../../../../src/simulator/host/ui/json-input'

it.each(['{"a": 1}', '[]', '"text"', '0', 'null', ' false '])('takes any JSON value: %s', (text) => {
  expect(readJson(text)).toEqual({ value: JSON.parse(text) as unknown })
})

it('asks for something where there is nothing', () => {
  expect(readJson(' \n')).toEqual({ problem: expect.stringContaining('Enter the input as JSON') as string })
})

it('names the line in which the text stops being JSON', () => {
  expect(readJson('{\n  "a": 1,\n  b\n}')).toEqual({ problem: expect.stringContaining('line 3') as string })
})

it('says that it is no JSON when there is no line to name', () => {
  expect(readJson('{"a"')).toEqual({ problem: expect.stringMatching(/^This is not valid JSON\./) as string })
})

import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createJq } from '../../src/simulator/node/jq'
import { runCase, type Expected, type FlowCase } from './flow-case'

const jq = createJq()
afterAll(() => jq.close())

const files = readdirSync(__dirname).filter((file) => file.endsWith('.json'))

describe.each(files)('%s', (file) => {
  const cases = JSON.parse(readFileSync(path.join(__dirname, file), 'utf8')) as FlowCase[]

  it.each(cases.map((flowCase) => [flowCase.name, flowCase] as const))('%s', async (_name, flowCase) => {
    const { expect: expected } = flowCase
    const found = await runCase(flowCase, jq)
    const asked = Object.keys(expected) as Array<keyof Expected>
    expect(asked.length).toBeGreaterThan(0)
    expect(Object.fromEntries(asked.map((word) => [word, found[word]]))).toEqual(expected)
  })
})

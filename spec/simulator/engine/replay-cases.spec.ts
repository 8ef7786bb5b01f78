import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { packAttempt, unpackAttempt } from '../../../src/zis/packed-history'
import type { FlowDefinition } from '../../../src/zis/flow/types'
import { replay } from '../../../src/simulator/engine/replay'
import { createJq } from '../../../src/simulator/node/jq'
import { attemptOf, contextOf, type FlowCase } from '../../flows/flow-case'

const jq = createJq()
afterAll(() => jq.close())

const folder = path.join(__dirname, '../../flows')
const cases = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .flatMap((file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as FlowCase[])
  .filter(({ expect: expected }) => !expected.findings)

it.each(cases.map((flowCase) => [flowCase.name, flowCase] as const))(
  'replays: %s',
  async (_name, flowCase) => {
    const { attempt } = await attemptOf(flowCase, jq)
    const kept = JSON.parse(JSON.stringify(packAttempt(attempt))) as ReturnType<typeof packAttempt>
    expect(unpackAttempt(kept)).toEqual(attempt)

    const definition = flowCase.flow as unknown as FlowDefinition
    expect(await replay({ attempts: [unpackAttempt(kept)] }, definition, contextOf(flowCase))).toBeUndefined()
  },
)

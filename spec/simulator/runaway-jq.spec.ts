import { installFlow, raise } from '../support/one-flow'
import { startSimulator, type TestZis } from '../support/start-simulator'

const flowWith = (expr: string) => ({
  StartAt: 'Transform',
  States: {
    Transform: {
      Type: 'Action',
      ActionName: 'zis:common:transform:Jq',
      Parameters: { expr, 'data.$': '$.input' },
      ResultPath: '$.out',
      Next: 'Done',
    },
    Done: { Type: 'Succeed', Message: 'made {{$.out}}' },
  },
})

describe('a jq program that runs away', () => {
  let zis: TestZis
  beforeEach(async () => {
    zis = await startSimulator()
    for (const name of ['acme_runaway', 'acme_other'])
      await zis.admin(`POST /api/services/zis/registry/${name}`, {})
    await installFlow(zis, 'acme_other', { flow: flowWith('.n + 1') })
  })
  afterEach(() => zis.stop())

  /** How the runs of both integrations end that one event starts. */
  async function runBeside(expr: string) {
    await installFlow(zis, 'acme_runaway', { flow: flowWith(expr) })
    await raise(zis, { n: 41 })
    expect(await zis.settle()).toMatchObject({ settled: true, waiting: 0 })
    const { body } = await zis.control('GET /_sim/runs')
    const runs = body['runs'] as Array<{ integration: string; status: string; result: string }>
    const of = (name: string) => {
      const { status, result } = runs.find(({ integration }) => integration === name)!
      return `${status}: ${result}`
    }
    return { runaway: of('acme_runaway'), other: of('acme_other') }
  }

  it.each([
    ['that never ends', 'def f: f; f', 'did not end within 2000 ms'],
    ['that never stops to give', 'last(repeat(1))', 'did not end within 2000 ms'],
    ['that wants all memory', '[range(1e9)]', 'more memory'],
    ['that calls itself ever deeper', 'def f: 1 + f; f', 'more memory or goes deeper than it may'],
    ['whose regular expression explodes', '("a" * 40 + "!") | test("^(a+)+$")', 'retry-limit-in-match'],
  ])('%s fails its run with the cause, and no other run', async (_name, expr, cause) => {
    const { runaway, other } = await runBeside(expr)
    expect(runaway).toMatch(/^failed: /)
    expect(runaway).toContain(cause)
    expect(other).toBe('succeeded: made 42')
  })

  it.each([
    ['input', 'break'],
    ['import "secrets" as s; .', 'module'],
    ['include "secrets"; .', 'module'],
  ])('%s reaches nothing outside of its data', async (expr, cause) => {
    const { runaway, other } = await runBeside(expr)
    expect(runaway).toMatch(/^failed: /)
    expect(runaway).toContain(cause)
    expect(other).toBe('succeeded: made 42')
  })

  it('sees nothing of the environment of the simulator', async () => {
    const { runaway } = await runBeside('[$ENV, env] | tojson')
    expect(runaway).toMatch(/^succeeded: made \[\{/)
    for (const value of [process.env['HOME'], process.env['PATH'], process.cwd()]) {
      expect(runaway).not.toContain(`"${value}"`)
    }
  })
})

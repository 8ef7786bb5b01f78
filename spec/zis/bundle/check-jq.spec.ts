import { jqProgramsIn, type CheckJq, type JqFault } from '../../../src/zis/bundle/check-jq'
import { judgeBundle } from '../../../src/zis/bundle/read'
import type { Json } from '../../../src/zis/json'

const jq = (parameters: Json): Json => ({
  Type: 'Action',
  ActionName: 'zis:common:transform:Jq',
  Parameters: parameters,
  ResultPath: '$.made',
  End: true,
})
const bundleOf = (States: Record<string, Json>): Json => ({
  zis_template_version: '2019-10-14',
  name: 'jq',
  resources: {
    f: { type: 'ZIS::Flow', properties: { name: 'f', definition: { StartAt: Object.keys(States)[0]!, States } } },
    j: { type: 'ZIS::JobSpec', properties: { name: 'j', event_source: 'mine', event_type: 'it', flow_name: 'zis:acme:flow:f' } },
  },
}) // prettier-ignore
const state = '/resources/f/properties/definition/States/A'

/** A jq that knows two kinds of bad programs. */
const check: CheckJq = (program) => {
  const at = program.indexOf('BAD')
  const fault: JqFault = {
    kind: 'syntax',
    message: 'BAD/0 is not defined',
    line: 1,
    column: at + 1,
    offset: at,
  }
  if (program.includes('DEEP')) return Promise.resolve({ ...fault, kind: 'budget', offset: 0, column: 1 })
  return Promise.resolve(at < 0 ? undefined : fault)
}

it('finds every program that is known before a flow runs', () => {
  const bundle = bundleOf({
    A: jq({ expr: '.a' }),
    B: jq({ 'expr.$': 'length' }),
    C: jq({ 'expr.$': '.a == "{{$.b}}"' }),
    D: jq({ 'expr.$': '$.program' }),
    'E/F': {
      Type: 'Map',
      ItemsPath: '$.l',
      Iterator: { StartAt: 'A', States: { A: jq({ expr: '.c' }) } },
      End: true,
    },
    G: { Type: 'Action', ActionName: 'zis:acme:action:a', Parameters: { expr: '.no' }, End: true },
  })
  const states = '/resources/f/properties/definition/States'
  expect(jqProgramsIn(bundle)).toEqual([
    { program: '.a', pointer: `${states}/A/Parameters/expr` },
    { program: 'length', pointer: `${states}/B/Parameters/expr.$` },
    { program: '.c', pointer: `${states}/E~1F/Iterator/States/A/Parameters/expr` },
  ])
})

it.each([null, 5, [], {}, { resources: 5 }, { resources: { a: 5, b: { type: 'ZIS::Flow' } } }])(
  'finds none in %j',
  (bundle) => expect(jqProgramsIn(bundle as Json)).toEqual([]),
)

const text = JSON.stringify(bundleOf({ A: jq({ expr: '"\\(.x)\n\u00e9" | BAD', 'data.$': '$' }) }), null, 2)
const judge = (severity: 'warning' | 'error', bundle = text) =>
  judgeBundle(bundle, { integration: 'acme' }, { check, severity })

it('gives the place inside of the program, and in the file behind all escapes', async () => {
  const { bundle, findings } = await judge('warning')
  const lines = text.slice(0, text.indexOf('BAD')).split('\n')
  expect(bundle).toBeDefined()
  expect(findings).toEqual([
    {
      code: 'jq.syntax',
      severity: 'warning',
      pointer: `${state}/Parameters/expr`,
      line: lines.length,
      column: lines.at(-1)!.length + 1,
      inside: { line: 1, column: 13 },
      message: 'jq: BAD/0 is not defined (line 1, column 13 of the expression)',
      way_out: 'mend the expression there',
    },
  ])
})

it('gives no bundle when that is an error', async () => {
  const { bundle, findings } = await judge('error')
  expect(findings.map(({ severity, code }) => `${severity} ${code}`)).toEqual(['error jq.syntax'])
  expect(bundle).toBeUndefined()
})

it('never refuses a program because it is too much to be read here', async () => {
  const { bundle, findings } = await judge('error', text.replace('BAD', 'DEEP'))
  expect(findings.map(({ severity, code }) => `${severity} ${code}`)).toEqual(['warning jq.too-costly'])
  expect(bundle).toBeDefined()
})

it('asks jq about nothing in a text that says nothing', async () => {
  const { findings } = await judge('error', '{"resources": ' + '['.repeat(600) + ']'.repeat(600) + '}')
  expect(findings.map(({ code }) => code)).toEqual(['bundle.too-deep'])
})

import { readBundle, type ReadBundle } from '../../../src/zis/bundle/read'

const text = `{
  "zis_template_version": "2019-10-14",
  "name": "warehouse sync",
  "resources": {
    "push_order": {
      "type": "ZIS::Action::Http",
      "properties": {
        "name": "push_order",
        "definition": { "method": "POST", "url": "https://api.warehouse.test/orders" }
      }
    },
    "on_ticket": {
      "type": "ZIS::Flow",
      "properties": {
        "name": "on_ticket",
        "definition": {
          "StartAt": "Push",
          "States": {
            "Push": { "Type": "Action", "ActionName": "zis:acme:action:push_order", "ResultPath": "$.order", "End": true }
          }
        }
      }
    },
    "on_ticket_job": {
      "type": "ZIS::JobSpec",
      "properties": {
        "name": "on_ticket_job",
        "event_source": "support",
        "event_type": "ticket.TicketCreated",
        "flow_name": "zis:acme:flow:on_ticket"
      }
    }
  }
}
`
const read = (changed: string) => readBundle(changed, { integration: 'acme' })
const told = ({ findings }: ReadBundle) =>
  findings.map(({ severity, code, line, column }) => `${line}:${column} ${severity} ${code}`)
const after = (from: string, to: string) => {
  if (!text.includes(from)) throw new Error(`the text has no ${from}`)
  return text.replace(from, to)
}

it('reads a bundle without faults', () => {
  const { bundle, findings, fixed, value } = read(text)
  expect(findings).toEqual([])
  expect(bundle).toMatchObject({ name: 'warehouse sync', flows: [{ name: 'on_ticket' }] })
  expect(value).toEqual(JSON.parse(text))
  expect(fixed).toBeUndefined()
})

it('takes a bundle as the registry gives it back', () => {
  const downloaded = after('{\n', '{\n"uuid": "0b1c", "zendesk_account_id": 77, "integration": "acme",\n')
  expect(told(read(downloaded))).toEqual([])
})

it.each<[name: string, from: string, to: string, findings: string[]]>([
  ['a value', '"StartAt": "Push"', '"StartAt": "Pull"', ['17:22 error flow.next-unknown', '19:13 warning state.unreachable']],
  ['a key that means nothing', '"event_source"', '"eventSource"', ['26:21 error job-spec.field-missing', '28:9 warning word.unknown']],
  ['a value behind a tab and an escape', '"event_type": "ticket.TicketCreated"', '"\\u0065vent_type":\t"ticket.Created"', ['29:28 warning job-spec.event-unknown']],
  ['something missing, at what lacks it', '"method": "POST", ', '', ['9:23 error action.method']],
  ['faults of the text and of the bundle together', '"name": "on_ticket",', "'name': 5,", ['14:21 error resource.name-missing', '15:9 error json.quotes', '30:22 warning job-spec.flow-unknown']],
  ['comments and trailing commas', '"End": true }', '"End": true, } // done', ['19:121 error json.trailing-comma', '19:125 error json.comment']],
  ['a key twice', '"event_source": "support"', '"event_source": "support", "event_source": "sunshine"', ['28:36 warning json.duplicate-key', '29:23 warning job-spec.event-unknown']],
  ['a variable in a text', '"name": "warehouse sync"', '"name": "{{integration}} sync"', ['3:11 warning text.template-variable']],
  ['a variable in a key', '"Push":', '"{{Push}}":', ['17:22 error flow.next-unknown', '19:13 warning key.template-variable', '19:13 warning state.unreachable']],
  ['a variable in a full name', 'zis:acme:action:push_order', 'zis:{{integration}}:action:push_order', ['19:55 error name.template-variable']],
  ['a placeholder of ZIS is none', 'https://api.warehouse.test/orders', 'https://api.warehouse.test/{{$.path}}', []],
])('tells the place of %s', (_name, from, to, findings) => {
  expect(told(read(after(from, to)))).toEqual(findings)
}) // prettier-ignore

it('gives no bundle for a text that JSON does not know, and the quick fix for what is only in the way', () => {
  const commented = `\ufeff${after('"End": true }', '"End": true, } /* one\n two */ // three')}`
  const { bundle, fixed } = read(commented)
  expect(bundle).toBeUndefined()
  expect(JSON.parse(fixed!)).toEqual(JSON.parse(text))
  expect(fixed!.split('\n').map((line) => line.length)).toEqual(
    commented.slice(1).split('\n').map((line) => line.length),
  ) // prettier-ignore
  expect(read(fixed!).bundle).toBeDefined()
})

it('says nothing of the bundle when the text is hopeless', () => {
  expect(told(read(`{"a": [${'1 '.repeat(2000)}]}`)).filter((line) => !line.includes(' json.'))).toEqual([])
  expect(told(read(''))).toEqual(['1:1 error json.empty'])
  expect(told(read('5'))).toEqual(['1:1 error bundle.not-object'])
})

it.each<[name: string, bundle: (many: number) => unknown]>([
  ['resources that have the same name', (many) => ({ resources: fill(many, (key) => [key, { type: 'ZIS::Flow', properties: { name: 'x' } }]) })],
  ['flows without job specs, and job specs without flows', (many) => ({ resources: fill(many, (key, at) => [key, { type: at % 2 ? 'ZIS::Flow' : 'ZIS::JobSpec', properties: { name: key, flow_name: `zis:acme:flow:none_${at}` } }]) })],
  ['states that lead nowhere', (many) => flow(fill(many, (key) => [key, { Type: 'Pass', Next: `${key}_not` }]))],
  ['a chain of states', (many) => flow(fill(many, (key, at) => [key, { Type: 'Wait', Seconds: 1, Next: `state_number_${at + 1}` }]))],
  ['a loop of states', (many) => flow(fill(many, (key, at) => [key, { Type: 'Pass', Next: `state_number_${(at + 1) % many}` }]))],
  ['one Choice to all', (many) => flow({ state_number_0: { Type: 'Choice', Choices: Array.from({ length: many }, (_, at) => ({ Next: `state_number_${at}` })) }, ...fill(many - 1, (_, at) => [`state_number_${at + 1}`, { Type: 'Pass', Next: 'state_number_0' }]) })],
  ['long unknown words', (many) => ({ resources: { ['x'.repeat(many * 40)]: { ['y'.repeat(many * 40)]: 1, type: 'z'.repeat(many * 40) } } })],
  ['jq that makes a value for every path', (many) => flow(fill(many, (key, at) => [key, { Type: 'Action', ActionName: 'zis:common:transform:Jq', Parameters: { expr: '. | tostring', 'data.$': `$.v${at - 1}[0]` }, ResultPath: `$.v${at}`, Next: `state_number_${at + 1}` }]))],
])('judges a third of a megabyte of %s in time in proportion to its length', (_name, bundleOf) => {
  let bundle = JSON.stringify(bundleOf(10))
  for (let many = 100; bundle.length < 300_000; many *= 1.5) bundle = JSON.stringify(bundleOf(Math.round(many)))
  expect(readBundle(bundle, { integration: 'acme' }).findings.length).toBeLessThanOrEqual(1000)
}) // prettier-ignore

const fill = (many: number, entry: (key: string, at: number) => [string, unknown]) =>
  Object.fromEntries(Array.from({ length: many }, (_, at) => entry(`state_number_${at}`, at)))
const flow = (States: object) => ({
  zis_template_version: '2019-10-14',
  name: 'large',
  resources: {
    f: { type: 'ZIS::Flow', properties: { name: 'f', definition: { StartAt: 'state_number_0', States } } },
  },
})

import fc from 'fast-check'
import { entryOf } from '../../../src/zis/codes'
import { readBundle } from '../../../src/zis/bundle/read'

const words = [
  'zis_template_version', 'name', 'resources', 'type', 'properties', 'definition', 'StartAt', 'States', 'Type', 'Next',
  'End', 'Choices', 'Default', 'Variable', 'StringEquals', 'And', 'Not', 'Catch', 'ErrorEquals', 'ResultPath', 'Result',
  'Iterator', 'ItemsPath', 'Parameters', 'ActionName', 'expr', 'data', 'data.$', 'Seconds', 'SecondsPath', 'Error',
  'Cause', 'Message', 'method', 'url', 'path', 'headers', 'key', 'value', 'requestBody', 'connectionName',
  'event_source', 'event_type', 'flow_name', '__proto__', 'constructor', 'toString', 'A', 'B', 'x.$', '',
] // prettier-ignore
const texts = [
  'ZIS::Flow', 'ZIS::Action::Http', 'ZIS::JobSpec', '2019-10-14', 'A', 'B', 'Action', 'Choice', 'Fail', 'Map', 'Pass',
  'Succeed', 'Wait', '$', '$.a', '$.a[0]', '$.a[*]', '{{$.a}}', '{{a}}', '{{', '[', '. | tostring', 'States.ALL',
  'zis:common:transform:Jq', 'zis:common:action:LoadConfig', 'zis:acme:action:A', 'zis:acme:flow:A', 'zis:::', 'support',
  'GET', '__proto__', 'https://a.test/?b={{$.c}}', '',
] // prettier-ignore

const anything = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 9, withCrossShrink: true },
    fc.constantFrom<unknown>(...texts, 0, -1, 5, 1.5, true, false, null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.array(fc.tuple(fc.constantFrom(...words), tie('value')), { maxLength: 6 }).map(objectOf),
  ),
})).value

/** As JSON.parse would make it: `__proto__` is a key like any other. */
function objectOf(entries: Array<[string, unknown]>): unknown {
  const object = {}
  for (const [key, value] of entries) {
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true })
  }
  return object
}

/** States that are more often right than wrong, so that the checks behind the first ones are reached. */
const states = fc
  .array(fc.tuple(fc.constantFrom('A', 'B', 'C', '__proto__'), anything, fc.constantFrom('A', 'B', 'C', 'D')), { maxLength: 6 })
  .map((entries) =>
    objectOf(
      entries.map(([name, value, next]) => [
        name,
        typeof value === 'object' && value !== null ? { Type: 'Pass', Next: next, ...value } : value,
      ]),
    ),
  ) // prettier-ignore
const bundles = fc.tuple(anything, states, anything).map(([action, States, more]) => ({
  zis_template_version: '2019-10-14',
  name: 'any',
  resources: {
    A: { type: 'ZIS::Action::Http', properties: { name: 'A', definition: action } },
    B: { type: 'ZIS::Flow', properties: { name: 'B', definition: { StartAt: 'A', States } } },
    C: more,
  },
}))

it('judges anything: it never throws, every finding has a known code, severity and place', () => {
  fc.assert(
    fc.property(fc.oneof(anything, bundles, bundles), (bundle) => {
      const text = JSON.stringify(bundle, null, 1)
      const { findings, bundle: typed } = readBundle(text, { integration: 'acme', connections: ['slack'] })
      const lines = text.split('\n')
      for (const { code, severity, line, column } of findings) {
        expect(entryOf(code)?.severities).toContain(severity)
        expect(column! <= lines[line! - 1]!.length + 1).toBe(true)
      }
      expect(typed === undefined).toBe(findings.some(({ severity }) => severity === 'error'))
      expect(({} as Record<string, unknown>)['Type']).toBeUndefined()
    }),
    { numRuns: 2000 },
  )
})

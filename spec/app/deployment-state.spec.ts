import { bundleVerdict, jobSpecVerdict, leftOvers } from '../../src/app/state/deployment-state'
import { bundleFor } from '../../src/zis/bundle/fill'
import type { JsonObject } from '../../src/zis/json'

const bundle: JsonObject = {
  name: 'b',
  description: '',
  zis_template_version: '2019-10-14',
  resources: {
    flow: { next: 'zis:{{integration}}:flow:a', say: '{{$.input}}', list: [{ deep: '{{integration}}' }] },
  },
}
const spec = (name: string, installed: boolean) => ({
  uuid: name,
  name,
  integration: 'acme',
  description: '',
  event_source: 'support',
  event_type: 'ticket.StatusChanged',
  flow_name: 'zis:acme:flow:a',
  installed,
})

it('puts the integration key into every string and leaves the placeholders of flows alone', () => {
  expect(bundleFor(bundle, 'acme').resources).toEqual({
    flow: { next: 'zis:acme:flow:a', say: '{{$.input}}', list: [{ deep: 'acme' }] },
  })
})

it('compares by content: the order of keys and what the server adds do not matter', () => {
  const { resources, ...rest } = bundle

  expect(bundleVerdict(bundle, { uuid: 'u', resources: resources!, ...rest })).toBe('in_sync')
  expect(bundleVerdict(bundle, { ...bundle, resources: {} })).toBe('differs')
  expect(bundleVerdict(bundle, null)).toBe('missing')
})

it('tells a job spec that is uploaded from one that is installed', () => {
  expect(jobSpecVerdict('a', [spec('a', true)])).toBe('installed')
  expect(jobSpecVerdict('a', [spec('a', false)])).toBe('not_installed')
  expect(jobSpecVerdict('a', [spec('b', true)])).toBe('missing')
})

it('finds job specs that still start flows though the bundle has them no more', () => {
  const wanted = [{ name: 'a', description: '', event_source: '', event_type: '' }]

  expect(leftOvers(wanted, [spec('a', true), spec('old', true), spec('older', false)])).toEqual([
    spec('old', true),
  ])
})

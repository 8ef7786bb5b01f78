import {
  asSentence,
  bySeverity,
  countsOf,
  partAt,
} from '../../../../src/simulator/host/integrations/findings'
import type { Finding } from '../../../../src/zis/findings'

const finding = (severity: Finding['severity'], code = 'c'): Finding => ({
  code,
  severity,
  pointer: '',
  message: 'm',
  way_out: 'w',
})

it('puts the worst first and leaves out what there is none of', () => {
  const groups = bySeverity([finding('note'), finding('error', 'a'), finding('error', 'b')])
  expect(groups.map(({ title, findings }) => [title, findings.map(({ code }) => code)])).toEqual([
    ['Errors', ['a', 'b']],
    ['Notes', ['c']],
  ])
})

it('counts in words', () => {
  expect(countsOf([finding('warning'), finding('note'), finding('warning')])).toBe('2 warnings, 1 note')
  expect(countsOf([])).toBe('')
})

it.each([
  ['/resources/f/States/A~1B/Next', '/resources/f/States/A~1B', { Next: 'gone' }],
  ['/resources/f/list/1/x', '/resources/f/list/1', { x: 1 }],
  ['/resources/f/list/0', '/resources/f', { States: { 'A/B': { Next: 'gone' } }, list: ['a', { x: 1 }] }],
  ['/resources/f/missing', '/resources/f', { States: { 'A/B': { Next: 'gone' } }, list: ['a', { x: 1 }] }],
  ['/__proto__/x', '', undefined],
])('finds what %s is about', (pointer, place, value) => {
  const bundle = { resources: { f: { States: { 'A/B': { Next: 'gone' } }, list: ['a', { x: 1 }] } } }
  expect(partAt(bundle, pointer)).toEqual({ pointer: place, value: value ?? bundle })
})

it('begins a sentence with a capital, unless it is about jq', () => {
  expect(asSentence('add "Next"')).toBe('Add "Next"')
  expect(asSentence('jq: syntax error')).toBe('jq: syntax error')
})

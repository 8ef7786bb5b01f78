import { logToCsv } from '../../../src/simulator/logs/export'
import type { LogRow } from '../../../src/simulator/store/tables'

const row = (description: string): LogRow => ({
  id: '1',
  at: '2026-03-02T09:00:00.000Z',
  product: 'acme_a',
  status: 'info',
  description,
  run_id: '7',
  details: { flow: 'zis:acme_a:flow:on_thing', job_spec: 'zis:acme_a:job_spec:on_thing_job' },
})
const lineOf = (description: string) =>
  logToCsv([row(description)])
    .split('\r\n')
    .slice(1)
    .join('\r\n')

it('has the columns of the log first', () => {
  expect(logToCsv([])).toBe('Date and time,Product,Status,Description,Run,Flow,Job spec\r\n')
})

it('writes a row for each row', () => {
  expect(lineOf('Execution Successful')).toBe(
    '2026-03-02T09:00:00.000Z,acme_a,info,Execution Successful,7,zis:acme_a:flow:on_thing,zis:acme_a:job_spec:on_thing_job\r\n',
  )
})

it.each([
  ['one, two', '"one, two"'],
  ['one;=1+1', '"one;=1+1"'],
  ['say "yes"', '"say ""yes"""'],
  ['first\nsecond', '"first\nsecond"'],
])('quotes %j', (text, cell) => {
  expect(lineOf(text)).toContain(`,info,${cell},7,`)
})

it.each([
  '=HYPERLINK("http://evil.example")',
  '+1',
  '-1',
  '@SUM(A1)',
  ' =1+1',
  '\n=1+1',
  '＝1+1',
  '＠SUM(A1)',
])('lets no spreadsheet run %s', (text) => {
  expect(lineOf(text)).toMatch(/,info,"?'/)
})

it('leaves out what a row does not have', () => {
  expect(logToCsv([{ ...row('done'), run_id: null, details: {} }])).toMatch(/,done,,,\r\n$/)
})

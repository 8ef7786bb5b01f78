import { countSpecs } from '../../tools/count-specs.mjs'

const report = { numPassedTests: 7, numFailedTests: 0, numRuntimeErrorTestSuites: 0 }

it('counts each test', () => {
  expect(countSpecs({ ...report, numFailedTests: 2 }, false)).toEqual({ passed: 7, failed: 2 })
  expect(countSpecs(report, true)).toEqual({ passed: 7, failed: 0 })
})

it('counts a spec file that cannot run as a failure', () => {
  expect(countSpecs({ ...report, numRuntimeErrorTestSuites: 1 }, false)).toEqual({ passed: 7, failed: 1 })
})

it('counts a bad end that names no failure as one', () => {
  expect(countSpecs(report, false)).toEqual({ passed: 7, failed: 1 })
  expect(countSpecs(undefined, false)).toEqual({ passed: 0, failed: 1 })
})

// @ts-check

/**
 * What a run of jest adds to the count. A spec file that cannot run counts as one failure, and so does a
 * run that ended badly without naming a failure: no spec was found, the set-up broke, or it was stopped.
 *
 * @param {{ numPassedTests: number, numFailedTests: number, numRuntimeErrorTestSuites: number } | undefined} report
 *   jest's own, undefined when it wrote none
 * @param {boolean} isGood it ended with exit code 0
 */
export function countSpecs(report, isGood) {
  const failed = report === undefined ? 0 : report.numFailedTests + report.numRuntimeErrorTestSuites
  return { passed: report?.numPassedTests ?? 0, failed: !isGood && failed === 0 ? 1 : failed }
}

// Prints "N passed, N failed" from vitest's report and ends with 0 only when all is well.
// Runs on the machine's own Node. A run that broke off without a failed test counts as one failure.
import { readFileSync } from 'node:fs';

const [file, status] = process.argv.slice(2);
let passed = 0;
let failed = 0;
try {
  const report = JSON.parse(readFileSync(file, 'utf8'));
  passed = report.numPassedTests;
  failed = report.numFailedTests;
  // A file that could not be loaded, or whose set-up failed, has no failed test of its own.
  failed += report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length;
  if (report.numPendingTests > 0) console.log(`${report.numPendingTests} skipped (see above why)`);
} catch {
  console.log('There is no report of the tests: the installation or the set-up of the servers failed (see above).');
}
if (failed === 0 && status !== '0') failed = 1;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

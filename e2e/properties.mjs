import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../src/gateway/prepare.mjs';

/** The test files below a folder that state properties, such as `src/lib/text.test.ts`. */
export function propertyFiles(folder) {
  return readdirSync(join(ROOT, folder), { recursive: true })
    .map((path) => join(folder, path).replaceAll('\\', '/'))
    .filter((path) => /\.test\.tsx?$/.test(path))
    .filter((path) => readFileSync(join(ROOT, path), 'utf8').includes('fc.assert('))
    .sort();
}

/** What a report of `npm run test:deep` says: properties that held, their runs, the fewest of one. */
export function readRuns(report) {
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  const runs = tests.flatMap(({ meta }) => meta?.runs ?? []);
  return {
    properties: runs.length,
    runs: runs.reduce((sum, one) => sum + one, 0),
    fewest: runs.length > 0 ? Math.min(...runs) : 0,
  };
}

// Reads what `npm test` leaves in test-results: the reports of Vitest and of Playwright.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

function read(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

/** Every test of Playwright's report, with the title of its file and its own before it. */
export function browserTests(suite, before = []) {
  return [
    ...(suite.specs ?? []).flatMap(({ title, tests }) =>
      tests.map((test) => ({ ...test, name: [...before, title].join(' > ') })),
    ),
    ...(suite.suites ?? []).flatMap((inner) => browserTests(inner, [...before, inner.title])),
  ];
}

/** Every test of the last run by name, and whether it passed. A flaky one did not. */
export function readTests(folder) {
  const unit = read(join(folder, 'unit.json'));
  const browser = read(join(folder, 'e2e.json'));
  return [
    ...(unit?.testResults ?? []).flatMap(({ name: file, assertionResults }) =>
      assertionResults.map(({ fullName, status }) => ({
        name: `${file.replaceAll('\\', '/').replace(/^.*\/src\//, 'src/')} > ${fullName}`,
        passed: status === 'passed',
      })),
    ),
    ...browserTests(browser ?? {}).map(({ name, status }) => ({
      name: `e2e/${name}`,
      passed: status === 'expected',
    })),
  ];
}

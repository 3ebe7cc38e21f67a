import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');

/** The files, and what a line of theirs that needs a test begins with. */
const CATALOGUES = [
  { path: 'e2e/faults.md', claim: /^- / },
  { path: 'SECURITY.md', claim: /^\| \d+\.\d+\.\d+/ },
];

/** A reference to a test: `[src/lib/text.test.ts: keeps emoji whole]`. */
const REFERENCE = /\[((?:src|e2e)\/[\w./-]+\.(?:test|e2e)\.tsx?): ([^\]]+)\]/g;

/** The first argument of `it(...)`, `test(...)` and `it.each(...)(...)`, where it is text. */
const TEST_NAME = /(?:\b(?:it|test)\(|[\w\])]\)\()\s*(['"`])((?:\\.|(?!\1)[^\\])+)\1\s*,/g;

/** The names of the tests in a file, as they are written there; null where there is no file. */
function testNames(file) {
  const path = join(ROOT, file);
  if (!existsSync(path)) return null;
  const found = readFileSync(path, 'utf8').matchAll(TEST_NAME);
  return new Set([...found].map(([, , name]) => name.replace(/\\(.)/g, '$1')));
}

const known = new Map();
function namesOf(file) {
  if (!known.has(file)) known.set(file, testNames(file));
  return known.get(file);
}

/** Of each catalogue how much it claims, and what is wrong with that: no test, or none that exists. */
export function readClaims() {
  return CATALOGUES.map(({ path, claim }) => {
    const problems = [];
    let claims = 0;
    for (const [index, line] of readFileSync(join(ROOT, path), 'utf8').split('\n').entries()) {
      const references = [...line.matchAll(REFERENCE)];
      const at = `${path}:${index + 1}`;
      if (claim.test(line)) {
        claims += 1;
        if (references.length === 0) problems.push(`${at} names no test`);
      }
      for (const [, file, name] of references) {
        if (namesOf(file) === null) problems.push(`${at} names ${file}, which does not exist`);
        else if (!namesOf(file).has(name)) problems.push(`${at}: ${file} has no test “${name}”`);
      }
    }
    if (claims === 0) problems.push(`${path} claims nothing`);
    return { path, claims, problems };
  });
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { loadBuilds } from './loadBuilds.ts';
import { makeBuilds } from './makeBuilds.ts';

const folder = mkdtempSync(join(tmpdir(), 'load-builds-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (text: string) => {
  const path = join(folder, 'builds.json');
  writeFileSync(path, text);
  return path;
};
const builds = makeBuilds({ count: 5, seed: 1, now: Date.UTC(2026, 0, 1), days: 2 });

it.each([
  ['an answer of the API', JSON.stringify({ total_count: 5, data: builds })],
  ['an array', JSON.stringify(builds, null, 2)],
  ['a build a line', builds.map((build) => JSON.stringify(build)).join('\n')],
  ['lines with a byte order mark, blank lines and CRLF', `\ufeff${lines('\r\n\r\n')}\r\n`],
])('reads %s', (_name, text) => {
  expect(loadBuilds(file(text))).toEqual(builds);
});

it('reads one build alone, and no builds', () => {
  expect(loadBuilds(file(JSON.stringify(builds[0])))).toEqual([builds[0]]);
  expect(loadBuilds(file('{"data":[]}'))).toEqual([]);
});

it('keeps what the contract does not know', () => {
  const odd = { ...builds[0], status: 'PAUSED', queue: 3 };
  expect(loadBuilds(file(JSON.stringify([odd])))).toEqual([odd]);
});

it.each([
  ['', 'it is empty.'],
  ['hello', 'not JSON'],
  ['{"data": 3}', 'it holds neither an array of builds nor {"data": [...]}.'],
  ['[{"id":"a"}', 'not JSON'],
  ['[1]', 'build 1 is not an object.'],
  ['[{"id":"a","imageName":"b"}]', 'build 1 has no text in "imageTag".'],
  [`${lines('\n')}\n{"id":`, 'line 6 is not JSON'],
])('says in one line what is wrong with %j', (text, problem) => {
  const path = file(text);
  const load = () => loadBuilds(path);
  expect(load).toThrow(`Cannot load ${path}: ${problem}`);
  expect(load).toThrow(/^.*$/);
});

it('says that a file is missing', () => {
  expect(() => loadBuilds(join(folder, 'absent.json'))).toThrow(/absent\.json: ENOENT/);
});

function lines(between: string): string {
  return builds.map((build) => JSON.stringify(build)).join(between);
}

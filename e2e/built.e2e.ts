import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { test } from './support/workerServers.ts';

const PAGE = join(import.meta.dirname, '../dist/page');
const BUDGET_KB = 150;

test('loads at most 150 kB of gzipped JavaScript before the first rows', () => {
  const html = readFileSync(join(PAGE, 'index.html'), 'utf8');
  const scripts = [...html.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map(
    (found) => found[1] ?? '',
  );
  expect(scripts.length).toBeGreaterThan(0);
  // As the gateway sends it.
  const sizeOf = (name: string) => gzipSync(readFileSync(join(PAGE, name)), { level: 9 }).length;
  const bytes = scripts.map(sizeOf);
  const kilobytes = bytes.reduce((sum, size) => sum + size, 0) / 1000;
  expect(kilobytes).toBeLessThanOrEqual(BUDGET_KB);
});

test('builds nothing that its content policy would have to forbid', () => {
  const files = readdirSync(PAGE, { recursive: true, encoding: 'utf8' });
  expect(files.filter((name) => name.endsWith('.map'))).toEqual([]);
  const html = readFileSync(join(PAGE, 'index.html'), 'utf8');
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>|<style|\son\w+=|\sstyle=/);
  const wrong = files
    .filter((name) => /\.(js|css|html|svg)$/.test(name))
    .flatMap((name) => {
      const text = readFileSync(join(PAGE, name), 'utf8');
      const found = text.match(/\beval\(|new Function\(|\bdata:[a-z]+\/|sourceMappingURL/);
      return found ? [`${name}: ${found[0]}`] : [];
    });
  expect(wrong).toEqual([]);
});

// Two files that need each other are run in an order that neither was written for, or never.
test('builds no file of scripts that needs itself by way of others', () => {
  const folder = join(PAGE, 'assets');
  const needs = new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.js'))
      .map((name) => [name, neededBy(readFileSync(join(folder, name), 'utf8'))] as const),
  );
  expect([...needs.values()].flat().length).toBeGreaterThan(needs.size);
  // What needs nothing that is left is taken away, until nothing is: a circle stays.
  for (let before = 0; before !== needs.size; ) {
    before = needs.size;
    for (const [name, others] of needs) {
      if (!others.some((other) => needs.has(other))) needs.delete(name);
    }
  }
  expect([...needs.keys()]).toEqual([]);
});

/** The files beside it that a built script begins with, in `import"./a.js"` or `from"./a.js"`. */
function neededBy(script: string): string[] {
  return [...script.matchAll(/(?:\bimport|\bfrom)\s*["'`]\.\/([^"'`]+\.js)["'`]/g)].map(
    ([, name = '']) => name,
  );
}

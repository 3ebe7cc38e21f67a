import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Build } from '../../../contract/build.ts';
import { builds } from '../../../replica/testing/arbitraryBuilds.ts';
import { artifactOf, buildOf } from '../testing/storeOf.ts';
import type { ExportAbout } from './Exporter.ts';
import { incident } from './incident.ts';

const NOW = Date.UTC(2026, 10, 24, 9, 15);
const ABOUT: ExportAbout = {
  view: 'Builds: status is failed. Newest first.',
  link: 'https://builds.example/?status=FAILED',
  failed: 1,
  window: [Date.UTC(2026, 10, 18, 9), Date.UTC(2026, 10, 20, 9)],
};
const textOf = (all: readonly Build[], about = ABOUT) =>
  [...incident.pieces(all, NOW, about)].join('');
/** All but what is said before the first build. */
const bodyOf = (all: readonly Build[]) => textOf(all).replace(/^.*?- Link: [^\n]*\n/s, '');
const failed = (id: string, changes: Partial<Build> = {}) =>
  buildOf(id, { status: 'FAILED', ...changes });

describe('an incident', () => {
  it('begins with count, filter, window and link, and holds the failed builds alone', () => {
    const artifacts = [
      artifactOf('a1', {
        fullImagePath: 'prime/acct/swe:v1',
        completedAt: '2026-11-20T10:04:05+01:00',
      }),
      artifactOf('a2', { artifactType: 'VM_SANDBOX', status: 'COMPLETED', errorMessage: null }),
    ];
    expect(textOf([buildOf('c1'), failed('c2', { artifacts }), buildOf('c3')])).toBe(
      [
        '# Failed image builds',
        '',
        '1 failed build, as of 2026-11-24 09:15:00 UTC.',
        '',
        '- Filter: `Builds: status is failed. Newest first.`',
        '- Created: 2026-11-18 09:00:00 to 2026-11-20 09:00:00 UTC',
        '- Link: <https://builds.example/?status=FAILED>',
        '',
        '## 1. `swe/c2:v1`',
        '',
        '- Build: `c2`',
        '- Times (UTC): created 2026-11-20 09:00:00, started 2026-11-20 09:01:00, ended 2026-11-20 09:04:05',
        '- Duration: 3 min 05 s',
        '- Error: `no space left on device`',
        '',
        '**Container image: Failed**, artifact `a1`, path `prime/acct/swe:v1`, ended 2026-11-20 09:04:05 UTC',
        '',
        '```text',
        'no space left on device',
        '```',
        '',
        '1 artifact without an error.',
        '',
      ].join('\n'),
    );
  });

  it('keeps each message inside its fence', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('`', '~', '\n', 'x', ' ', '\r') }),
        (message) => {
          const before = 'start\n';
          const artifacts = [artifactOf('a1', { errorMessage: `${before}${message}` })];
          const lines = bodyOf([failed('c1', { artifacts })]).split('\n');
          const open = lines.findIndex((line) => /^`{3,}text$/.test(line));
          const fence = lines[open]?.replace('text', '') ?? '';
          const close = lines.findIndex((line, at) => at > open && line.trimEnd() === fence);
          const inside = lines.slice(open + 1, close);
          expect(inside.some((line) => line.trim().startsWith(fence))).toBe(false);
          expect(lines.slice(close + 1).join('\n')).toBe('');
        },
      ),
    );
  });

  it('gives at least one piece for each build, so that the page can be let in', () => {
    fc.assert(
      fc.property(fc.array(builds, { maxLength: 5 }), (all) => {
        expect([...incident.pieces(all, NOW)].length).toBeGreaterThanOrEqual(all.length);
      }),
    );
  });

  it('takes terminal codes out of messages and shows what is hidden', () => {
    const artifacts = [artifactOf('a1', { errorMessage: '\u001b[31mred\u001b[0m \u202ex\r\ny' })];
    expect(textOf([failed('c1', { artifacts })])).toContain('red ⟨U+202E⟩x\ny\n```');
  });

  it('cuts a message of great length in its middle, and says how much', () => {
    const lines = Array.from({ length: 10_000 }, (_, at) => `step ${at}`);
    const artifacts = [artifactOf('a1', { errorMessage: lines.join('\n') })];
    const text = textOf([failed('c1', { artifacts })]);
    expect(text.length).toBeLessThan(5000);
    expect(text).toContain('step 0\nstep 1\n');
    expect(text).toMatch(/step \d+\n\[cut: [\d,]+ of 98,889 characters left out\]\nstep \d+\n/);
    expect(text).toContain('step 9999\n```');
  });

  it('fits into an issue: past its room the builds come a line each, then as a count', () => {
    const artifacts = [artifactOf('a1', { errorMessage: 'x'.repeat(3000) })];
    const all = Array.from({ length: 1000 }, (_, at) => failed(`c${at}`, { artifacts }));
    const text = textOf(all, { ...ABOUT, failed: 1000 });
    expect(text.length).toBeGreaterThan(50_000);
    expect(text.length).toBeLessThan(65_536);
    const inFull = [...text.matchAll(/^## (\d+)\./gm)].map(([, at]) => Number(at));
    const inShort = [...text.matchAll(/^(\d+)\. `swe/gm)].map(([, at]) => Number(at));
    const told = [...inFull, ...inShort];
    expect(told).toEqual(Array.from({ length: told.length }, (_, at) => at + 1));
    expect(inFull.length).toBeGreaterThan(5);
    expect(inShort.length).toBeGreaterThan(20);
    expect(text).toContain(`${1000 - told.length} more failed builds: see the list.`);
  });

  it('tells of the first build in full, however long it is', () => {
    const artifacts = Array.from({ length: 30 }, (_, at) =>
      artifactOf(`a${at}`, { errorMessage: 'x'.repeat(5000) }),
    );
    const text = textOf([failed('c1', { artifacts })]);
    expect(text.match(/^```text$/gm)).toHaveLength(20);
    expect(text).toContain('10 more artifacts with an error.');
  });

  it('says so where the API named no artifacts, none exist, or none has a message', () => {
    const silent = [artifactOf('a1', { errorMessage: null })];
    const text = textOf([
      failed('c1', { artifacts: null }),
      failed('c2'),
      failed('c3', { artifacts: silent }),
    ]);
    expect(text).toContain('The API did not name the artifacts.');
    expect(text).toContain('No artifacts.');
    expect(text).toContain('No error message.');
  });
});

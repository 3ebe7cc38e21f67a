import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Build } from '../../../contract/build.ts';
import { builds } from '../../../replica/testing/arbitraryBuilds.ts';
import { artifactOf, buildOf } from '../testing/storeOf.ts';
import { incident } from './incident.ts';

const NOW = Date.UTC(2026, 10, 24, 9, 15);
const textOf = (all: readonly Build[]) => [...incident.pieces(all, NOW)].join('');
const failed = (id: string, changes: Partial<Build> = {}) =>
  buildOf(id, { status: 'FAILED', ...changes });

describe('an incident', () => {
  it('holds the failed builds alone: names, ids, times in UTC, messages', () => {
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
        '## 1. `swe/c2:v1`',
        '',
        '- Build: `c2`',
        '- Times (UTC): created 2026-11-20 09:00:00, started 2026-11-20 09:01:00, ended 2026-11-20 09:04:05',
        '- Duration: 3 min 05 s',
        '',
        '**Container image: Failed**, artifact `a1`, path `prime/acct/swe:v1`, ended 2026-11-20 09:04:05 UTC',
        '',
        '```text',
        'no space left on device',
        '```',
        '',
        '1 artifact without an error.',
        '',
        '1 failed build, as of 2026-11-24 09:15:00 UTC.',
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
          const lines = textOf([failed('c1', { artifacts })]).split('\n');
          const open = lines.findIndex((line) => /^`{3,}text$/.test(line));
          const fence = lines[open]?.replace('text', '') ?? '';
          const close = lines.findIndex((line, at) => at > open && line.trimEnd() === fence);
          const inside = lines.slice(open + 1, close);
          expect(inside.some((line) => line.trim().startsWith(fence))).toBe(false);
          expect(lines.slice(close + 1).join('\n')).toBe(
            '\n1 failed build, as of 2026-11-24 09:15:00 UTC.\n',
          );
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

  it('cuts a message of great length and says how long it was', () => {
    const artifacts = [artifactOf('a1', { errorMessage: 'x'.repeat(100_000) })];
    const text = textOf([failed('c1', { artifacts })]);
    expect(text.length).toBeLessThan(21_000);
    expect(text).toContain('[cut: 100,000 characters in all]');
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
    expect(text).toContain('3 failed builds');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Build } from '../../../contract/build.ts';
import { builds } from '../../../replica/testing/arbitraryBuilds.ts';
import { artifactOf, buildOf } from '../testing/storeOf.ts';
import { markdownTable } from './markdownTable.ts';

const NOW = Date.UTC(2026, 10, 24, 9, 15);
const textOf = (all: readonly Build[]) => [...markdownTable.pieces(all, NOW)].join('');

/** The cells of a line as GitHub Flavored Markdown splits it: at bars that are not escaped. */
function cellsOf(line: string): string[] {
  const inner = line.replace(/^\| /, '').replace(/ \|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
}

describe('the Markdown table', () => {
  it('has a line and eight cells for each build, whatever its texts hold', () => {
    fc.assert(
      fc.property(fc.array(builds, { maxLength: 4 }), (all) => {
        const lines = textOf(all).split('\n');
        expect(lines.pop()).toBe('');
        expect(lines).toHaveLength(all.length + 2);
        for (const line of lines) {
          expect(line).toMatch(/^\|.*\|$/);
          expect(line).not.toMatch(/[\p{Cc}\p{Cs}\u202e\u2028]/u);
        }
        for (const line of lines.slice(2)) expect(cellsOf(line)).toHaveLength(8);
      }),
    );
  });

  it('says a build in words', () => {
    const artifacts = [
      artifactOf('a1', { errorMessage: '\u001b[31m#7 1.2 ERROR: curl: x | y\u001b[0m\nmore' }),
      artifactOf('a2', { artifactType: 'VM_SANDBOX', status: 'COMPLETED', errorMessage: null }),
    ];
    const line = textOf([buildOf('c1', { status: 'FAILED', artifacts })]).split('\n')[2] ?? '';
    expect(cellsOf(line)).toEqual([
      'Failed',
      '`swe/c1:v1`',
      'Container image: Failed; VM sandbox: Completed',
      '`ERROR: curl: x | y`',
      '2026-11-20 09:00:00',
      '2026-11-20 09:01:00',
      '3 min 05 s',
      '`c1`',
    ]);
  });

  it('lets no text become markup, a link or a mention', () => {
    const artifacts = [artifactOf('a1', { errorMessage: '`x` \\| @root #1 <img src=x>' })];
    const line = textOf([
      buildOf('c1', { status: '[x](javascript:1)', imageName: '@org/<b>', artifacts }),
    ]);
    expect(line).toContain('| `@org/<b>:v1` |');
    for (const code of line.split('\n')[2]?.split(/`[^`]*`|<code>[^<]*<\/code>/) ?? []) {
      expect(code).not.toMatch(/[@#<[`]/);
    }
  });
});

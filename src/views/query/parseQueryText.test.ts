import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { characters } from '../../lib/testing/characters.ts';
import { runs } from '../../lib/testing/runs.ts';
import { parseView } from '../address/parseView.ts';
import { printView } from '../address/printView.ts';
import { makeView } from '../address/View.ts';
import { filters, texts } from '../testing/arbitraries.ts';
import { acceptIssue, parseQueryText, printQueryText } from './parseQueryText.ts';

/** Thousands of runs take seconds on a busy machine. */
const UNHURRIED = 60_000;
const settle = (text: string) => printQueryText(parseQueryText(text).filter);

describe('the typed query', () => {
  it(
    'reads back as the same filter, without a mistake',
    () => {
      fc.assert(
        fc.property(filters, (filter) => {
          const { filter: again, problems } = parseQueryText(printQueryText(filter));
          expect(again).toEqual(filter);
          expect(problems.filter(({ kind }) => kind === 'mistake')).toEqual([]);
        }),
        { numRuns: runs(10_000) },
      );
    },
    UNHURRIED,
  );

  it(
    'means the same in the search box and in the address',
    () => {
      fc.assert(
        fc.property(fc.array(texts, { maxLength: 5 }), (parts) => {
          const { filter } = parseQueryText(parts.join(' '));
          expect(parseView(printView(makeView({ filter }))).filter).toEqual(filter);
          expect(parseQueryText(printQueryText(filter)).filter).toEqual(filter);
        }),
        { numRuns: runs(10_000) },
      );
    },
    UNHURRIED,
  );

  it(
    'is read whatever it holds, and says where each problem is',
    () => {
      fc.assert(
        fc.property(fc.string({ unit: characters, maxLength: 200 }), (text) => {
          for (const { from, to } of parseQueryText(text).problems) {
            expect(from).toBeGreaterThanOrEqual(0);
            expect(to).toBeGreaterThanOrEqual(from);
            expect(to).toBeLessThanOrEqual(text.length);
          }
        }),
        { numRuns: runs(3000) },
      );
    },
    UNHURRIED,
  );

  it('survives 10 kB of any one hostile piece', () => {
    const pieces = [
      '"',
      '""',
      'a"',
      '-',
      '--"',
      ':',
      'is:',
      'status:a ',
      'status:a,',
      'stauts:x ',
      '*',
    ];
    const more = [
      ',',
      ' ',
      'a:b ',
      'image:*a',
      'wait:>1',
      '(a+)+$',
      '..',
      'created:1..',
      '\ud800',
      '=<',
    ];
    for (const piece of [...pieces, ...more]) {
      const text = piece.repeat(Math.ceil(10_000 / piece.length));
      const once = settle(text);
      expect(settle(once)).toBe(once);
    }
  });

  it(
    'finds any literal text that is quoted',
    () => {
      fc.assert(
        fc.property(
          texts.filter((text) => text !== ''),
          (text) => {
            const { filter } = parseQueryText(`"${text.replaceAll('"', '""')}"`);
            expect(filter).toEqual([{ kind: 'free', text, not: false }]);
          },
        ),
        { numRuns: runs(2000) },
      );
    },
    UNHURRIED,
  );

  it.each([
    [
      'status:failed,cancelled artifact:vm image:swe-* tag:latest error:"no space" created:>2026-11-01 created:24h ended:today duration:>10m wait:>2m has:error is:active is:stalled -tag:test free words',
      'status:failed,cancelled is:active is:stalled artifact:vm image:swe-* tag:latest -tag:test error:"no space" has:error created:>2026-11-01 created:24h ended:today duration:>10m wait:>2m free words',
    ],
    ['STATUS:Failed Type:VM_SANDBOX', 'status:failed artifact:vm'],
    ['status:failed status:cancelled', 'status:failed,cancelled'],
    ['image:a image:b', 'image:a image:b'],
    ['http://x 12:30 ubuntu:22.04', 'http://x 12:30 ubuntu:22.04'],
    ['(a+)+$ \\ * a"b', '(a+)+$ \\ * a"b'],
    ['"status:failed"', '"status:failed"'],
    ['"no space" -"device full" -cuda -1 --flag', '"no space" -"device full" -cuda -1 --flag'],
    ['"-cuda"', '"-cuda"'],
    ['image:"a*b" image:="a b" image:"a b"*', 'image:"a*b" image:="a b" image:"a b"*'],
    ['image:=web', 'image:=web'],
    ['tag:=latest', 'tag:=latest'],
    ['tag:"v 1","*"', 'tag:"v 1","*"'],
    ['status:""', 'status:""'],
    ['"no spa', '"no spa"'],
    ['"', '""""'],
    ['created:>=2026-11-01 created:..7d', 'created:>=2026-11-01 created:>7d'],
    ['duration:5400s..90s', 'duration:90s..1h30m'],
    ['a a A', 'a A'],
  ])('settles %s', (text, settled) => {
    expect(settle(text)).toBe(settled);
    expect(parseQueryText(text).problems.filter(({ kind }) => kind === 'mistake')).toEqual([]);
  });

  it.each([
    ['stauts:failed web', 'stauts', 'status:failed web', 'web'],
    ['is:active,stale', 'stale', null, 'is:active'],
    ['is:brokn', 'brokn', 'is:broken', ''],
    ['is:active,broken', 'broken', null, 'is:active'],
    ['cause:disk', 'disk', null, ''],
    ['since:yesterday web', 'since:yesterday', 'created:>=yesterday web', 'web'],
    ['has:eror', 'eror', 'has:error', ''],
    ['created:2026/11/01', '2026/11/01', 'created:2026-11-01', ''],
    ['created:24', '24', 'created:24h', ''],
    ['created:2024-02-30', '2024-02-30', null, ''],
    ['created:24h,7d', '24h,7d', null, ''],
    ['duration:10m', '10m', 'duration:>10m', ''],
    ['duration:>90', '>90', 'duration:>90s', ''],
    ['web status:', '', null, 'web'],
    ['image:"" web', '""', null, 'web'],
    ['"" web', '""', null, 'web'],
  ])('underlines the mistake in %s and applies the rest', (text, part, repaired, rest) => {
    const { problems } = parseQueryText(text);
    const [problem, ...more] = problems;
    expect(more).toEqual([]);
    expect(problem?.kind).toBe('mistake');
    expect(text.slice(problem?.from, problem?.to)).toBe(part);
    expect(settle(text)).toBe(rest);
    if (problem === undefined || repaired === null) return;
    expect(acceptIssue(text, problem)).toBe(repaired);
    expect(parseQueryText(repaired).problems).toEqual([]);
  });

  it.each([
    ['status:paused', null],
    ['status:canceled', 'status:cancelled'],
    ['artifact:contaner', 'artifact:container'],
    ['image=web', 'image:web'],
    ['-duration>10', '-duration:>10'],
    ['tga:test', 'tag:test'],
    ['-tga:test', '-tag:test'],
    ['OR', null],
    ['NOT', null],
    ['"open', null],
    ['error:"open', null],
  ])('hints at %s, which applies as it stands', (text, repaired) => {
    const { problems, filter } = parseQueryText(text);
    expect(problems.map(({ kind }) => kind)).toEqual(['hint']);
    expect(filter).toHaveLength(1);
    expect(problems.map((problem) => problem.suggestion && acceptIssue(text, problem))).toEqual([
      repaired,
    ]);
  });

  it('applies a hundred conditions and says so of the rest', () => {
    const { filter, problems } = parseQueryText(
      Array.from({ length: 120 }, (_, n) => `w${n}`).join(' '),
    );
    expect(filter).toHaveLength(100);
    expect(problems).toHaveLength(20);
  });
});

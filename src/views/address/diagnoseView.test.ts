import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../lib/testing/runs.ts';
import { addresses } from '../testing/arbitraries.ts';
import { diagnoseView } from './diagnoseView.ts';
import { parseView } from './parseView.ts';
import { printView } from './printView.ts';

const remarksOn = (search: string) =>
  diagnoseView(parseView(search)).map(({ kind, part, suggestion, repair, dismiss }) => ({
    kind,
    part,
    suggestion,
    repaired: repair && printView(repair()),
    dismissed: printView(dismiss()),
  }));

describe('the address doctor', () => {
  it('has nothing to say about a good address', () => {
    expect(remarksOn('?status=FAILED&created=24h&q=foo&sort=-duration')).toEqual([]);
  });

  it('offers what a misspelt parameter meant', () => {
    expect(remarksOn('?stauts=FAILED&q=web')).toEqual([
      {
        kind: 'unknown',
        part: 'stauts=FAILED',
        suggestion: 'status=FAILED',
        repaired: '?status=FAILED&q=web',
        dismissed: '?q=web',
      },
    ]);
  });

  it('offers what a misread value meant, in readable words', () => {
    expect(remarksOn('?duration=90')).toEqual([
      {
        kind: 'unknown',
        part: 'duration=90',
        suggestion: 'duration=>90s',
        repaired: '?duration=%3E90s',
        dismissed: '',
      },
    ]);
  });

  it('says of a status that the contract does not name it, and applies it', () => {
    expect(remarksOn('?status=FAILED,FOO,canceled')).toEqual([
      {
        kind: 'hint',
        part: 'status FOO',
        suggestion: null,
        repaired: null,
        dismissed: '?status=FAILED,canceled',
      },
      {
        kind: 'hint',
        part: 'status canceled',
        suggestion: 'cancelled',
        repaired: '?status=FAILED,FOO,CANCELLED',
        dismissed: '?status=FAILED,FOO',
      },
    ]);
  });

  it('says of a search that looks like a token where it stands', () => {
    expect(remarksOn('?q=web+pit_0123456789abcdef')).toEqual([
      { kind: 'hint', part: 'search', suggestion: null, repaired: null, dismissed: '?q=web' },
    ]);
  });

  it('has one remark less after each dismissal', () => {
    fc.assert(
      fc.property(addresses, (search) => {
        const remarks = diagnoseView(parseView(search));
        for (const { dismiss } of remarks) {
          expect(diagnoseView(dismiss())).toHaveLength(remarks.length - 1);
        }
      }),
      { numRuns: runs(1000) },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../lib/testing/runs.ts';
import { parseQueryText } from '../query/parseQueryText.ts';
import { terms } from '../testing/arbitraries.ts';
import { termParts } from './termParts.ts';

const said = (text: string) =>
  parseQueryText(text).filter.map((term) => {
    const { subject, verb, object } = termParts(term);
    return `${subject}[${verb}]${object}`;
  });

describe('the parts of a chip', () => {
  it.each([
    ['status:failed', 'status[is]failed'],
    ['-status:failed', 'status[is not]failed'],
    ['-status:failed,cancelled', 'status[is not]failed or cancelled'],
    ['is:active', '[is]active'],
    ['-is:broken', '[is not]broken'],
    ['artifact:vm', '[has a]vm artifact'],
    ['-has:error,end', '[has no]error and no end time'],
    ['image:swe', 'image[contains]“swe”'],
    ['-image:swe-*,=web', 'image[does not match]“swe-*” or “web”'],
    ['tag:latest', 'tag[is]“latest”'],
    ['created:24h', '[created]in the last 24 h'],
    ['-created:24h', '[not created]in the last 24 h'],
    ['-duration:>10m', '[did not take]over 10 min'],
    ['wait:>10m', '[waited]over 10 min'],
    ['cause:3fa2', '[failed by]cause 3fa2'],
    ['-batch:b1', '[not in]batch “b1”'],
    ['-web', '[does not mention]“web”'],
  ])('say %s with the word that turns it round', (text, parts) => {
    expect(said(text)).toEqual([parts]);
  });

  it('differ in that word and no other when a term is turned round, but for lists of parts', () => {
    fc.assert(
      fc.property(terms, (term) => {
        const here = termParts(term);
        const turned = termParts({ ...term, not: !term.not });
        expect(turned.verb).not.toBe(here.verb);
        expect(turned.subject).toBe(here.subject);
        if (term.kind !== 'words' || term.field !== 'has') expect(turned.object).toBe(here.object);
      }),
      { numRuns: runs(500) },
    );
  });
});

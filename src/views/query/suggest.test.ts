import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../lib/testing/runs.ts';
import { texts } from '../testing/arbitraries.ts';
import type { Facts } from './candidates.ts';
import { parseQueryText } from './parseQueryText.ts';
import { suggest } from './suggest.ts';

const FACTS: Facts = {
  statuses: [
    { value: 'COMPLETED', count: 2000 },
    { value: 'FAILED', count: 37 },
    { value: 'PAUSED', count: 2 },
  ],
  artifacts: [{ value: 'CONTAINER_IMAGE', count: 2100 }],
  images: [
    { value: 'acme/swe-django', count: 40 },
    { value: 'web app', count: 3 },
    { value: 'failover', count: 1 },
  ],
  tags: [
    { value: 'latest', count: 9 },
    { value: '=odd*', count: 1 },
  ],
};

/** `|` is the caret. */
function at(marked: string, facts = FACTS) {
  const caret = marked.indexOf('|');
  return suggest(marked.slice(0, caret) + marked.slice(caret + 1), caret, facts);
}
const labels = (marked: string) => at(marked).map(({ label }) => label);
const first = (marked: string) => {
  const [one] = at(marked);
  return one === undefined ? null : `${one.text.slice(0, one.caret)}|${one.text.slice(one.caret)}`;
};

describe('suggestions while typing', () => {
  it('name every field between words', () => {
    expect(labels('|')).toContain('status:');
    expect(labels('|')).toHaveLength(18);
    expect(labels('web |')).toContain('created:');
  });

  it('name fields and values that begin like the word', () => {
    expect(labels('sta|')).toEqual(['status:', 'started:', 'is:stalled']);
    expect(labels('fail|')).toEqual(['status:failed', 'image:=failover']);
    expect(labels('-fail|')).toEqual(['status:failed', 'image:=failover']);
    expect(labels('xyz|')).toEqual([]);
  });

  it('name the values of a field with their counts', () => {
    expect(at('status:|').map(({ label, count }) => [label, count])).toEqual([
      ['completed', 2000],
      ['failed', 37],
      ['PAUSED', 2],
      ['pending', 0],
      ['uploading', 0],
      ['building', 0],
      ['cancelled', 0],
    ]);
    expect(labels('status:c|')).toEqual(['completed', 'cancelled']);
    expect(labels('status:failed,c|')).toEqual(['completed', 'cancelled']);
    expect(labels('status:completed,|')).not.toContain('completed');
    expect(labels('artifact:|')).toEqual(['container', 'vm']);
    expect(labels('image:dja|')).toEqual(['acme/swe-django']);
    expect(labels('image:jango|')).toEqual([]);
    expect(labels('created:2|')).toEqual(['24h']);
    expect(labels('duration:>1|')).toEqual(['>1m', '>10m', '>1h']);
    expect(labels('error:no|')).toEqual([]);
    expect(labels('created:24h,|')).toEqual([]);
  });

  it('say nothing inside a phrase', () => {
    expect(labels('"sta|')).toEqual([]);
    expect(labels('-"sta|"')).toEqual([]);
  });

  it.each([
    ['sta|', 'status:|'],
    ['web -sta|', 'web -status:|'],
    ['sta|tsu:failed', 'status:|failed'],
    ['|web', 'status:| web'],
    ['fail|', 'status:failed |'],
    ['fail| web', 'status:failed| web'],
    ['status:fai| web', 'status:failed| web'],
    ['status:fai|', 'status:failed |'],
    ['status:completed,f|', 'status:completed,failed |'],
    ['status:f|,cancelled', 'status:failed|,cancelled'],
    ['image:we|', 'image:="web app" |'],
    ['image:"we|"', 'image:="web app" |'],
    ['tag:=o|', 'tag:="=odd*" |'],
    ['stauts|:failed', null],
  ])('put %s right as %s', (marked, accepted) => {
    expect(first(marked)).toBe(accepted);
  });

  it('never make a mistake when accepted', () => {
    const facts = fc.array(fc.record({ value: texts, count: fc.nat() }), { maxLength: 4 });
    const typed = fc
      .array(
        fc.oneof(
          fc.constantFrom('status:', 'is:', 'image:', 'created:', 'fa', 'web', ' ', ',', '"', '-'),
          texts,
        ),
        { maxLength: 5 },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(typed, fc.nat(30), facts, (text, caret, values) => {
        const mistakes = (of: string) =>
          parseQueryText(of).problems.filter(({ kind }) => kind === 'mistake').length;
        const known = { statuses: values, artifacts: values, images: values, tags: values };
        for (const one of suggest(text, caret, known)) {
          expect(one.caret).toBeLessThanOrEqual(one.text.length);
          // A field just named has no value yet.
          if (one.kind === 'value') expect(mistakes(one.text)).toBeLessThanOrEqual(mistakes(text));
        }
      }),
      { numRuns: runs(1000) },
    );
  });
});

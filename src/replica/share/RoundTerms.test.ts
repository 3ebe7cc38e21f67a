import { describe, expect, it } from 'vitest';
import { RoundTerms, type SharedJob } from './RoundTerms.ts';

const NOW = 1_000_000;
const job = (part: Partial<SharedJob>): SharedJob => ({
  ask: { offset: 0, limit: 100 },
  round: 'poll',
  beat: 1,
  walkNo: 2,
  ...part,
});

describe('what another tab asked for is taken', () => {
  it('for a poll, where it was asked for after all that was merged when the poll began', () => {
    const terms = new RoundTerms(500);
    terms.took(700);
    expect(terms.termsOf(job({}), NOW)).toMatchObject({ floor: 700, from: NOW - 2000 });
    // What this poll itself brings is no reason to ask again for its other pages.
    terms.took(900);
    expect(terms.termsOf(job({}), NOW + 5000)).toMatchObject({ floor: 700, from: NOW - 2000 });
    expect(terms.termsOf(job({ beat: 2 }), NOW)).toMatchObject({ floor: 900 });
  });

  it('for a poll that goes on in another walk, where it was asked for in that walk', () => {
    const terms = new RoundTerms(500);
    terms.termsOf(job({}), NOW);
    terms.took(900);
    expect(terms.termsOf(job({ walkNo: 3 }), NOW)).toMatchObject({ floor: 900 });
  });

  it('for a walk, where it was asked for since the walk began', () => {
    const terms = new RoundTerms(500);
    const walk = job({ round: 'walk' });
    expect(terms.termsOf(walk, NOW)).toMatchObject({ floor: 500, from: NOW - 2000 });
    terms.took(900);
    expect(terms.termsOf({ ...walk, beat: 9 }, NOW + 9000)).toMatchObject({ floor: 500 });
    expect(terms.termsOf({ ...walk, walkNo: 3 }, NOW)).toMatchObject({ floor: 900 });
  });

  it('for the first reading of all, also where it is a little older', () => {
    const terms = new RoundTerms(500);
    const { floor, from } = terms.termsOf(job({ round: 'first' }), NOW);
    expect([floor, from]).toEqual([Number.NEGATIVE_INFINITY, NOW - 15_000]);
  });

  it('for the last look of a walk, where it was asked for after all that the walk saw', () => {
    const terms = new RoundTerms(500);
    terms.termsOf(job({ round: 'first' }), NOW);
    terms.took(700);
    const close = job({ round: 'close' });
    expect(terms.termsOf(close, NOW)).toMatchObject({ floor: 700, from: NOW - 2000 });
    terms.took(800);
    expect(terms.termsOf(close, NOW + 1)).toMatchObject({ floor: 800, from: NOW - 1999 });
  });

  it('as the very page, but for where active builds are sought', () => {
    const terms = new RoundTerms(0);
    for (const round of ['first', 'walk', 'close', 'poll'] as const) {
      expect(terms.termsOf(job({ round }), NOW).slack).toBeNull();
    }
    expect(terms.termsOf(job({ round: 'range' }), NOW).slack).toBe(5);
  });

  it('never by a mark that is older than one before', () => {
    const terms = new RoundTerms(500);
    terms.took(100);
    expect(terms.termsOf(job({}), NOW).floor).toBe(500);
  });
});

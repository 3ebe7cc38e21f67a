import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browserClock } from '../../lib/surroundings.ts';
import { HeardPages, type Terms } from './HeardPages.ts';
import type { Call, SharedAnswer } from './parsePageMessage.ts';

const NOW = 5_000_000;
const ANY: Terms = { floor: 0, from: 0, slack: null };
const ASK = { offset: 100, limit: 50 };

const callOf = (part: Partial<Call> = {}): Call => ({
  from: 'other',
  ask: ASK,
  round: 'poll',
  stamp: 10,
  sentAt: NOW,
  ...part,
});
const answerOf = (part: Partial<SharedAnswer> = {}): SharedAnswer => ({
  ...callOf(),
  text: 'x',
  mark: 20,
  date: null,
  ...part,
});

let heard: HeardPages;
beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  heard = new HeardPages(browserClock);
});
afterEach(() => {
  vi.useRealTimers();
});

describe('an answer that was heard', () => {
  it('serves the very page, of a later stamp and time', () => {
    const answer = answerOf();
    heard.noteAnswer(answer);
    expect(heard.answerTo(ASK, ANY, 'self')).toBe(answer);
    expect(heard.answerTo({ offset: 99, limit: 50 }, ANY, 'self')).toBeUndefined();
    expect(heard.answerTo({ offset: 100, limit: 49 }, ANY, 'self')).toBeUndefined();
    expect(heard.answerTo(ASK, { ...ANY, floor: 10 }, 'self')).toBeUndefined();
    expect(heard.answerTo(ASK, { ...ANY, from: NOW + 1 }, 'self')).toBeUndefined();
    expect(heard.answerTo(ASK, ANY, 'other')).toBeUndefined();
  });

  it('serves a range that it holds but for a few rows', () => {
    heard.noteAnswer(answerOf());
    const range = { ...ANY, slack: 5 };
    const holds = (offset: number, limit: number) =>
      heard.answerTo({ offset, limit }, range, 'self') !== undefined;
    expect([holds(110, 20), holds(95, 60), holds(100, 55), holds(105, 50)]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect([holds(94, 30), holds(106, 50)]).toEqual([false, false]);
  });

  it('is held for 15 s, and no more than there is room for', () => {
    heard.noteAnswer(answerOf());
    vi.advanceTimersByTime(15_000);
    expect(heard.answers).toHaveLength(1);
    vi.advanceTimersByTime(2);
    expect(heard.answers).toHaveLength(0);
    const text = 'x'.repeat(1_398_101);
    for (let stamp = 1; stamp <= 5; stamp += 1) {
      heard.noteAnswer(answerOf({ stamp, text, sentAt: Date.now() }));
    }
    expect(heard.answers.map(({ stamp }) => stamp)).toEqual([3, 4, 5]);
    heard.clear();
    expect(heard.answers).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('stands once, by the order of its call, however often and late it was said', () => {
    for (const stamp of [12, 10, 11, 10]) heard.noteAnswer(answerOf({ stamp }));
    heard.noteAnswer(answerOf({ stamp: 11, from: 'third' }));
    expect(heard.answers.map(({ stamp, from }) => [stamp, from])).toEqual([
      [10, 'other'],
      [11, 'other'],
      [11, 'third'],
      [12, 'other'],
    ]);
  });

  it('is dropped alone once it proved to be of no use', () => {
    const bad = answerOf({ stamp: 11 });
    const good = answerOf({ stamp: 12 });
    for (const answer of [bad, good]) heard.noteAnswer(answer);
    heard.drop(bad);
    expect(heard.answers).toEqual([good]);
  });

  it('fills the room to the last letter', () => {
    const text = 'x'.repeat(2 * 1024 * 1024);
    for (const stamp of [1, 2]) heard.noteAnswer(answerOf({ stamp, text }));
    expect(heard.answers).toHaveLength(2);
    heard.noteAnswer(answerOf({ stamp: 3 }));
    expect(heard.answers.map(({ stamp }) => stamp)).toEqual([2, 3]);
  });

  it('is looked through again when the next one is too old, not before', () => {
    heard.noteAnswer(answerOf());
    vi.advanceTimersByTime(1000);
    heard.noteAnswer(answerOf({ stamp: 11, sentAt: NOW + 1000 }));
    vi.advanceTimersByTime(14_001);
    expect(heard.answers.map(({ stamp }) => stamp)).toEqual([11]);
    vi.advanceTimersByTime(999);
    expect(heard.answers).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(heard.answers).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a call that was heard of', () => {
  it('is under way until it ends, with why it failed', () => {
    expect(heard.noteCall(callOf())).toBe(true);
    expect(heard.noteCall(callOf())).toBe(false);
    const under = heard.callFor(ASK, ANY);
    const error = new Error('why');
    heard.noteFailure(callOf(), error);
    expect(under).toMatchObject({ over: true, error });
    expect(heard.callFor(ASK, ANY)).toBeUndefined();
  });

  it('is given up once nothing is heard of it for 3 s', () => {
    heard.noteCall(callOf());
    vi.advanceTimersByTime(2500);
    expect(heard.callFor(ASK, ANY)).toBeDefined();
    heard.noteCall(callOf());
    vi.advanceTimersByTime(2500);
    expect(heard.callFor(ASK, ANY)).toBeDefined();
    vi.advanceTimersByTime(500);
    expect(heard.callFor(ASK, ANY)).toBeUndefined();
  });

  it('is forgotten by the next one that is heard after 3 s, and is then a new one', () => {
    heard.noteCall(callOf());
    vi.advanceTimersByTime(3000);
    heard.noteCall(callOf({ stamp: 11 }));
    expect(heard.noteCall(callOf())).toBe(false);
    vi.advanceTimersByTime(3001);
    heard.noteCall(callOf({ stamp: 12 }));
    expect(heard.noteCall(callOf())).toBe(true);
    expect(heard.noteCall(callOf({ stamp: 12 }))).toBe(false);
  });

  it('is another one of another tab, or of another stamp', () => {
    heard.noteCall(callOf());
    heard.noteFailure(callOf({ from: 'third' }), null);
    heard.noteFailure(callOf({ stamp: 11 }), null);
    expect(heard.callFor(ASK, ANY)).toMatchObject({ over: false });
    heard.noteAnswer(answerOf());
    expect(heard.callFor(ASK, ANY)).toBeUndefined();
  });

  it.each(['first', 'walk', 'close'] as const)('of a %s reads the list for 3 s', (round) => {
    heard.noteCall(callOf({ round }));
    vi.advanceTimersByTime(2999);
    expect(heard.walked).toBe(true);
    vi.advanceTimersByTime(1);
    expect(heard.walked).toBe(false);
  });

  it('tells that somebody reads the list, unless it is of a poll', () => {
    heard.noteCall(callOf());
    expect(heard.walked).toBe(false);
    heard.noteCall(callOf({ stamp: 11, round: 'first' }));
    expect(heard.walked).toBe(true);
  });
});

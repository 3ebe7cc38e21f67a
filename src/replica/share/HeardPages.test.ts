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

  it('tells that somebody reads the list, unless it is of a poll', () => {
    heard.noteCall(callOf());
    expect(heard.walked).toBe(false);
    heard.noteCall(callOf({ stamp: 11, round: 'first' }));
    expect(heard.walked).toBe(true);
  });
});

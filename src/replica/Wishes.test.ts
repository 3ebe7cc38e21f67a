import { beforeEach, describe, expect, it } from 'vitest';
import type { Call } from './share/parsePageMessage.ts';
import { newSweep } from './sweep/sweep.ts';
import { Wishes } from './Wishes.ts';

const NOW = 1_000_000;

let wishes: Wishes;

beforeEach(() => {
  wishes = new Wishes();
  wishes.polled(NOW);
  wishes.walkEnded(NOW);
});

const wished = () => [wishes.poll, wishes.walk];

describe('a person', () => {
  it('who comes back wishes for a poll, but not just after one, nor in a pause', () => {
    wishes.comeBack(NOW + 1999);
    expect(wished()).toEqual([false, false]);
    wishes.paused = true;
    wishes.comeBack(NOW + 2000);
    expect(wished()).toEqual([false, false]);
    wishes.paused = false;
    wishes.comeBack(NOW + 2000);
    expect(wished()).toEqual([true, false]);
  });

  it('who refreshes gets a walk where it is cheap or nothing is proven, else a poll', () => {
    wishes.refresh({ ...newSweep(), verdict: 'proven', lastAnswers: 11 });
    expect(wished()).toEqual([true, false]);
    wishes.refresh({ ...newSweep(), verdict: 'unproven', lastAnswers: 11 });
    expect(wished()).toEqual([true, true]);
    wishes.walkEnded(NOW);
    wishes.refresh({ ...newSweep(), verdict: 'proven', lastAnswers: 10 });
    expect(wished()).toEqual([true, true]);
  });

  it('who stopped the loading gets polls alone', () => {
    wishes.stop(true, newSweep());
    wishes.refresh(newSweep());
    expect(wished()).toEqual([true, false]);
  });

  it('has nothing to stop where the list is proven', () => {
    wishes.stop(true, { ...newSweep(), verdict: 'proven' });
    expect(wishes.stopped).toBe(false);
  });
});

describe('another tab', () => {
  const call = (round: Call['round'], offset = 0): Call => ({
    from: 'another',
    round,
    ask: { offset, limit: 100 },
    stamp: 1,
    sentAt: NOW,
  });

  it('is gone along with where the last poll or walk was long enough ago', () => {
    expect(wishes.follow(call('poll'), NOW + 3000)).toBe(false);
    expect(wishes.follow(call('walk'), NOW + 20_000)).toBe(false);
    expect(wishes.follow(call('walk'), NOW + 20_001)).toBe(true);
    expect(wished()).toEqual([false, true]);
    expect(wishes.follow(call('poll'), NOW + 3001)).toBe(true);
    expect(wished()).toEqual([true, true]);
  });

  it('is not gone along with deeper down, in a pause, or before the first walk', () => {
    expect(wishes.follow(call('poll', 100), NOW + 9000)).toBe(false);
    wishes.paused = true;
    expect(wishes.follow(call('poll'), NOW + 9000)).toBe(false);
    wishes.paused = false;
    wishes.wipe();
    expect(wishes.follow(call('poll'), NOW + 9000)).toBe(false);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browserClock } from '../../lib/surroundings.ts';
import type { TabLine } from '../../lib/tabs/TabLine.ts';
import { FakeLines } from '../../lib/tabs/testing/FakeLines.ts';
import { pageMessage, type SharedAnswer } from './parsePageMessage.ts';
import type { SharedJob } from './RoundTerms.ts';
import { SharedPages } from './SharedPages.ts';
import { STAMPS_PER_MS } from './stamps.ts';

const NOW = 1_000_000;
const JOB: SharedJob = { ask: { offset: 0, limit: 100 }, round: 'poll', beat: 1, walkNo: 2 };
const OWN = { page: { total: 7, builds: [] }, stamp: 1, sentAt: NOW, date: null };

let other: TabLine;
let pages: SharedPages;
let stamp: number;
const perform = vi.fn();

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  stamp = 0;
  perform.mockReset().mockResolvedValue(OWN);
  const lines = new FakeLines();
  const parts = {
    clock: browserClock,
    random: () => 0.5,
    tick: () => {
      stamp = Math.max(stamp + 1, Date.now() * STAMPS_PER_MS);
      return stamp;
    },
    hearStamp: (heard: number) => {
      stamp = Math.max(stamp, heard);
    },
    opensAt: (now: number) => now,
    onCall: () => {},
    onFailed: () => {},
  };
  pages = new SharedPages(parts, lines.open('x'));
  pages.leads = true;
  other = lines.open('x');
});

afterEach(() => {
  pages.end();
  vi.useRealTimers();
});

/** Another tab's answer, of a call that it sent so long before now. */
async function hear(agoMs: number, part: Partial<SharedAnswer> = {}): Promise<void> {
  const sentAt = Date.now() - agoMs;
  const own = {
    from: 'other',
    ask: JOB.ask,
    round: 'poll',
    stamp: sentAt * STAMPS_PER_MS,
  } as const;
  const text = '{"total_count":300,"data":[]}';
  const mark = own.stamp + 1;
  const answer = { ...own, sentAt, text, mark, date: null, ...part };
  other.post(pageMessage({ type: 'answer', answer }));
  await vi.advanceTimersByTimeAsync(5);
}

async function ask(job: Partial<SharedJob> = {}) {
  const done = pages.call({ ...JOB, ...job }, { perform });
  await vi.advanceTimersByTimeAsync(5);
  return done;
}

describe('a page that another tab asked for', () => {
  it('is taken where it was asked for after all that this tab has', async () => {
    vi.setSystemTime(NOW + 100);
    await hear(50);
    expect((await ask()).page.total).toBe(300);
    expect(perform).not.toHaveBeenCalled();
  });

  it('is not taken where it was asked for before, nor twice', async () => {
    await hear(50);
    expect((await ask()).page.total).toBe(7);
    vi.setSystemTime(NOW + 100);
    await hear(10);
    expect((await ask({ beat: 2 })).page.total).toBe(300);
    expect((await ask({ beat: 3 })).page.total).toBe(7);
  });

  it('is not taken for a poll where it is over 2 s old, but for the first reading of all', async () => {
    vi.setSystemTime(NOW + 9000);
    await hear(3000);
    expect((await ask()).page.total).toBe(7);
    expect((await ask({ round: 'first' })).page.total).toBe(300);
    expect((await ask({ round: 'close' })).page.total).toBe(7);
  });

  it('is not taken from a clock that is ahead of this one, nor after this one was set back', async () => {
    await hear(-1000);
    expect((await ask()).page.total).toBe(7);
    vi.setSystemTime(NOW - 60_000);
    await hear(-1, { stamp: stamp + 1, mark: stamp + 2 });
    expect((await ask({ beat: 2 })).page.total).toBe(7);
  });

  it('is asked for anew where it cannot be read', async () => {
    vi.setSystemTime(NOW + 100);
    await hear(10, { text: '{"data":7}' });
    expect((await ask()).page.total).toBe(7);
  });
});

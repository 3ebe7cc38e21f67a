import { beforeEach, describe, expect, it } from 'vitest';
import type { Watched } from '../../../insights/watch/Watched.ts';
import { MOST_WATCHED } from '../../../insights/watch/Watched.ts';
import type { TabLine } from '../../../lib/tabs/TabLine.ts';
import { WatchList, type WatchState } from './WatchList.ts';

const KEY = 'a'.repeat(64);
const build = (value: string): Watched => ({ kind: 'build', value, label: value });

/** One line for all tabs. */
class Line {
  readonly heard: unknown[] = [];
  readonly #ears = new Map<TabLine, (message: unknown) => void>();

  open(): TabLine {
    const channel: TabLine = {
      post: (message) => {
        this.heard.push(message);
        for (const [to, hear] of [...this.#ears])
          if (to !== channel) hear(structuredClone(message));
      },
      listen: (listener) => {
        this.#ears.set(channel, listener);
        return () => this.#ears.delete(channel);
      },
    };
    return channel;
  }
}

let line: Line;
const settled = () => new Promise((resolve) => setImmediate(resolve));

async function tab(kept: { state: WatchState | null } = { state: null }, key: string | null = KEY) {
  const list = new WatchList({
    listKey: () => Promise.resolve(key),
    open: () => line.open(),
    load: () => kept.state,
    save: (_, state) => {
      kept.state = state;
    },
  });
  const end = list.follow();
  await settled();
  return { list, end, kept };
}

beforeEach(() => {
  line = new Line();
});

describe('what is watched', () => {
  it('is the same in every tab, also in one that is opened later', async () => {
    const one = await tab();
    const two = await tab();
    one.list.toggle(build('a'));
    expect(two.list.isWatched(build('a'))).toBe(true);
    two.list.toggle(build('b'));
    two.list.setNotify(true);
    const three = await tab();
    expect(three.list.get()).toMatchObject({
      watched: [build('a'), build('b')],
      notify: true,
    });
    three.list.toggle(build('a'));
    expect(one.list.get().watched).toEqual([build('b')]);
  });

  it('stays over a reload', async () => {
    const { list, end, kept } = await tab();
    list.toggle(build('a'));
    list.saw(1000);
    end();
    const again = await tab(kept);
    expect(again.list.get()).toMatchObject({ watched: [build('a')], seenAt: 1000 });
  });

  it('was seen up to the latest moment of all tabs', async () => {
    const one = await tab();
    const two = await tab();
    one.list.saw(2000);
    two.list.saw(1000);
    expect([one.list.get().seenAt, two.list.get().seenAt]).toEqual([2000, 2000]);
  });

  it('is told in every tab, until the person has looked in one', async () => {
    const one = await tab();
    const two = await tab();
    one.list.tell({ title: '1 failed', body: '', short: '1 failed', at: 1000, read: false });
    expect(two.list.get().news).toMatchObject({ title: '1 failed', read: false });
    two.list.markRead();
    expect(one.list.get().news?.read).toBe(true);
  });

  it('is heard of no more once it is not followed', async () => {
    const one = await tab();
    const two = await tab();
    two.end();
    one.list.toggle(build('a'));
    expect(two.list.get().watched).toEqual([]);
  });

  it('has an end to how much it may be', async () => {
    const { list } = await tab();
    for (let at = 0; at < MOST_WATCHED; at += 1) expect(list.toggle(build(`${at}`))).toBe(true);
    expect(list.toggle(build('more'))).toBe(false);
    expect(list.toggle(build('0'))).toBe(true);
    list.clear();
    expect(list.get().watched).toEqual([]);
  });

  it('takes nothing that is no such list', async () => {
    const { list } = await tab();
    const other = line.open();
    for (const message of [
      null,
      'x',
      {},
      { type: 'state', state: 'x' },
      { type: 'news', news: { title: 1 } },
      { type: 'seen', seenAt: '1' },
    ]) {
      other.post(message);
    }
    expect(list.get()).toMatchObject({ revision: 0, watched: [], seenAt: null });
  });
});

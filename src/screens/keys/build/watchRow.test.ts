import { afterEach, expect, it, vi } from 'vitest';
import { buildOf } from '../../../contract/testing/builds.ts';
import type { Watched } from '../../../insights/watch/Watched.ts';
import { makeView } from '../../../views/address/View.ts';
import { announcement, withdraw } from './announce.ts';
import type { KeyContext } from './KeyContext.ts';
import { watchRow } from './watchRow.ts';

afterEach(() => withdraw());

/** As much of a screen as watching needs. */
function screen(part: Partial<KeyContext>): KeyContext {
  const watched: Watched[] = [];
  const toggle = vi.fn((thing: Watched) => watched.push(thing) > 0);
  const context = {
    view: makeView({}),
    active: 'a',
    rows: { positionOf: () => 0, at: () => ({ build: buildOf('a') }) },
    lensRows: { current: { watchedOf: (value: string) => ({ kind: 'image', value, label: 'x' }) } },
    watches: { toggle, isWatched: () => true },
    ...part,
  };
  return Object.assign(Object.create(null), context);
}

it('watches the build that the keys are about, and says so', () => {
  const context = screen({});
  watchRow(context);
  expect(context.watches.toggle).toHaveBeenCalledWith({
    kind: 'build',
    value: 'a',
    label: 'app:v1',
  });
  expect(announcement().text).toBe('Watching app:v1.');
});

it('watches what a row of another lens is', () => {
  const context = screen({ view: makeView({ lens: 'images' }) });
  watchRow(context);
  expect(context.watches.toggle).toHaveBeenCalledWith({ kind: 'image', value: 'a', label: 'x' });
});

it('asks to go to a row first', () => {
  const context = screen({ active: null });
  watchRow(context);
  expect(context.watches.toggle).not.toHaveBeenCalled();
  expect(announcement().text).toContain('Go to a row first');
});

it('says that no more can be watched', () => {
  watchRow(screen({ watches: { toggle: () => false, isWatched: () => false } }));
  expect(announcement().text).toContain('100 things are watched');
});

// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { keptChoice } from './keptChoice.ts';

const choice = (follows = true) =>
  keptChoice({
    key: 'image-builds.test',
    parse: (kept) => kept ?? 'usual',
    print: (chosen: string) => (chosen === 'usual' ? null : chosen),
    follows,
  });

const elsewhere = (kept: string, key: string | null = 'image-builds.test') => {
  localStorage.setItem('image-builds.test', kept);
  window.dispatchEvent(new StorageEvent('storage', { key }));
};

afterEach(() => {
  localStorage.clear();
  vi.restoreAllMocks();
});

describe('a choice that is kept', () => {
  it('is the usual one until it is made, and kept when it is another', () => {
    const mine = choice();
    expect(mine.get()).toBe('usual');
    mine.set('other');
    expect([mine.get(), choice().get()]).toEqual(['other', 'other']);
    mine.set('usual');
    expect(localStorage.length).toBe(0);
  });

  it('is told to those who listen, from other tabs too, until they leave', () => {
    const mine = choice();
    const listener = vi.fn();
    const leave = mine.subscribe(listener);
    mine.set('other');
    expect(listener).toHaveBeenCalledTimes(1);
    elsewhere('third');
    expect([mine.get(), listener.mock.calls.length]).toEqual(['third', 2]);
    elsewhere('fourth', 'of something else');
    expect(mine.get()).toBe('third');
    elsewhere('fifth', null);
    expect(mine.get()).toBe('fifth');
    leave();
    mine.set('usual');
    expect(listener).toHaveBeenCalledTimes(3);
  });

  it('stays what it is in this tab where it follows none', () => {
    const mine = choice(false);
    const listener = vi.fn();
    mine.subscribe(listener);
    expect(mine.get()).toBe('usual');
    elsewhere('other');
    expect([mine.get(), listener.mock.calls.length]).toEqual(['usual', 0]);
  });

  it('lasts for this page where storage is off', () => {
    const off = () => {
      throw new Error('off');
    };
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(off);
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(off);
    const mine = choice();
    expect(mine.get()).toBe('usual');
    mine.set('other');
    expect(mine.get()).toBe('other');
  });
});

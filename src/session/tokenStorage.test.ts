import { describe, expect, it } from 'vitest';
import { brokenStorage, fullStorage, memoryStorage, NO_STORE } from './testing/fakeBrowser.ts';
import { createTokenStorage, SIGN_OUT_KEY, TOKEN_KEY } from './tokenStorage.ts';

describe('the stored token', () => {
  it('is kept for the tab, and nowhere else, unless it is to be remembered', () => {
    const [tab, device] = [memoryStorage(), memoryStorage()];
    const storage = createTokenStorage(tab, device);
    expect(storage.write({ token: 't1' }, false)).toBe('tab');
    expect(storage.read()).toEqual({ token: 't1', remembered: false });
    expect([...device.entries]).toEqual([]);
  });

  it('is found by another tab where it was remembered', () => {
    const device = memoryStorage();
    expect(createTokenStorage(memoryStorage(), device).write({ token: 't1' }, true)).toBe('device');
    const other = createTokenStorage(memoryStorage(), device);
    expect(other.read()).toEqual({ token: 't1', remembered: true });
  });

  it('of this tab comes before the one of the device', () => {
    const device = memoryStorage();
    const [first, second] = [memoryStorage(), memoryStorage()].map((tab) =>
      createTokenStorage(tab, device),
    );
    first?.write({ token: 't1' }, true);
    second?.write({ token: 't2' }, true);
    expect(first?.read()).toEqual({ token: 't1', remembered: false });
    expect(second?.read()).toEqual({ token: 't2', remembered: true });
  });

  it('of this tab stays when it is another one that the API refused', () => {
    const [tab, device] = [memoryStorage(), memoryStorage()];
    const storage = createTokenStorage(tab, device);
    storage.write({ token: 't1' }, false);
    storage.forget('t2');
    expect(storage.read()).toEqual({ token: 't1', remembered: false });
  });

  it('is gone from tab and device after a sign-out', () => {
    const [tab, device] = [memoryStorage(), memoryStorage()];
    const storage = createTokenStorage(tab, device);
    storage.write({ token: 't1' }, true);
    storage.clear('m1');
    expect(storage.read()).toBeNull();
    expect([...tab.entries.keys()]).toEqual([]);
    expect([...device.entries.keys()]).toEqual([SIGN_OUT_KEY]);
  });

  it('does not come back in a tab that slept through a sign-out', () => {
    const device = memoryStorage();
    const asleep = memoryStorage();
    createTokenStorage(asleep, device).write({ token: 't1' }, false);
    createTokenStorage(memoryStorage(), device).clear('m1');
    expect(createTokenStorage(asleep, device).read()).toBeNull();
    expect([...asleep.entries]).toEqual([]);
  });

  it('written after a sign-out stays', () => {
    const storage = createTokenStorage(memoryStorage(), memoryStorage());
    storage.clear('m1');
    storage.write({ token: 't1' }, false);
    expect(storage.read()).toEqual({ token: 't1', remembered: false });
  });

  it('is forgotten alone where the API refused it', () => {
    const device = memoryStorage();
    const [first, second] = [memoryStorage(), memoryStorage()];
    createTokenStorage(first, device).write({ token: 't1' }, false);
    createTokenStorage(second, device).write({ token: 't2' }, true);
    createTokenStorage(first, device).forget('t1');
    expect([...first.entries]).toEqual([]);
    expect(createTokenStorage(second, device).read()).toEqual({ token: 't2', remembered: true });
    createTokenStorage(second, device).forget('t2');
    expect([...second.entries, ...device.entries]).toEqual([]);
  });

  it.each([
    '',
    'null',
    '"t1"',
    '[]',
    '{',
    'pit_old',
    '{"token":"t1"}',
    '{"version":0,"token":"t1","mark":""}',
    '{"version":1,"mark":""}',
    '{"version":1,"token":7,"mark":""}',
    '{"version":1,"token":"","mark":""}',
    '{"version":1,"token":"a\\nb","mark":""}',
  ])('of an old version, or broken, is removed: %s', (entry) => {
    const [tab, device] = [memoryStorage(), memoryStorage()];
    tab.setItem(TOKEN_KEY, entry);
    device.setItem(TOKEN_KEY, entry);
    expect(createTokenStorage(tab, device).read()).toBeNull();
    expect([...tab.entries, ...device.entries]).toEqual([]);
  });

  it('without a mark counts as written before the first sign-out', () => {
    const [tab, device] = [memoryStorage(), memoryStorage()];
    tab.setItem(TOKEN_KEY, '{"version":1,"token":"t1"}');
    expect(createTokenStorage(tab, device).read()).toEqual({ token: 't1', remembered: false });
    device.setItem(SIGN_OUT_KEY, 'm1');
    expect(createTokenStorage(tab, device).read()).toBeNull();
  });

  it.each([
    ['missing', NO_STORE],
    ['forbidden', brokenStorage()],
    ['full', fullStorage()],
  ])('is known to live in memory alone where storage is %s', (_how, store) => {
    const storage = createTokenStorage(store, store);
    expect(storage.write({ token: 't1' }, true)).toBe('memory');
    expect(storage.write({ token: 't1' }, false)).toBe('memory');
    expect(storage.read()).toBeNull();
    storage.forget('t1');
    storage.clear('m1');
    expect(storage.mark()).toBe('');
  });

  it('is known to live in this tab alone where only the device refuses it', () => {
    const storage = createTokenStorage(memoryStorage(), brokenStorage());
    expect(storage.write({ token: 't1' }, true)).toBe('tab');
    expect(storage.read()).toEqual({ token: 't1', remembered: false });
  });
});

import { expect, it } from 'vitest';
import { browserCopies, keptKey, wipeKept } from './keptCopies.ts';

it('names a copy by a hash that does not hold the token', async () => {
  const key = await keptKey('pit_secret');
  expect(key).toMatch(/^[0-9a-f]{64}$/);
  expect(key).not.toContain('secret');
  expect(await keptKey('pit_secret')).toBe(key);
  expect(await keptKey('pit_other')).not.toBe(key);
});

it('survives a browser without storage', async () => {
  expect(await browserCopies.load('a')).toBeNull();
  expect(await browserCopies.save('a', { snapshot: {}, savedAt: 1, stamp: 1 })).toBe(false);
  await expect(browserCopies.remove('a')).resolves.toBeUndefined();
  await expect(wipeKept()).resolves.toBeUndefined();
  browserCopies.want(true);
  expect(typeof browserCopies.wanted()).toBe('boolean');
});

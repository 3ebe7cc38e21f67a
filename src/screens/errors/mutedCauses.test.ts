import { expect, it } from 'vitest';
import { parseMuted, withMuted } from './mutedCauses.ts';

const CAUSE = '0123456789abcdef';

it('mutes a cause and hears it again', () => {
  const muted = withMuted(new Set(), CAUSE, true);
  expect([...muted]).toEqual([CAUSE]);
  expect(withMuted(muted, CAUSE, false).size).toBe(0);
});

it('keeps a thousand, the latest', () => {
  let muted: ReadonlySet<string> = new Set();
  for (let at = 0; at < 1005; at += 1) {
    muted = withMuted(muted, at.toString(16).padStart(16, '0'), true);
  }
  expect(muted.size).toBe(1000);
  expect(muted.has('0'.repeat(16))).toBe(false);
});

it.each([null, '', '{', '3', '{"a":1}', '[1,null,"x"]', `["${CAUSE}z"]`])(
  'makes no cause of %j',
  (text) => {
    expect(parseMuted(text).size).toBe(0);
  },
);

it('reads what it kept, without what is no fingerprint', () => {
  expect([...parseMuted(JSON.stringify([CAUSE, 'nonsense', 7]))]).toEqual([CAUSE]);
});

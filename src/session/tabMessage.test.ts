import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTabMessage, type TabMessage } from './tabMessage.ts';

describe('a message between tabs', () => {
  it.each<TabMessage>([
    { type: 'ask', asking: 'a' },
    { type: 'hand', asking: 'a', token: 't1', remembered: true },
    { type: 'hand', asking: 'a', token: 't1', remembered: false },
    { type: 'sign-out' },
  ])('is understood: %j', (message) => {
    expect(parseTabMessage({ ...message, more: 1 })).toEqual(message);
  });

  it('that does not say whether the token is remembered means that it is not', () => {
    const hand = { type: 'hand', asking: 'a', token: 't1' };
    expect(parseTabMessage({ ...hand, remembered: 'yes' })).toEqual({ ...hand, remembered: false });
    expect(parseTabMessage(hand)).toEqual({ ...hand, remembered: false });
  });

  it('is nothing where its team cannot be read', () => {
    const hand = { type: 'hand', asking: 'a', token: 't1', remembered: false };
    const team = 'cm9zk2w8r0003l708u5d1q6fy';
    expect(parseTabMessage({ ...hand, team })).toEqual({ ...hand, team });
    expect(parseTabMessage({ ...hand, team: undefined })).toEqual(hand);
    for (const bad of ['', 'x', 1, null, [team]]) {
      expect(parseTabMessage({ ...hand, team: bad })).toBeNull();
    }
  });

  it.each([
    null,
    undefined,
    'sign-out',
    [],
    {},
    { type: 'ask' },
    { type: 'ask', asking: 1 },
    { type: 'hand', asking: 'a' },
    { type: 'hand', token: 't1' },
    { type: 'hand', asking: 'a', token: 1 },
    { type: 'hand', asking: 'a', token: ['t1'] },
    { type: 'hand', asking: 'a', token: '' },
    { type: 'hand', asking: 'a', token: 'a\nb' },
    { type: 'take', asking: 'a', token: 't1' },
  ])('that is none is not: %j', (data) => {
    expect(parseTabMessage(data)).toBeNull();
  });

  it('never makes reading it throw', () => {
    fc.assert(fc.property(fc.anything(), (data) => void parseTabMessage(data)));
  });
});

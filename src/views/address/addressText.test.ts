import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { characters } from '../../lib/testing/characters.ts';
import { runs } from '../../lib/testing/runs.ts';
import { decodeAddress, encodeAddress, settleAddress } from './addressText.ts';

describe('the text of an address', () => {
  it('reads back as the same, here and as a browser reads it', () => {
    fc.assert(
      fc.property(fc.string({ unit: characters }), (text) => {
        const encoded = encodeAddress(text);
        expect(decodeAddress(encoded)).toBe(text);
        expect(new URLSearchParams(`q=${encoded}`).get('q')).toBe(text);
      }),
      { numRuns: runs(2000) },
    );
  });

  it('keeps its meaning when it is settled', () => {
    fc.assert(
      fc.property(fc.string({ unit: characters }), (text) => {
        const settled = settleAddress(text);
        expect(settleAddress(settled)).toBe(settled);
        expect(decodeAddress(settled)).toBe(decodeAddress(text));
      }),
      { numRuns: runs(2000) },
    );
  });

  it('stays readable', () => {
    expect(encodeAddress('a,b:c/d e@f=g')).toBe('a,b:c/d+e@f=g');
    expect(encodeAddress('2026-11-01..2026-11-20')).toBe('2026-11-01..2026-11-20');
    expect(encodeAddress('2026-11-01..')).toBe('2026-11-01%2E%2E');
    expect(encodeAddress('swe-*')).toBe('swe-%2A');
    expect(encodeAddress(`+&%#"'<`)).toBe('%2B%26%25%23%22%27%3C');
  });

  it('takes half a character for the sign of a lost one', () => {
    expect(encodeAddress('a\ud800b')).toBe('a%EF%BF%BDb');
    expect(settleAddress('\udc00')).toBe('%EF%BF%BD');
  });

  it('is nothing where its encoding is broken', () => {
    for (const text of ['%', '%4', '%zz', '%E0%A4%A', '%FF'])
      expect(decodeAddress(text)).toBeNull();
  });
});

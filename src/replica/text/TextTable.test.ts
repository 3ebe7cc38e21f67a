import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { runs } from '../../lib/testing/runs.ts';
import { TextTable } from './TextTable.ts';

describe('TextTable', () => {
  it('gives each text one code, from 0 up, as a plain map does', () => {
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 4 }),
      fc.string({ maxLength: 300 }),
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 200 }), (texts) => {
        const table = new TextTable();
        const plain = new Map<string, number>();
        for (const one of texts) {
          expect(table.find(one)).toBe(plain.get(one) ?? -1);
          if (!plain.has(one)) plain.set(one, plain.size);
          expect(table.codeFor(one)).toBe(plain.get(one));
        }
        expect(table.size).toBe(plain.size);
        for (const [one, code] of plain) {
          expect(table.at(code)).toBe(one);
          expect(table.is(code, one)).toBe(true);
          expect(table.is(code, `${one}x`)).toBe(false);
          expect(table.find(one)).toBe(code);
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('finds each of thousands of texts that begin and end alike without comparing them all', () => {
    const ends = 'x'.repeat(200);
    const names = Array.from({ length: 5000 }, (_, at) => `${ends}${at}${ends}`);
    const table = new TextTable();
    const comparisons = vi.spyOn(table.pool, 'is');
    names.forEach((name, at) => {
      expect(table.codeFor(name)).toBe(at);
    });
    names.forEach((name, at) => {
      expect(table.find(name)).toBe(at);
    });
    expect(table.find(`${ends}5000${ends}`)).toBe(-1);
    // Each is compared with itself when it is found, and hardly ever with another one.
    expect(comparisons.mock.calls.length).toBeLessThan(names.length + 100);
  });

  it('has the same codes after it was packed', () => {
    const table = new TextTable();
    const texts = [
      '',
      'a',
      'b\n',
      'ä'.repeat(70_000),
      ...Array.from({ length: 3000 }, (_, at) => `t${at}`),
    ];
    for (const text of texts) table.codeFor(text);
    const again = TextTable.unpack(structuredClone(table.pool.pack()));
    expect(again.size).toBe(texts.length);
    texts.forEach((text, at) => {
      expect(again.find(text)).toBe(at);
      expect(again.at(at)).toBe(text);
      expect(again.codeFor(text)).toBe(at);
    });
    expect(again.codeFor('new')).toBe(texts.length);
    expect(again.find('new')).toBe(texts.length);
  });

  it('takes no packed texts of which one comes twice', () => {
    const packed = new TextTable().pool;
    packed.push('a');
    packed.push('a');
    expect(() => TextTable.unpack(packed.pack())).toThrow(TypeError);
  });
});

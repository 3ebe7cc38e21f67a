import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchText } from '../searchText.ts';
import { excerptAround } from './excerptAround.ts';
import { findHits } from './findHits.ts';

const around = (text: string, searched: string) => {
  const [hit] = findHits(text, searchText(searched), 1);
  if (!hit) throw new Error('not found');
  return excerptAround(text, hit);
};

describe('the surroundings of a hit', () => {
  it('are those of its line', () => {
    expect(around('one\n  two three four\nfive', 'three')).toEqual({
      before: 'two ',
      hit: 'three',
      after: ' four',
    });
    expect(around('three', 'three')).toEqual({ before: '', hit: 'three', after: '' });
  });

  it('leave room for the hit on a long line', () => {
    const { before, hit } = around(`${'word '.repeat(50)}here and on`, 'here');
    expect(before).toMatch(/^…(word )+$/);
    expect(before.length).toBeLessThanOrEqual(17);
    expect(hit).toBe('here');
    expect(around('x'.repeat(500), 'x'.repeat(400)).hit).toHaveLength(300);
  });

  it('are parts of the text that stand side by side', () => {
    const unit = fc.constantFrom('a', 'b', ' ', '\n', '\r', 'é', '😀');
    const texts = fc.string({ unit, maxLength: 60 });
    fc.assert(
      fc.property(texts, fc.string({ unit, minLength: 1, maxLength: 3 }), texts, (a, b, c) => {
        const [hit] = findHits(a + b + c, searchText(b), 1);
        if (!hit) return;
        const excerpt = excerptAround(a + b + c, hit);
        expect(a + b + c).toContain(excerpt.before.replace(/^…/, '') + excerpt.hit + excerpt.after);
        expect(searchText(excerpt.hit)).toContain(searchText(b).trim());
        expect(excerpt.before + excerpt.after).not.toMatch(/[\r\n]/);
      }),
    );
  });
});

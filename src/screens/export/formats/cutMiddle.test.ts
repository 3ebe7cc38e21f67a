import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cutMiddle } from './cutMiddle.ts';

it('keeps what is short enough', () => {
  expect(cutMiddle('x'.repeat(30), 10, 20)).toBeNull();
});

it('cuts between lines where one ends nearby, else within one', () => {
  const lines = Array.from({ length: 1000 }, (_, at) => `line ${at}`).join('\n');
  const cut = cutMiddle(lines, 1000, 1000);
  expect(cut?.start).toMatch(/^line 0\n.*line \d+$/s);
  expect(cut?.end).toMatch(/^line \d+\n.*line 999$/s);
  expect(cutMiddle('x'.repeat(5000), 1000, 1000)).toEqual({
    start: 'x'.repeat(1000),
    end: 'x'.repeat(1000),
    left: 3000,
  });
});

it('keeps the ends of every text as they are, and no half of a character', () => {
  const texts = fc.string({
    unit: fc.constantFrom('a', '\n', '\u{1f600}'),
    minLength: 0,
    maxLength: 900,
  });
  fc.assert(
    fc.property(texts, (text) => {
      const cut = cutMiddle(text, 300, 300);
      expect(cut === null).toBe(text.length <= 600);
      if (cut === null) return;
      expect(text.startsWith(cut.start)).toBe(true);
      expect(text.endsWith(cut.end)).toBe(true);
      expect(cut.start.length).toBeLessThanOrEqual(300);
      expect(cut.end.length).toBeLessThanOrEqual(300);
      expect(cut.start + cut.end).not.toMatch(/\p{Cs}/u);
      expect(cut.left).toBeGreaterThanOrEqual(0);
    }),
  );
});

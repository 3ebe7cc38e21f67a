import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ErrorWindow } from './ErrorWindow.ts';

it('keeps a text up to 20 KB whole, but for terminal codes', () => {
  const window = new ErrorWindow('one\r\n\u001b[31mtwo\u001b[0m\rthree');
  expect(window.text).toBe('one\ntwo\nthree');
});

it('reads both ends of a longer text, without the lines cut in two', () => {
  const line = 'a line of thirty-two characters\n';
  const window = new ErrorWindow(line.repeat(4000));
  expect(window.text.length).toBeLessThan(21 * 1024);
  expect(new Set(window.text.split('\n'))).toEqual(new Set([line.trim(), '']));
});

it('shortens a long line in its middle', () => {
  const window = new ErrorWindow(`error: ${'x'.repeat(5000)} exit code: 1`);
  const { start, end } = window.lineAround(9);
  expect(window.cut(start, end)).toMatch(/^error: x+ … x+ exit code: 1$/);
});

it('numbers lines as an editor does, in both parts of any text', () => {
  const part = fc.constantFrom('a', 'b\n', '\r\n', '\r', 'c\n'.repeat(9000), 'd'.repeat(6000));
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const text = `${parts.join('')}\nMARK here\n${parts.join('')}`;
      const window = new ErrorWindow(text);
      const at = window.text.indexOf('MARK');
      fc.pre(at >= 0);
      const lines = text.split(/\r\n|[\r\n]/);
      expect(lines[window.lineNumber(window.lineAround(at).start) - 1]).toBe('MARK here');
    }),
  );
});

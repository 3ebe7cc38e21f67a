import fc from 'fast-check';
import { expect, it } from 'vitest';
import { errorDetails } from './errorDetails.ts';

it.each<[unknown, string[]]>([
  [{ errors: [{ param: 'limit', details: 'is negative' }] }, ['limit: is negative']],
  [
    {
      errors: [
        { param: 'limit', details: 'a' },
        { param: 'offset', details: 'b' },
      ],
    },
    ['limit: a', 'offset: b'],
  ],
  [{ errors: ['a', 'b'] }, ['a', 'b']],
  [{ errors: 'a' }, ['a']],
  [
    { errors: { limit: ['too large', 'odd'], offset: 'b' } },
    ['limit: too large', 'limit: odd', 'offset: b'],
  ],
  [{ errors: { code: 7, limit: 'odd', more: { of: 'it' } } }, ['limit: odd']],
  [{ errors: [], detail: 'a' }, ['a']],
  [{ detail: 'Not Found' }, ['Not Found']],
  [{ detail: [{ loc: ['query', 'limit'], msg: 'bad', type: 'int' }] }, ['query.limit: bad']],
  [{ detail: [{ loc: ['body', 0, {}], msg: 'bad' }] }, ['body.0: bad']],
  [{ detail: { message: 'a', code: 7 } }, ['a']],
  [{ detail: ['a', { msg: 'b' }] }, ['a', 'b']],
  [{ message: 'a' }, ['a']],
  [{ error: 'a' }, ['a']],
  [{ error: { message: 'a' } }, ['a']],
  [{ error: { errors: [{ field: 'limit', message: 'a' }] } }, ['limit: a']],
  [{ title: 'Bad', status: 400 }, ['Bad']],
  ['a', ['a']],
  [
    ['a', 7],
    ['a', '7'],
  ],
  [{ detail: '   ' }, []],
  [{ unknown: 'a' }, []],
  [{}, []],
  [null, []],
  [true, []],
  [undefined, []],
])('reads %j', (body, lines) => {
  expect(errorDetails(body)).toEqual(lines);
});

it('cuts a long line and says its size', () => {
  const [line, ...rest] = errorDetails({ detail: 'x'.repeat(102_400) });
  expect(line).toBe(`${'x'.repeat(500)}… (102,400 characters in all)`);
  expect(rest).toEqual([]);
  expect(errorDetails({ detail: 'x'.repeat(500) })).toEqual(['x'.repeat(500)]);
  expect(errorDetails({ detail: 'x'.repeat(501) })).toEqual([
    `${'x'.repeat(500)}… (501 characters in all)`,
  ]);
});

it('says the size of a line that begins with a thousand terminal codes', () => {
  const [line] = errorDetails({ detail: `${'\u001b[31m'.repeat(3000)}x` });
  expect(line).toContain('(15,001 characters in all)');
});

it('looks six levels deep', () => {
  const nested = (levels: number): unknown => (levels === 0 ? 'x' : { error: nested(levels - 1) });
  expect(errorDetails(nested(6))).toEqual(['x']);
  expect(errorDetails(nested(7))).toEqual([]);
});

it('cuts a long list and says its size', () => {
  const errors = (count: number) => ({
    errors: Array.from({ length: count }, (_, index) => ({ param: `p${index}`, details: 'd' })),
  });
  expect(errorDetails(errors(20))).toHaveLength(20);
  expect(errorDetails(errors(25))).toHaveLength(21);
  expect(errorDetails(errors(25)).at(-1)).toBe('and 5 more');
  expect(errorDetails(errors(200_000)).at(-1)).toBe('and many more');
});

it('reads a thousand lines and no more', () => {
  let read = 0;
  const fault = {
    get details() {
      read += 1;
      return 'd';
    },
  };
  expect(errorDetails({ errors: Array(1500).fill(fault) }).at(-1)).toBe('and many more');
  expect(read).toBe(1000);
});

it('shows what hides, and no terminal codes', () => {
  expect(errorDetails({ detail: '\u001b[31ma\u001b[0m\u202eb\nc' })).toEqual(['a⟨U+202E⟩b\nc']);
});

it('makes short lines of any JSON, however deep', () => {
  let deep: unknown = 'x';
  for (let depth = 0; depth < 10_000; depth += 1) deep = depth % 2 ? [deep] : { errors: deep };
  expect(errorDetails(deep)).toEqual([]);
  fc.assert(
    fc.property(fc.jsonValue(), (body) => {
      for (const line of errorDetails({ errors: body })) expect(line.length).toBeLessThan(50_000);
    }),
  );
});

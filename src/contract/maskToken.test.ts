import fc from 'fast-check';
import { expect, it } from 'vitest';
import { maskToken } from './maskToken.ts';

const token = 'pit_0123456789abcdef/+"\\x/y';

it('masks each place where the token stands', () => {
  expect(maskToken(`a ${token} b ${token}`, token)).toBe('a •••• b ••••');
});

it('masks the spellings of JSON, and the body stays JSON', () => {
  const body = JSON.stringify({ name: `x${token}y`, count: 1 });
  const slashed = body.replaceAll('/', '\\/');
  expect(JSON.parse(maskToken(body, token))).toEqual({ name: 'x••••y', count: 1 });
  expect(JSON.parse(maskToken(slashed, token))).toEqual({ name: 'x••••y', count: 1 });
});

it('masks a token of which any part is spelled as JSON escapes it', () => {
  const code = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const plain = (character: string) => JSON.stringify(character).slice(1, -1);
  const slashed = (character: string) => (character === '/' ? '\\/' : plain(character));
  const spelling = fc.constantFrom(code, plain, slashed);
  fc.assert(
    fc.property(fc.array(spelling, { minLength: token.length }), (choices) => {
      const spelled = [...token].map((character, at) => choices[at]?.(character)).join('');
      const body = `{"name":"x${spelled}y","tab":"\\t\\\\u0070\\u001b"}`;
      expect(JSON.parse(maskToken(body, token))).toEqual({
        name: 'x••••y',
        tab: '\t\\u0070\u001b',
      });
    }),
  );
});

it('masks a token of which one slash is escaped and the other is not', () => {
  const body = String.raw`{"name":"pit_0123456789\/abcdef/x"}`;
  expect(JSON.parse(maskToken(body, 'pit_0123456789/abcdef/x'))).toEqual({ name: '••••' });
});

it('leaves escapes alone where the token is not in them', () => {
  const body = '{"name":"\\u003cb\\u003e","path":"a\\/b"}';
  expect(maskToken(body, token)).toBe(body);
});

it('leaves escaped slashes alone where the token has none', () => {
  const secret = 'pit_0123456789abcdef';
  expect(maskToken(`{"path":"a\\/b","name":"${secret}"}`, secret)).toBe(
    '{"path":"a\\/b","name":"••••"}',
  );
});

it('leaves words alone that are no secrets', () => {
  expect(maskToken('{"data":[],"name":"demo-app"}', 'demo')).toBe('{"data":[],"name":"demo-app"}');
  expect(maskToken('text', '')).toBe('text');
  expect(maskToken('x'.repeat(40), 'x'.repeat(15))).toBe('x'.repeat(40));
  expect(maskToken('x'.repeat(40), 'x'.repeat(16))).toBe('••••••••xxxxxxxx');
});

it('lets no text carry the token', () => {
  const visible = fc.string({ unit: fc.constantFrom(...'abcXYZ019_-./+='), maxLength: 20 });
  fc.assert(
    fc.property(visible, visible, visible, (before, secret, after) => {
      const long = `${secret}${'k'.repeat(16)}`;
      expect(maskToken(`${before}${long}${after}`, long)).not.toContain(long);
      const parsed: unknown = JSON.parse(maskToken(JSON.stringify([before, long + after]), long));
      expect(JSON.stringify(parsed)).not.toContain(long);
    }),
  );
});

import { expect, it } from 'vitest';
import { isTokenName, isTokenValue } from './tokenParameter.ts';

it.each(['token', 'my_token', 'id-token', 'key', 'API_KEY', 'apiKey', 'client_secret', 'password'])(
  'takes %s for the name of a token',
  (name) => expect(isTokenName(name)).toBe(true),
);

it.each(['q', 'status', 'image', 'tag', 'monkey', 'keys', 'toke', '', '__proto__'])(
  'does not take %s for the name of a token',
  (name) => expect(isTokenName(name)).toBe(false),
);

it.each([
  ['pit_0123456789abcdef', true],
  [' "Bearer abc', true],
  ['export PRIME_API_KEY=abc', true],
  ['pit_stop', false],
  ['bearer', false],
  ['swe-bench', false],
])('tells a token by its looks: %s', (value, looks) => expect(isTokenValue(value)).toBe(looks));

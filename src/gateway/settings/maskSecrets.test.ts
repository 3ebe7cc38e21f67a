import { expect, it } from 'vitest';
import { maskSecrets } from './maskSecrets.ts';

it.each([
  ['Cannot load /tmp/pit_0123456789abcdef0123: ENOENT', 'Cannot load /tmp/•••: ENOENT'],
  ['eyJhbGciOiJIUzI1NiJ90.eyJzdWIiOiIxMjM0NTY3.x', '•••.•••.x'],
  ['127.0.0.1:4400 is taken: choose another --port', null],
  ['Cannot load builds-2026-11-27-of-everybody.json', null],
  ['NODE_TLS_REJECT_UNAUTHORIZED=0 switches TLS checks off', null],
  ['12345678901234567890123', null],
])('masks what could be a token in %j', (line, masked) => {
  expect(maskSecrets(line)).toBe(masked ?? line);
});

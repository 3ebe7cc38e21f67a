import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isAllowedHost, isHostName } from './allowedHosts.ts';

it.each([
  ['localhost:4400', 4400, [], true],
  ['127.0.0.1:4400', 4400, [], true],
  ['[::1]:4400', 4400, [], true],
  ['LocalHost:4400', 4400, [], true],
  ['localhost', 80, [], true],
  ['localhost:80', 80, [], true],
  ['evil.test', 80, [], false],
  ['localhost', 4400, [], false],
  ['localhost:4401', 4400, [], false],
  ['localhost.:4400', 4400, [], false],
  ['a.localhost:4400', 4400, [], false],
  ['builds.example.com', 4400, ['builds.example.com'], true],
  ['Builds.Example.Com:443', 4400, ['builds.example.com'], true],
  ['builds.example.com:8080', 4400, ['builds.example.com:8080'], true],
  ['builds.example.com:8081', 4400, ['builds.example.com:8080'], false],
  ['builds.example.com', 4400, ['builds.example.com:8080'], false],
  ['evil.builds.example.com', 4400, ['builds.example.com'], false],
  ['builds.example.com.evil.test', 4400, ['builds.example.com'], false],
  ['builds.example.com@evil.test', 4400, ['builds.example.com'], false],
  ['builds.example.com:', 4400, ['builds.example.com'], false],
  ['', 4400, [''], false],
])('decides about %j at port %i with %j: %s', (host, port, configured, allowed) => {
  expect(isAllowedHost(host, port, configured)).toBe(allowed);
});

it('allows no text but the names it knows', () => {
  const known = ['localhost:4400', '127.0.0.1:4400', '[::1]:4400', 'a.test'];
  fc.assert(
    fc.property(fc.string(), fc.constantFrom(...known), fc.string(), (before, name, after) => {
      const host = before + name + after;
      const own = known.includes(host.toLowerCase()) || /^a\.test(:\d{1,5})?$/i.test(host);
      expect(isAllowedHost(host, 4400, ['a.test'])).toBe(own);
    }),
  );
});

it.each([
  ['builds.example.com', true],
  ['a', true],
  ['10.0.0.7:80', true],
  ['[fe80::1]:80', true],
  ['', false],
  ['*', false],
  ['http://a.test', false],
  ['a.test/', false],
  ['a b', false],
  ['-a', false],
])('tells whether %j is a host name: %s', (text, good) => {
  expect(isHostName(text)).toBe(good);
});

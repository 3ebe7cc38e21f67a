import { describe, expect, it } from 'vitest';
import { PAGE_HEADERS } from '../../gateway/pages/headers.ts';
import { missingHeaders } from './missingHeaders.ts';

const GOOD: Readonly<Record<string, string>> = { ...PAGE_HEADERS, 'cache-control': 'no-store' };
const without = (name: string) =>
  new Headers(Object.entries(GOOD).filter(([each]) => each !== name.toLowerCase()));
const saying = (name: string, value: string) => new Headers({ ...GOOD, [name]: value });

describe('the headers of the page', () => {
  it('are all there where the gateway serves it', () => {
    expect(missingHeaders(new Headers(GOOD))).toEqual([]);
  });

  it.each([
    'Content-Security-Policy',
    'X-Content-Type-Options',
    'Referrer-Policy',
    'Cross-Origin-Opener-Policy',
    'Cross-Origin-Resource-Policy',
    'Cache-Control',
  ])('are missed by name: %s', (name) => {
    expect(missingHeaders(without(name))).toEqual([name]);
  });

  it('are all missed on a server that sets none', () => {
    expect(missingHeaders(new Headers())).toHaveLength(6);
  });

  const policy = GOOD['content-security-policy'] ?? '';
  it.each([
    ['content-security-policy', "default-src 'self'"],
    ['content-security-policy', `${policy}; script-src 'self' 'unsafe-inline'`],
    ['content-security-policy', policy.replace("frame-ancestors 'none'", '')],
    ['content-security-policy', policy.replace("base-uri 'none'", '')],
    ['content-security-policy', policy.replace("default-src 'none'", "default-src 'self'")],
    ['referrer-policy', 'origin'],
    ['referrer-policy', 'no-referrer-when-downgrade'],
    ['referrer-policy', 'origin, no-referrer'],
    ['x-content-type-options', 'sniff'],
    ['x-content-type-options', 'nosniff, nosniff'],
    ['x-content-type-options', 'x, nosniff'],
    ['cross-origin-opener-policy', 'unsafe-none'],
    ['cross-origin-opener-policy', 'same-origin-allow-popups'],
    ['cross-origin-opener-policy', 'x same-origin'],
    ['cross-origin-resource-policy', 'cross-origin'],
    ['cross-origin-resource-policy', 'same-origin, cross-origin'],
    ['cross-origin-resource-policy', 'x same-origin'],
    ['cache-control', 'public, max-age=600'],
  ])('are missed where they are too weak: %s: %s', (name, value) => {
    expect(missingHeaders(saying(name, value)).map((one) => one.toLowerCase())).toEqual([name]);
  });

  it('may say more', () => {
    expect(missingHeaders(saying('cache-control', 'private, no-cache'))).toEqual([]);
    expect(missingHeaders(saying('content-security-policy', `${policy}; sandbox`))).toEqual([]);
  });
});

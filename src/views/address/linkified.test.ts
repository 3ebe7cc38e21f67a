import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../lib/testing/runs.ts';
import { addresses, views } from '../testing/arbitraries.ts';
import { LINKIFIERS } from '../testing/linkifiers.mjs';
import { parseView } from './parseView.ts';
import { printView } from './printView.ts';

const HOSTS = ['https://builds.example.com/', 'http://127.0.0.1:4400/', 'http://localhost:4400/'];
const SENTENCES: readonly ((url: string) => string)[] = [
  (url) => url,
  (url) => `See ${url} for more`,
  (url) => `See ${url}.`,
  (url) => `(${url})`,
  (url) => `Is it ${url}? No, ${url}!`,
  (url) => `- one: ${url}\n- two`,
];

describe.each(Object.entries(LINKIFIERS))('an address in a message that %s reads', (_, linksIn) => {
  it('is linked whole, whatever the view', () => {
    const written = fc.oneof(
      views.map(printView),
      addresses.map((search) => printView(parseView(search))).filter(isEncoded),
    );
    fc.assert(
      fc.property(
        written,
        fc.constantFrom(...HOSTS),
        fc.constantFrom(...SENTENCES),
        (search, host, sentence) => {
          const url = `${host}${search}`;
          const links = linksIn(sentence(url));
          expect(links.length).toBeGreaterThan(0);
          for (const link of links) expect(link).toBe(url);
        },
      ),
      { numRuns: runs(2000) },
    );
  }, 60_000);

  it.each([
    '?created=2026-11-01..',
    '?created=..2026-11-01',
    '?created=2026-11-01..2026-11-20',
    '?image=swe-*',
    '?q=what%3F',
    '?q=(a%2B)%2B$',
    '?q=no+space+left!',
    '?path=prime/ada/web:1.0&tag=v1.',
    '?id=a_&error=b~',
    '?open="a,b",c',
  ])('is linked whole, and means the same: %s', (search) => {
    const view = parseView(search);
    const url = `https://builds.example.com/${printView(view)}`;
    for (const sentence of SENTENCES) {
      const links = linksIn(sentence(url));
      expect(links.length).toBeGreaterThan(0);
      for (const link of links) expect(link).toBe(url);
    }
    expect(parseView(new URL(url).search)).toEqual(view);
  });
});

/** What came with a broken `%` is kept as it came. */
function isEncoded(search: string): boolean {
  try {
    return decodeURIComponent(search) !== '';
  } catch {
    return false;
  }
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stripTokenFromAddress } from './stripTokenFromAddress.ts';

/** Any code units, lone surrogates too. */
const anyText = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
});

describe('a token in the address', () => {
  it.each([
    ['?token=s3cret', '', '', ''],
    ['?token=s3cret&status=FAILED', '', '?status=FAILED', ''],
    ['?status=FAILED&token=s3cret', '', '?status=FAILED', ''],
    ['?a=1&token=s3cret&b=2', '', '?a=1&b=2', ''],
    ['?TOKEN=s3cret', '', '', ''],
    ['?access_token=s3cret&Access-Token=s3cret&accessToken=s3cret', '', '', ''],
    ['?api_key=s3cret&apikey=s3cret&API-KEY=s3cret&api_token=s3cret', '', '', ''],
    ['?authorization=Bearer%20s3cret&bearer=s3cret&PRIME_API_KEY=s3cret', '', '', ''],
    ['?%74oken=s3cret&t%6Fken=s3cret', '', '', ''],
    ['?+token=s3cret', '', '', ''],
    ['?token', '', '', ''],
    ['?token=a?s3cret&q=x', '', '?q=x', ''],
    ['?token=a=s3cret', '', '', ''],
    ['?my_token=s3cret&q=x', '', '?q=x', ''],
    ['?key=s3cret', '', '', ''],
    ['', '#id_token=s3cret', '', ''],
    ['?client_secret=s3cret', '', '', ''],
    ['?q=what?&token=s3cret', '', '?q=what?', ''],
    ['', '#token=s3cret', '', ''],
    ['?q=x', '#access_token=s3cret&top', '?q=x', '#top'],
    ['', '#/builds?token=s3cret', '', '#/builds'],
    ['', '#/builds?token=s3cret&q=x', '', '#/builds?q=x'],
    ['?token=s3cret', '#token=s3cret', '', ''],
  ])('is taken out: %s %s', (search, hash, leftSearch, leftHash) => {
    const left = stripTokenFromAddress({ search, hash });
    expect(left).toEqual({ search: leftSearch, hash: leftHash, found: true });
  });

  it.each([
    ['', ''],
    ['?', '#'],
    ['?status=FAILED&created=24h&q=a%20b+c&&', '#top'],
    ['?q=token', ''],
    ['?q=token=x', ''],
    ['?=token', ''],
    ['?toke=1&takes=2&keys=3&monkey=4', ''],
    ['?q=%E0%A4%A&%E0%A4%A=1', ''],
    ['?sort=__proto__&page=-1', '#/a?b=c'],
  ])('is not seen where there is none, and the rest is kept to the byte: %s %s', (search, hash) => {
    expect(stripTokenFromAddress({ search, hash })).toEqual({ search, hash, found: false });
  });

  it('leaves nothing of itself, and everything else, wherever it stands', () => {
    const text = fc.string({ unit: fc.constantFrom(...'abcxyz019%+._~?/') });
    const other = fc.tuple(text, text).map(([name, value]) => `q${name}=${value}`);
    const name = fc.constantFrom('token', 'Token', 'access_token', 'API_KEY', 'api-key', '%74oken');
    const secret = text.map((tail) => `S3CRET${tail}`);
    fc.assert(
      fc.property(fc.array(other), name, secret, fc.array(other), (before, key, value, after) => {
        const search = `?${[...before, `${key}=${value}`, ...after].join('&')}`;
        const left = stripTokenFromAddress({ search, hash: '' });
        expect(left.found).toBe(true);
        expect(left.search).not.toContain('S3CRET');
        expect(left.search.replace('?', '')).toBe([...before, ...after].join('&'));
        expect(stripTokenFromAddress(left).found).toBe(false);
      }),
    );
  });

  it('never makes reading an address throw', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        stripTokenFromAddress({ search: `?${a}`, hash: `#${b}` });
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_AUTHORIZATION, readApiRequest } from './apiRequest.ts';

const PATH = '/api/v1/images/builds';
const GOOD = ['Host', 'a.test', 'Authorization', 'Bearer t'];
const read = (query: string, rawHeaders: readonly string[] = GOOD) =>
  readApiRequest({ method: 'GET', target: PATH + query, rawHeaders });

describe('a call to the API', () => {
  it.each([
    ['', null, null],
    ['?', null, null],
    ['?offset=0', 0, null],
    ['?limit=100', null, 100],
    ['?limit=7&offset=14', 14, 7],
    ['?offset=007', 7, null],
    ['?offset=999999999999999', 999_999_999_999_999, null],
  ])('with %j asks for offset %j and limit %j', (query, offset, limit) => {
    expect(read(query)).toEqual({ offset, limit, authorization: 'Bearer t' });
  });

  it('keeps nothing of a query but integers that are exact', () => {
    const piece = fc.constantFrom('offset', 'limit', '=', '&', '1', '0', '-', '%31', 'e', '.', '?');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.string(), (pieces, text) => {
        for (const query of [`?${pieces.join('')}`, `?${text}`, `?offset=${text}`]) {
          const asked = read(query);
          if ('status' in asked) expect(asked.status).toBe(422);
          else {
            expect(query).toMatch(/^\?((offset|limit)=\d{1,15}(&(?!$)|$)){0,2}$/);
            for (const value of [asked.offset, asked.limit]) {
              expect(value === null || Number.isSafeInteger(value)).toBe(true);
            }
          }
        }
      }),
    );
  });

  it('says which parameter is at fault, without repeating it', () => {
    expect(read('?offset=1&limit=evil')).toEqual({
      status: 422,
      param: 'limit',
      text: 'Must be an integer of at least 0, in digits.',
    });
    expect(read('?offset=1&offset=2')).toMatchObject({ param: 'offset' });
    expect(read('?evil=1')).toEqual({
      status: 422,
      param: 'query',
      text: 'Only offset and limit may be asked for.',
    });
  });

  it.each(['?xoffset=1', '?offset=1\n2', '?offset=1&', '?limit'])(
    'with %j asks for what is not understood',
    (query) => {
      expect(read(query)).toMatchObject({ status: 422, param: 'query' });
    },
  );

  it('says in a sentence why it is refused', () => {
    const post = { method: 'POST', target: PATH, rawHeaders: GOOD };
    expect(readApiRequest(post)).toEqual({
      status: 405,
      text: 'Only GET is answered here.',
      allow: 'GET',
    });
    for (const [lines, status, text] of [
      [['Authorization', 'Bearer u'], 400, 'More than one Authorization header.'],
      [['Origin', 'http://b.test'], 403, 'Only the page of this origin may call here.'],
    ] as const) {
      expect(read('', [...GOOD, ...lines])).toEqual({ status, text });
    }
    for (const [token, status, text] of [
      ['', 401, ''],
      ['x'.repeat(4097), 431, 'The Authorization header is larger than 4 KB.'],
      ['tök', 400, 'The Authorization header holds characters other than ASCII.'],
      ['a\tb', 400, 'The Authorization header holds characters other than ASCII.'],
    ] as const) {
      expect(read('', ['Host', 'a.test', 'Authorization', token])).toEqual({ status, text });
    }
    expect(read('', ['Host', 'a.test'])).toEqual({ status: 401, text: '' });
    expect(read('', ['Authorization', 'Bearer t', 'Origin', 'http://a.test'])).toMatchObject({
      status: 403,
    });
  });

  it('may carry a token of 4 KB and no more', () => {
    const withToken = (text: string) => read('', ['Host', 'a.test', 'authorization', text]);
    const most = 'x'.repeat(MOST_AUTHORIZATION);
    expect(withToken(most)).toMatchObject({ authorization: most });
    expect(withToken(`${most}x`)).toMatchObject({ status: 431 });
  });

  it.each([
    [['Sec-Fetch-Site', 'same-origin'], true],
    [['Origin', 'http://a.test'], true],
    [['Origin', 'https://A.test'], true],
    [['Sec-Fetch-Site', ''], false],
    [['Origin', ''], false],
    [['Origin', 'http://a.test:80'], false],
    [['Origin', 'http://a.test', 'Sec-Fetch-Site', 'cross-site'], false],
  ])('with %j comes from the page: %s', (lines, own) => {
    const asked = read('', [...GOOD, ...lines]);
    expect('authorization' in asked).toBe(own);
    if (!own) expect(asked).toMatchObject({ status: 403 });
  });
});

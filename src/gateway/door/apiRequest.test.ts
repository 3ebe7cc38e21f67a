import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_AUTHORIZATION, readApiRequest } from './apiRequest.ts';

const PATH = '/api/v1/images/builds';
const GOOD = ['Host', 'a.test', 'Authorization', 'Bearer t'];
const read = (query: string, rawHeaders: readonly string[] = GOOD) =>
  readApiRequest({ method: 'GET', target: PATH + query, rawHeaders });

const TEAM = 'cm9zk2w8r0003l708u5d1q6fy';

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
    expect(read(query)).toEqual({ offset, limit, teamId: null, authorization: 'Bearer t' });
  });

  it('may ask for the builds of one team, by an id that is exact', () => {
    expect(read(`?teamId=${TEAM}`)).toMatchObject({ teamId: TEAM, offset: null });
    expect(read(`?limit=1&teamId=${TEAM}&offset=2`)).toMatchObject({ teamId: TEAM, limit: 1 });
    const id = fc.string({ minLength: 24, maxLength: 26 });
    const near = fc.stringMatching(/^[c-dA-Z%&=._-][0-9a-zA-Z%&=._-]{23,25}$/);
    fc.assert(
      fc.property(fc.oneof(id, near), (text) => {
        const asked = read(`?teamId=${text}`);
        if ('status' in asked) expect(asked.status).toBe(422);
        else expect(asked.teamId).toMatch(/^c[0-9a-z]{24}$/);
      }),
    );
  });

  it.each([
    '',
    'null',
    TEAM.slice(1),
    `${TEAM}0`,
    `${TEAM}%0a`,
    TEAM.toUpperCase(),
    `team-${TEAM}`,
    `${TEAM},${TEAM}`,
    `%63${TEAM.slice(1)}`,
  ])('asks for no team with %j', (text) => {
    expect(read(`?teamId=${text}`)).toEqual({
      status: 422,
      param: 'teamId',
      text: 'Must be the id of one team, c and 24 of 0-9a-z.',
    });
  });

  // Decoding would make a second reader that may understand a query otherwise; the page writes
  // digits. What is unknown is not dropped: a filter would be gone without a word.
  it.each([
    ['?limit=%31', 'limit'],
    ['?team=1', 'query'],
    ['?teamid=1', 'query'],
    [`?teamId=${TEAM}&teamId=${TEAM}`, 'teamId'],
    ['?status=FAILED', 'query'],
  ])('with %j is refused whole, not guessed at', (query, param) => {
    expect(read(query)).toMatchObject({ status: 422, param });
  });

  it('keeps nothing of a query but integers and an id that are exact', () => {
    const piece = fc.constantFrom(
      ...['offset', 'limit', 'teamId', TEAM, '=', '&', '1', '0', '-', '%31', 'e', '.', '?'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.string(), (pieces, text) => {
        for (const query of [`?${pieces.join('')}`, `?${text}`, `?offset=${text}`]) {
          const asked = read(query);
          if ('status' in asked) expect(asked.status).toBe(422);
          else {
            expect(query).toMatch(
              /^\?(((offset|limit)=\d{1,15}|teamId=c[0-9a-z]{24})(&(?!$)|$)){0,3}$/,
            );
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
      text: 'Only offset, limit and teamId may be asked for.',
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
      ['Basic dXNlcjpwYXNz', 401, 'Only a bearer token signs in here.'],
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
    const most = `Bearer ${'x'.repeat(MOST_AUTHORIZATION - 7)}`;
    expect(withToken(most)).toMatchObject({ authorization: most });
    expect(withToken(`${most}x`)).toMatchObject({ status: 431 });
  });

  it.each([
    ['Basic dXNlcjpwYXNz'],
    ['Digest username="a"'],
    ['Negotiate YII='],
    ['bearer'],
    ['Bearer'],
    ['Bearer '],
    ['Bearer a b'],
    ['Bearer a, Basic b'],
    ['Bearert'],
    ['pit_0123456789abcdef'],
  ])('is refused with any secret but one bearer token: %j', (value) => {
    expect(read('', ['Host', 'a.test', 'Authorization', value])).toEqual({
      status: 401,
      text: 'Only a bearer token signs in here.',
    });
  });

  it.each(['Bearer t', 'bearer t', 'BEARER   t'])('carries its token up anew from %j', (value) => {
    const asked = read('', ['Host', 'a.test', 'Authorization', value]);
    expect(asked).toMatchObject({ authorization: 'Bearer t' });
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

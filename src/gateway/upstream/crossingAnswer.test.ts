import { describe, expect, it } from 'vitest';
import { WEB_PAGE_CAME } from '../../contract/answerError.ts';
import { crossingAnswer } from './crossingAnswer.ts';

const JSON_TYPE = ['Content-Type', 'application/json'];
const body = Buffer.from('{"data":[]}');

function crossed(status: number, rawHeaders: readonly string[] = JSON_TYPE) {
  const answer = crossingAnswer({ status, rawHeaders, body });
  return { ...answer, body: String(answer.body) };
}

const words = (detail: string) => JSON.stringify({ detail });

describe('an answer of the upstream', () => {
  it.each([200, 299, 400, 599])('crosses with %i', (status) => {
    expect(crossed(status)).toEqual({
      status,
      body: String(body),
      headers: { 'content-type': 'application/json; charset=utf-8' },
    });
  });

  it.each([0, 199, 600])('does not cross with %i, which is no status', (status) => {
    expect(crossed(status)).toMatchObject({
      status: 502,
      body: words('The API answered with a status that HTTP does not have.'),
    });
  });

  it.each([300, 399])('does not cross with %i, a redirect', (status) => {
    expect(crossed(status)).toMatchObject({
      status: 502,
      body: words(`The API answered with a redirect (${status}). It is not followed.`),
    });
  });

  it.each([
    [200, 502, 'The API answered 200 with something that is not JSON.'],
    [399 - 100, 502, 'The API answered 299 with something that is not JSON.'],
    [400, 400, 'The API answered 400 without saying more.'],
    [499, 499, 'The API answered 499 without saying more.'],
    [500, 500, 'HTTP 500 from a proxy, not from the API.'],
  ])('that is no JSON, with %i, is %i in our own words', (status, given, detail) => {
    expect(crossed(status, ['Content-Type', 'text/plain'])).toMatchObject({
      status: given,
      body: words(detail),
    });
  });

  it.each([
    [401, '401 before the API', ['Content-Type', 'text/html; charset=utf-8']],
    [403, '<!doctype html><title>evil</title>', []],
    [404, '\n <html>', ['Content-Type', 'application/octet-stream']],
  ])('that is a web page, with %i, is said to be one', (status, page, rawHeaders) => {
    const answer = crossingAnswer({ status, rawHeaders, body: Buffer.from(page) });
    expect([answer.status, String(answer.body)]).toEqual([status, words(WEB_PAGE_CAME)]);
  });

  it.each([
    ['identity', 200],
    ['IDENTITY', 200],
    ['xidentity', 502],
    ['identity, br', 502],
    ['', 502],
  ])('in the coding %j is given as %i', (coding, status) => {
    expect(crossed(200, [...JSON_TYPE, 'Content-Encoding', coding]).status).toBe(status);
  });

  it.each([
    ['7', true],
    ['x'.repeat(64), true],
    ['x'.repeat(65), false],
    ['', false],
    ['7\u00e9', false],
    ['\u00e97', false],
  ])('keeps the Retry-After %j: %s', (value, kept) => {
    const { headers } = crossed(200, [...JSON_TYPE, 'Retry-After', value]);
    expect(headers['retry-after']).toBe(kept ? value : undefined);
  });

  it.each([
    ['unreachable', 502, 'The API cannot be reached.'],
    ['broken', 502, 'The API broke its answer off.'],
    ['slow', 504, 'The API did not answer in time.'],
    ['large', 502, 'The API answered with more than 32 MB.'],
    ['left', 499, 'The client left.'],
  ] as const)('that is none, for it was %s, is %i', (failure, status, detail) => {
    const answer = crossingAnswer({ failure, why: 'dns' });
    expect([answer.status, String(answer.body), answer.why]).toEqual([
      status,
      words(detail),
      'dns',
    ]);
    expect(crossingAnswer({ failure, why: null })).not.toHaveProperty('why');
  });
});

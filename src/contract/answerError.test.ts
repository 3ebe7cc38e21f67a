import { describe, expect, it } from 'vitest';
import type { ApiErrorKind } from './ApiError.ts';
import { answerError, WEB_PAGE_CAME } from './answerError.ts';
import { errorMessage } from './errorMessage.ts';

/** Status, kind, whether a retry may cure it, and its sentence. */
const STATUSES: readonly [number, ApiErrorKind, boolean, string][] = [
  [201, 'unexpected', false, 'The API answered in a way that this page does not know (201).'],
  [204, 'unexpected', false, 'The API answered without content (204).'],
  [206, 'unexpected', false, 'The API answered with a part of a page (206).'],
  [300, 'unexpected', false, 'The API answered with a redirect (300), which is not followed.'],
  [301, 'unexpected', false, 'The API answered with a redirect (301), which is not followed.'],
  [302, 'unexpected', false, 'The API answered with a redirect (302), which is not followed.'],
  [304, 'unexpected', false, 'The API answered “not modified” (304) to a request for the list.'],
  [399, 'unexpected', false, 'The API answered with a redirect (399), which is not followed.'],
  [400, 'refused', false, 'The API refused the request (400).'],
  [
    401,
    'unauthorized',
    false,
    'The API refused this token (401). Paste a new one; your view is kept.',
  ],
  [402, 'payment', false, "Payment required: check the account's billing."],
  [403, 'forbidden', false, 'This token may not list image builds (403).'],
  [404, 'missing', false, 'This server does not have the image-builds API.'],
  [405, 'missing', false, 'This server does not have the image-builds API.'],
  [408, 'server', true, 'The API failed (408).'],
  [409, 'refused', false, 'The API refused the request (409).'],
  [413, 'refused', false, 'The API refused the request (413).'],
  [418, 'refused', false, 'The API refused the request (418).'],
  [422, 'invalid', false, 'The API did not accept the request (422).'],
  [425, 'server', true, 'The API failed (425).'],
  [429, 'limited', true, 'Too many requests (429).'],
  [431, 'refused', false, 'The API refused the request (431).'],
  [499, 'refused', false, 'The API refused the request (499).'],
  [500, 'server', true, 'The API failed (500).'],
  [501, 'missing', false, 'This server does not have the image-builds API.'],
  [502, 'server', true, 'The API failed (502).'],
  [503, 'server', true, 'The API failed (503).'],
  [504, 'server', true, 'The API failed (504).'],
  [599, 'server', true, 'The API failed (599).'],
];

const MEGABYTES = 'x'.repeat(5_000_000);
/** Name, content type, body, and the lines that it says. */
const BODIES: readonly [string, string, string, string[]][] = [
  ['contract errors', 'application/json', '{"errors":[{"param":"p","details":"d"}]}', ['p: d']],
  ['detail text', 'application/json', '{"detail":"no"}', ['no']],
  ['detail list', 'application/json', '{"detail":[{"loc":["a","b"],"msg":"m"}]}', ['a.b: m']],
  ['empty', 'application/json', '', []],
  ['broken JSON', 'application/json', '{"detail":"half', []],
  ['5 MB text', 'text/plain', MEGABYTES, [`${'x'.repeat(500)}… (5,000,000 characters in all)`]],
];

const intercepted = (status: number) =>
  `Something before the API, such as a proxy or a firewall, answered with a web page (${status}). The token was not judged.`;

const now = Date.UTC(2026, 10, 24);

describe.each(STATUSES)('status %d', (status, kind, transient, message) => {
  it.each(BODIES)('with %s is named', (_name, type, body, details) => {
    const error = answerError(status, new Headers({ 'content-type': type }), body, now);
    expect(error).toMatchObject({ kind, status, transient, message, details, retryAfterMs: null });
  });

  it('with a web page is named and never quoted', () => {
    const page = '<!doctype html><title>Bad gateway</title><script>alert(1)</script>';
    const proxied = kind === 'server' && status >= 500;
    const judged = status >= 400 && kind !== 'server' && kind !== 'limited';
    for (const type of ['text/html; charset=utf-8', 'application/octet-stream']) {
      const error = answerError(status, new Headers({ 'content-type': type }), page, now);
      expect(error).toMatchObject({
        kind: judged ? 'intercepted' : kind,
        details: [],
        message: proxied
          ? `HTTP ${status} from a proxy, not from the API.`
          : judged
            ? intercepted(status)
            : message,
      });
    }
  });

  it('in whose place the gateway met a web page blames neither token nor request', () => {
    const body = JSON.stringify({ detail: WEB_PAGE_CAME });
    const judged = status >= 400 && kind !== 'server' && kind !== 'limited';
    const error = answerError(
      status,
      new Headers({ 'content-type': 'application/json' }),
      body,
      now,
    );
    expect(error).toMatchObject(
      judged
        ? { kind: 'intercepted', status, details: [], message: intercepted(status) }
        : { kind, status, details: [WEB_PAGE_CAME], message },
    );
  });
});

describe('429', () => {
  const of = (body: unknown, headers: Record<string, string> = {}) =>
    answerError(429, new Headers(headers), JSON.stringify(body), now);

  it.each([
    [{ detail: 'Image limit exceeded. Personal has 100 images.' }, 'quota'],
    [{ errors: [{ param: 'image', details: 'Image limit reached' }] }, 'quota'],
    [{ message: 'You have exceeded your quota' }, 'quota'],
    [{ detail: 'Image transfer rate limit exceeded: 10/10 images' }, 'limited'],
    [{ detail: 'Rate limit exceeded' }, 'limited'],
    [{ error: 'rate_limit_exceeded' }, 'limited'],
    [{ error: 'RateLimitExceeded' }, 'limited'],
    [{ detail: 'RateLimitError: limit exceeded' }, 'limited'],
    [{ errors: [{ details: 'Image limit exceeded' }, { details: 'by requests' }] }, 'limited'],
    [{ errors: [{ details: 'The image limit' }, { details: 'exceeded' }] }, 'quota'],
    [{ detail: 'Too many requests' }, 'limited'],
    [{ detail: 'Request limit exceeded' }, 'limited'],
    [{ detail: 'Slow down' }, 'limited'],
    [{}, 'limited'],
  ])('with %j is told apart', (body, kind) => {
    expect(of(body).kind).toBe(kind);
  });

  it('says how long to wait, but not for a quota', () => {
    const headers = {
      'retry-after': 'Tue, 24 Nov 2026 10:00:42 GMT',
      date: 'Tue, 24 Nov 2026 10:00:00 GMT',
    };
    expect(of({}, headers).retryAfterMs).toBe(42_000);
    const quota = of({ detail: 'Image limit exceeded' }, headers);
    expect(quota.retryAfterMs).toBeNull();
    expect(quota.message).toBe(
      'A limit of this account is reached (429). Waiting does not change that.',
    );
  });

  it('makes nothing of a header that came twice', () => {
    const headers = new Headers([
      ['retry-after', '10'],
      ['retry-after', '20'],
    ]);
    expect(answerError(429, headers, '', now).retryAfterMs).toBeNull();
  });
});

it.each([
  ['  <p>Sign in</p>', []],
  ['2<3 is no web page, nor 2 < 3', ['2<3 is no web page, nor 2 < 3']],
  ['  {"detail": "hal', []],
  ['no{"detail"} nor {"here"}', ['no{"detail"} nor {"here"}']],
])('is told apart by the beginning of %j', (body, details) => {
  expect(answerError(400, new Headers(), body, now).details).toEqual(details);
});

it.each([600, 999])('%d is of no kind that is known', (status) => {
  expect(answerError(status, new Headers(), '', now)).toMatchObject({
    name: 'ApiError',
    kind: 'unexpected',
    message: `The API answered in a way that this page does not know (${status}).`,
  });
});

it('reads how long a failing server wants to be left alone', () => {
  expect(answerError(503, new Headers({ 'retry-after': '7' }), '', now).retryAfterMs).toBe(7000);
  expect(answerError(403, new Headers({ 'retry-after': '7' }), '', now).retryAfterMs).toBeNull();
});

it('has a sentence for an answer that nobody could read', () => {
  expect(errorMessage('unreadable', 200)).toBe(
    "The API's answer is not a list of builds: it could not be read.",
  );
});

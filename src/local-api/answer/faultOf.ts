/** The demo accounts that go wrong on purpose. */
export type FaultName =
  | 'slow'
  | 'flaky'
  | 'broken'
  | 'broken-later'
  | 'broken-row'
  | 'limited'
  | 'forbidden'
  | 'expires';

/** What becomes of one answer. */
export type Fault =
  | { readonly kind: 'none' }
  | { readonly kind: 'late'; readonly ms: number }
  | { readonly kind: 'reset' }
  /** The right answer, its JSON cut in the middle. */
  | { readonly kind: 'cut' }
  /** The right answer with one build that cannot be read. */
  | { readonly kind: 'spoilt' }
  | {
      readonly kind: 'instead';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    };

/** What is remembered of the calls of one account. Times in milliseconds. */
export interface Calls {
  readonly count: number;
  readonly first: number;
  /** When the present window began, and the calls in it. */
  readonly window: number;
  readonly inWindow: number;
}

const NONE: Fault = { kind: 'none' };
const JSON_TYPE = { 'content-type': 'application/json' };
const HTML_TYPE = { 'content-type': 'text/html; charset=utf-8' };
const PROXY_PAGE =
  '<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body></html>';
const LOGIN_PAGE =
  '<!DOCTYPE html><html><head><title>Welcome</title></head><body><h1>Welcome to the guest network</h1></body></html>';

const WINDOW_MS = 8_000;
const IN_WINDOW = 3;
const VALID_MS = 60_000;

/** Counts one more call. Windows of 8 s follow each other from the first call. */
export function countCall(before: Calls | undefined, now: number): Calls {
  if (!before) return { count: 1, first: now, window: now, inWindow: 1 };
  const passed = Math.floor((now - before.window) / WINDOW_MS);
  const fresh = passed >= 1;
  return {
    count: before.count + 1,
    first: before.first,
    window: fresh ? before.window + passed * WINDOW_MS : before.window,
    inWindow: fresh ? 1 : before.inWindow + 1,
  };
}

/** What becomes of the latest of these calls. */
export function faultOf(name: FaultName, calls: Calls, now: number): Fault {
  switch (name) {
    case 'slow':
      return { kind: 'late', ms: 2000 };
    case 'flaky':
      return calls.count % 3 === 0 ? flaky(calls.count / 3) : NONE;
    case 'broken':
      return broken(calls.count);
    case 'broken-later':
      return calls.count <= 3 ? NONE : broken(calls.count);
    case 'broken-row':
      return { kind: 'spoilt' };
    case 'limited':
      return calls.inWindow <= IN_WINDOW ? NONE : limited(calls.window + WINDOW_MS - now);
    case 'forbidden':
      return instead(403, JSON_TYPE, '{"detail":"This token may not read images."}');
    case 'expires':
      return Math.floor((now - calls.first) / VALID_MS) % 2 === 0
        ? NONE
        : instead(401, { 'www-authenticate': 'Bearer' }, '');
  }
}

function flaky(nth: number): Fault {
  if (nth % 3 === 1) return instead(502, HTML_TYPE, PROXY_PAGE);
  if (nth % 3 === 2) return instead(503, JSON_TYPE, '{"detail":"Service Unavailable"}');
  return { kind: 'reset' };
}

function broken(nth: number): Fault {
  return nth % 2 === 1 ? { kind: 'cut' } : instead(200, HTML_TYPE, LOGIN_PAGE);
}

function limited(waitMs: number): Fault {
  const retry = String(Math.max(1, Math.ceil(waitMs / 1000)));
  const headers = { ...JSON_TYPE, 'retry-after': retry };
  return instead(429, headers, '{"detail":"Too many requests. Please slow down."}');
}

function instead(status: number, headers: Readonly<Record<string, string>>, body: string): Fault {
  return { kind: 'instead', status, headers, body };
}

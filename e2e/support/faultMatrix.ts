import type { FaultAnswer } from './faultReply.ts';

/** The statuses that an API, a proxy or a gateway may answer with instead of a page. */
export const STATUSES = [
  204, 206, 301, 302, 304, 400, 401, 403, 404, 405, 408, 409, 413, 418, 422, 425, 429, 431, 500,
  502, 503, 504,
] as const;

/** The bodies that come with them. */
export const bodies = {
  'contract errors': { body: '{"errors":[{"param":"limit","details":"must be at most 100"}]}' },
  'detail text': { body: '{"detail":"the scribe is ill"}' },
  'detail list': { body: '{"detail":[{"loc":["query","limit"],"msg":"must be at most 100"}]}' },
  HTML: {
    type: 'text/html',
    body: '<!doctype html><title>A proxy</title><script>document.title = "taken over"</script>',
  },
  empty: { type: null, body: '' },
  'broken JSON': { body: '{"errors": [{"param": "lim' },
  '5 MB of text': { type: 'text/plain', body: 'all work and no play. '.repeat(5_000_000 / 22) },
} as const satisfies Record<string, FaultAnswer>;

export type Body = keyof typeof bodies;

export interface Cell {
  readonly status: (typeof STATUSES)[number];
  readonly body: Body;
}

/** What a person gets to see of a cell. The rows on screen stay in every one. */
export interface Expected {
  readonly kind: string;
  /** How often the same call is made again before a person is told. */
  readonly retries: number;
  readonly sentence: string;
  /** What the API said, as lines. */
  readonly details: readonly unknown[];
}

/** Every status with every body, or with this one. */
export function cellsOf(only?: Body): Cell[] {
  const names: Body[] = [];
  for (const name of Object.keys(bodies)) if (isBody(name)) names.push(name);
  return names
    .filter((body) => only === undefined || body === only)
    .flatMap((body) => STATUSES.map((status) => ({ status, body })));
}

function isBody(name: string): name is Body {
  return Object.hasOwn(bodies, name);
}

type Class = readonly [statuses: readonly number[], kind: string, retries: number, says: string];

/** The classes of answers, as the catalogue of faults names them; STATUS stands for the number. */
const CLASSES: readonly Class[] = [
  [
    [401],
    'unauthorized',
    0,
    'The API refused this token (401). Paste a new one; your view is kept.',
  ],
  [[403], 'forbidden', 0, 'This token may not list image builds (403).'],
  [[404, 405], 'missing', 0, 'This server does not have the image-builds API.'],
  [[422], 'invalid', 0, 'The API did not accept the request (422).'],
  [[400, 409, 413, 418, 431], 'refused', 0, 'The API refused the request (STATUS).'],
  [[408, 425, 500, 502, 503, 504], 'server', 2, 'The API failed (STATUS).'],
  [[429], 'limited', 5, 'Too many requests (429).'],
  [[204], 'unexpected', 0, 'The API answered without content (204).'],
  [[206], 'unexpected', 0, 'The API answered with a part of a page (206).'],
  [[301, 302], 'unexpected', 0, 'The API answered with a redirect'],
  [[304], 'unexpected', 0, 'The API answered “not modified” (304)'],
];

const SAID: Record<Body, readonly unknown[]> = {
  'contract errors': ['limit: must be at most 100'],
  'detail text': ['the scribe is ill'],
  'detail list': ['query.limit: must be at most 100'],
  HTML: [],
  empty: [],
  'broken JSON': [],
  '5 MB of text': [],
};

function classOf(status: number, said: readonly unknown[]): Expected {
  const found = CLASSES.find(([statuses]) => statuses.includes(status));
  if (!found) throw new Error(`There is no class for ${status}.`);
  const [, kind, retries, says] = found;
  return { kind, retries, sentence: says.replace('STATUS', String(status)), details: said };
}

/** Statuses that never have a body: what is sent with them is no part of the answer. */
const BODILESS = [204, 301, 302, 304];

/** The statuses by which the API judges a token or a request: with a web page it is not the API. */
const JUDGING = [400, 401, 402, 403, 404, 405, 409, 413, 418, 422, 431];

function intercepted(status: number): Expected {
  return {
    kind: 'intercepted',
    retries: 0,
    sentence: `answered with a web page (${status}). The token was not judged.`,
    details: [],
  };
}

/** What comes of a cell when the API answers so behind the gateway. */
export function expectedBehindGateway({ status, body }: Cell): Expected {
  // These two end with their headers: bytes after them are no part of any answer.
  if ((status === 204 || status === 304) && body !== 'empty') {
    return classOf(502, ['The API broke its answer off.']);
  }
  // A redirect is not passed on: the gateway says in its own words that there was one.
  if (status >= 300 && status < 400) {
    return classOf(502, [`The API answered with a redirect (${status}). It is not followed.`]);
  }
  const foreign = body === 'HTML' || body === '5 MB of text';
  if (!foreign || BODILESS.includes(status)) {
    return classOf(status, BODILESS.includes(status) ? [] : SAID[body]);
  }
  // Nor is anything that is not JSON.
  if (status === 206)
    return classOf(502, ['The API answered 206 with something that is not JSON.']);
  if (body === 'HTML' && JUDGING.includes(status)) return intercepted(status);
  const says =
    status >= 500
      ? `HTTP ${status} from a proxy, not from the API.`
      : body === 'HTML'
        ? 'A web page came instead of an answer of the API.'
        : `The API answered ${status} without saying more.`;
  return classOf(status, [says]);
}

/** What comes of a cell when the page meets it itself, the gateway being the one at fault. */
export function expectedInPage({ status, body }: Cell): Expected {
  if (BODILESS.includes(status)) return classOf(status, []);
  if (body === '5 MB of text') {
    const cut = /^all work and no play\. .*… \(4,999,9\d\d characters in all\)$/;
    return classOf(status, [cut]);
  }
  if (body === 'HTML' && JUDGING.includes(status)) return intercepted(status);
  const expected = classOf(status, SAID[body]);
  if (body !== 'HTML' || status < 500) return expected;
  return { ...expected, sentence: `HTTP ${status} from a proxy, not from the API.` };
}

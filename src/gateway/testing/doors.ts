const API = '/api/v1/images/builds';
/** What must stand nowhere afterwards. */
export const TOKEN = 'canary-5d41402abc4b2a76';
const LONG = 'x'.repeat(5000);

/** What is changed of a call that would be answered. */
export interface Line {
  readonly method?: string;
  readonly target?: string;
  readonly version?: string;
  /** Lines to send besides Host and Authorization; `{host}` stands for the right host. */
  readonly lines?: readonly string[];
  readonly host?: string | null;
  readonly token?: string | null;
  readonly body?: string;
}

/** A call that would be answered, but for what is changed. */
export function lineBytes(line: Line, host: string): string {
  const { method = 'GET', target = API, version = 'HTTP/1.1', lines = [], body = '' } = line;
  const head = [
    `${method} ${target} ${version}`,
    ...(line.host === null ? [] : [`Host: ${line.host ?? host}`]),
    ...(line.token === null ? [] : [`Authorization: Bearer ${line.token ?? TOKEN}`]),
    ...lines,
  ];
  return `${head.join('\r\n').replaceAll('{host}', host)}\r\n\r\n${body}`;
}

/** A call that is refused, by name, and the status that it gets. */
export type Door = readonly [name: string, status: number, line: Line];

const target = (status: number, path: string): Door => [`target ${path}`, status, { target: path }];
const query = (text: string): Door => [`query ${text}`, 422, { target: `${API}?${text}` }];
const header = (status: number, ...lines: string[]): Door => [
  lines.join(' + ').slice(0, 60),
  status,
  { lines },
];
const host = (status: number, name: string): Door => [`Host ${name}`, status, { host: name }];
const method = (status: number, name: string, path = API): Door => [
  `${name} ${path}`,
  status,
  { method: name, target: path },
];

/** Every way in that is no way in. */
export const DOORS: readonly Door[] = [
  target(400, 'http://{host}/api/v1/images/builds'),
  target(400, 'http://evil.test/api/v1/images/builds'),
  target(400, 'https://evil.test/'),
  target(400, '//evil.test/x'),
  target(400, `//evil.test${API}`),
  target(400, '/\\evil.test/x'),
  target(400, '*'),
  target(400, 'api/v1/images/builds'),
  target(404, `${API}/`),
  target(404, `${API}/..`),
  target(404, `${API}/../builds`),
  target(404, `${API};x=1`),
  target(404, `${API}%3Foffset=1`),
  target(404, `${API}%00`),
  target(404, `${API}%20`),
  target(404, `${API}#x`),
  target(404, '/api'),
  target(404, '/api/'),
  target(404, '/api/v1/images'),
  target(404, '/api/v2/images/builds'),
  target(404, '/api/v1/users/me'),
  target(404, '/API/v1/images/builds'),
  target(404, '/api/v1/images/%62uilds'),
  target(404, '/api//v1/images/builds'),
  target(404, '/./api/v1/images/builds'),
  target(404, '/x/../api/v1/images/builds'),
  target(404, '/..;/api/v1/images/builds'),
  target(404, '/%61pi/v1/images/builds'),
  target(404, '/../../etc/passwd'),
  target(404, '/..%2f..%2fetc%2fpasswd'),
  target(404, '/%2e%2e/%2e%2e/etc/passwd'),
  target(404, '/%252e%252e%252fetc%252fpasswd'),
  target(404, '/..%5c..%5cwindows%5cwin.ini'),
  target(404, '/%c0%ae%c0%ae%c0%afetc/passwd'),
  target(404, '/....//....//etc/passwd'),
  target(404, '/assets/../index.html'),
  target(404, '/assets/%2e%2e/main.js'),
  target(404, '/assets/main-1a2b.js%00.html'),
  target(404, '/assets/main-1a2b.js/'),
  target(404, '/assets/'),
  target(404, '/assets/gone-9z9z.js'),
  target(404, '/index.html'),
  target(404, '/builds/some/deep/link'),
  target(404, '/file:///etc/passwd'),
  target(404, '/@fs/etc/passwd'),
  target(404, '/package.json'),
  target(404, '/__proto__'),
  target(404, '/constructor'),
  target(404, `/${'a'.repeat(17_000)}`),
  target(431, `/${'a'.repeat(300_000)}`),

  query('offset=1&offset=1'),
  query('limit=1&offset=2&limit=3'),
  query('offset=1e3'),
  query('offset=-1'),
  query('offset=+1'),
  query('offset=1.0'),
  query('offset=0x10'),
  query('offset=%31'),
  query('offset='),
  query('offset'),
  query('offset=1%26limit=2'),
  query('offset=1;limit=2'),
  query('offset=1&&limit=2'),
  query('offset[]=1'),
  query('Offset=1'),
  query('offset=1&status=FAILED'),
  query('offset=9999999999999999'),
  query('offset=1%0d%0aX-Evil:%201'),
  query('url=http://evil.test'),
  query('__proto__=1'),
  query('offset=1?limit=2'),
  query('token=abc'),
  query('teamId='),
  query('teamId=cm9zk2w8r0003l708u5d1q6fy0'),
  query('teamId=CM9ZK2W8R0003L708U5D1Q6FY'),
  query('teamId=team-cm9zk2w8r0003l708u5d1q6fy'),
  query('limit=%31'),

  ...['POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND', 'PURGE'].map(
    (name) => method(405, name),
  ),
  ...['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'].map((name) => method(405, name, '/')),
  method(405, 'POST', '/healthz'),
  method(405, 'POST', '/gateway.json'),
  method(405, 'POST', '/assets/main-1a2b.js'),
  method(404, 'POST', '/api/v1/images/other'),
  method(400, 'get'),
  method(400, 'GETT'),
  method(405, 'CONNECT', 'evil.test:443'),

  ['a body with its length', 400, { lines: ['Content-Length: 5'], body: 'hello' }],
  ['a length without the body', 400, { lines: ['Content-Length: 5'] }],
  ['a chunked body', 400, { lines: ['Transfer-Encoding: chunked'], body: '0\r\n\r\n' }],
  ['a coding that is none', 400, { lines: ['Transfer-Encoding: xchunked'], body: '0\r\n\r\n' }],
  ['identity coding', 400, { lines: ['Transfer-Encoding: identity'] }],
  ['chunked twice', 400, { lines: ['Transfer-Encoding: chunked, chunked'], body: '0\r\n\r\n' }],
  header(400, 'Transfer-Encoding: chunked', 'Content-Length: 5'),
  header(400, 'Content-Length: 0', 'Content-Length: 5'),
  header(400, 'Content-Length: 0', 'Content-Length: 0'),
  header(400, 'Content-Length: +5'),
  header(400, 'Content-Length: 00'),
  header(400, 'Content-Length: 0, 0'),
  header(400, 'Transfer-Encoding : chunked'),
  header(400, 'Content-Length: -1'),
  ['a body to a page', 400, { target: '/', lines: ['Content-Length: 2'], body: 'hi' }],

  ['no Host', 400, { host: null }],
  ['no Host in HTTP/1.0', 400, { host: null, version: 'HTTP/1.0' }],
  header(400, 'Host: {host}'),
  header(400, 'Host: evil.test'),
  header(400, 'hOST: {host}'),
  host(421, 'evil.test'),
  host(421, ''),
  host(421, 'localhost'),
  host(421, 'localhost:1'),
  host(421, '127.0.0.1'),
  host(421, '127.0.0.1.evil.test'),
  host(421, '{host}.evil.test'),
  host(421, 'evil.test#{host}'),
  host(421, 'evil.test/{host}'),
  host(421, 'user@{host}'),
  host(421, '{host}, evil.test'),
  host(421, '{host}:80'),
  host(421, '0.0.0.0:80'),
  host(421, '127.1:80'),
  host(421, '2130706433'),
  host(421, '[::ffff:127.0.0.1]:80'),
  ['a foreign Host on a page', 421, { target: '/', host: 'evil.test' }],
  ['a foreign Host on /readyz', 421, { target: '/readyz', host: 'evil.test' }],
  ['a body to /healthz', 400, { target: '/healthz', lines: ['Content-Length: 2'], body: 'hi' }],
  ['a foreign Host on /gateway.json', 421, { target: '/gateway.json', host: 'evil.test' }],

  ['no token', 401, { token: null }],
  ['an empty Authorization', 401, { token: null, lines: ['Authorization:'] }],
  header(400, 'Authorization: Bearer other'),
  header(400, 'AUTHORIZATION: Bearer other'),
  header(400, 'Authorization:'),
  ['a password', 401, { token: null, lines: [`Authorization: Basic ${TOKEN}`] }],
  ['a token without its scheme', 401, { token: null, lines: [`Authorization: ${TOKEN}`] }],
  ['two words for a token', 401, { token: `${TOKEN} more` }],
  header(400, 'Connection: authorization'),
  header(400, 'Connection: keep-alive, Authorization'),
  header(400, 'Connection: close', 'Connection: sec-fetch-site'),
  header(400, 'Connection: host'),
  ['a token of 5,000 bytes', 431, { token: LONG }],
  ['a token that is not ASCII', 400, { token: 'caf\u00e9' }],
  ['a token with a tab', 400, { token: 'a\tb' }],
  ['a token with NUL', 400, { token: 'a\0b' }],
  ['a token with a bare CR', 400, { token: 'a\rb' }],
  ['a folded token', 400, { token: 'a\r\n b' }],

  header(403, 'Sec-Fetch-Site: cross-site'),
  header(403, 'Sec-Fetch-Site: same-site'),
  header(403, 'Sec-Fetch-Site: none'),
  header(403, 'Sec-Fetch-Site: same-origin', 'Sec-Fetch-Site: cross-site'),
  header(403, 'Sec-Fetch-Site: Same-Origin'),
  header(403, 'Origin: http://evil.test'),
  header(403, 'Origin: null'),
  header(403, 'Origin: http://127.0.0.1:1'),
  header(403, 'Origin: http://{host}', 'Origin: http://evil.test'),
  header(403, 'Origin: file://'),

  header(400, 'Connection: Upgrade', 'Upgrade: websocket'),
  header(400, 'Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c', 'HTTP2-Settings: AAAA'),
  header(431, `X-Big: ${'y'.repeat(20_000)}`),
  header(431, ...Array.from({ length: 3000 }, (_, at) => `a${at}: b`)),
  header(400, 'No colon here'),
  header(400, 'Bad name: x'),
  header(400, ' Leading: x'),
  header(400, 'X: a\0b'),
  header(417, 'Expect: a-cake'),
  header(417, 'Expect: 100-continue'),
  ['a version that is none', 400, { version: 'HTTP/9.9' }],
  ['no version', 400, { version: '' }],
];

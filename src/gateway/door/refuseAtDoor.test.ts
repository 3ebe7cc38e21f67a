import { expect, it } from 'vitest';
import { headerValues, onlyValue } from './rawHeaders.ts';
import { refuseAtDoor } from './refuseAtDoor.ts';

const HOST = ['Host', 'a.test'];
const at = (target: string, rawHeaders: readonly string[] = HOST) =>
  refuseAtDoor({ method: 'GET', target, rawHeaders }, (host) => host === 'a.test');

const ONE_HOST = 'Exactly one Host header is needed.';
const NOT_SERVED = 'This host name is not served here. Allow it with --allow-host.';
const NO_PATH = 'The request target must be a path of this origin.';
const TOO_LARGE = 'The headers are larger than 16 kB.';
const HOP = 'Connection may not name a header that is needed here.';
const NO_BODY = 'A request body is not taken.';

it.each([
  [[], 400, ONE_HOST],
  [[...HOST, ...HOST], 400, ONE_HOST],
  [['Host', 'b.test'], 421, NOT_SERVED],
  [['Host', ''], 421, NOT_SERVED],
  [[...HOST, 'Content-Length', '1'], 400, NO_BODY],
  [[...HOST, 'Content-Length', '00'], 400, NO_BODY],
  [[...HOST, 'content-length', '0', 'CONTENT-LENGTH', '2'], 400, NO_BODY],
  [[...HOST, 'Transfer-Encoding', ''], 400, NO_BODY],
  [[...HOST, 'Expect', ''], 417, 'No expectation is met here.'],
  [[...HOST, 'X', 'y'.repeat(16_400)], 431, TOO_LARGE],
  [[...HOST, ...Array.from({ length: 9000 }, () => '')], 431, TOO_LARGE],
  [[...HOST, 'Connection', 'authorization'], 400, HOP],
  [[...HOST, 'connection', 'close, Sec-Fetch-Site'], 400, HOP],
  [[...HOST, 'Connection', 'close', 'Connection', ' HOST\t,'], 400, HOP],
])('refuses the headers %j', (rawHeaders, status, text) => {
  expect(at('/', rawHeaders)).toEqual({ status, text });
});

it.each(['', '*', 'a', '//a.test/', '/\\a.test', 'http://a.test/'])(
  'refuses the target %j',
  (target) => {
    expect(at(target)).toEqual({ status: 400, text: NO_PATH });
  },
);

it('lets what is whole pass', () => {
  expect(at('/')).toBeNull();
  expect(at('/a//b?c=//d')).toBeNull();
  expect(at('/', ['hOsT', 'a.test', 'Content-Length', '0'])).toBeNull();
  expect(at('/', [...HOST, 'Connection', 'keep-alive, TE, X-Authorization'])).toBeNull();
  expect(at(`/?q=${'x'.repeat(200_000)}`)).toBeNull();
});

it('takes no value for the name of a header', () => {
  const lines = ['X', 'host', 'Y', 'evil.test', 'Host', 'a.test'];
  expect(headerValues(lines, 'host')).toEqual(['a.test']);
  expect(onlyValue(lines, 'host')).toBe('a.test');
  expect(onlyValue([...lines, 'HOST', 'b.test'], 'host')).toBeNull();
  expect(onlyValue(lines, 'z')).toBeNull();
});

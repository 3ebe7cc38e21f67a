import { expect, it } from 'vitest';
import { readProxy } from './readProxy.ts';

const API = 'https://api.example.com';
const PROXY = 'http://proxy.test:3128';

it.each([
  [{}, API, null],
  [{ HTTPS_PROXY: '' }, API, null],
  [{ HTTPS_PROXY: PROXY }, API, `${PROXY}/`],
  [{ https_proxy: PROXY, HTTPS_PROXY: 'http://other.test' }, API, `${PROXY}/`],
  [{ HTTPS_PROXY: 'proxy.test:3128' }, API, `${PROXY}/`],
  [{ HTTPS_PROXY: 'https://proxy.test' }, API, 'https://proxy.test/'],
  [{ HTTPS_PROXY: 'http://u:p%40ss@proxy.test' }, API, 'http://u:p%40ss@proxy.test/'],
  [{ HTTPS_PROXY: PROXY }, 'http://10.0.0.7', null],
  [{ HTTPS_PROXY: PROXY }, 'https://localhost:8443', null],
  [{ HTTPS_PROXY: PROXY }, 'https://127.0.0.1:8443', null],
  [{ HTTPS_PROXY: PROXY }, 'https://[::1]:8443', null],
  [{ HTTPS_PROXY: PROXY, NO_PROXY: '*' }, API, null],
  [{ HTTPS_PROXY: PROXY, NO_PROXY: 'a.test, example.com' }, API, null],
  [{ HTTPS_PROXY: PROXY, NO_PROXY: '.example.com' }, API, null],
  [{ HTTPS_PROXY: PROXY, NO_PROXY: '*.example.com' }, API, null],
  [{ HTTPS_PROXY: PROXY, no_proxy: 'API.Example.com' }, API, null],
  [{ HTTPS_PROXY: PROXY, NO_PROXY: 'api.example.com:443' }, API, null],
  [{ HTTPS_PROXY: PROXY, NO_PROXY: 'api.example.com:8443' }, API, `${PROXY}/`],
  [{ HTTPS_PROXY: PROXY, NO_PROXY: 'ample.com, pi.example.com' }, API, `${PROXY}/`],
  [{ HTTPS_PROXY: PROXY, NO_PROXY: ' , ,' }, API, `${PROXY}/`],
  [{ HTTPS_PROXY: PROXY, NO_PROXY: 'fd00::1' }, 'https://[fd00::1]', null],
  [{ HTTPS_PROXY: PROXY, NO_PROXY: '[fd00::1]:8443' }, 'https://[fd00::1]:8443', null],
])('decides by %j on the way to %s: %s', (env, api, proxy) => {
  expect(readProxy(env, new URL(api))?.href ?? null).toBe(proxy);
});

import { afterEach, describe, expect, it } from 'vitest';
import { rawCall } from '../testing/rawCall.ts';
import { bytesOf, type Script } from '../testing/recordingUpstream.ts';
import { type Pair, startPair } from '../testing/startPair.ts';
import { whyOf } from './Why.ts';

const error = (code: string) => Object.assign(new Error('words of another'), { code });

describe('why a connection failed', () => {
  it.each([
    ['ECONNREFUSED', 'refused'],
    ['ENOTFOUND', 'dns'],
    ['EAI_AGAIN', 'dns'],
    ['ETIMEDOUT', 'connect-timeout'],
    ['CERT_HAS_EXPIRED', 'tls:CERT_HAS_EXPIRED'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls:DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'tls:SELF_SIGNED_CERT_IN_CHAIN'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls:UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls:ERR_TLS_CERT_ALTNAME_INVALID'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls:ERR_SSL_WRONG_VERSION_NUMBER'],
    ['EPROTO', 'tls:EPROTO'],
    ['EHOSTUNREACH', 'network:EHOSTUNREACH'],
    ['NOT_PRIVATE', 'not-private'],
    ['HPE_INVALID_CONSTANT', 'no-http'],
    ['<script>\n', 'network:UNKNOWN'],
  ])('is named where Node says %j: %s', (code, why) => {
    expect(whyOf(error(code), false)).toBe(why);
  });

  it('is told apart by whether it was there before', () => {
    expect(whyOf(error('ECONNRESET'), false)).toBe('reset');
    expect(whyOf(error('ECONNRESET'), true)).toBe('broken-off');
  });

  it('is that of the first address where several were tried', () => {
    expect(whyOf(new AggregateError([error('ECONNREFUSED'), error('EPROTO')]), false)).toBe(
      'refused',
    );
    expect(whyOf('nothing at all', false)).toBe('network:UNKNOWN');
  });
});

describe('the log', () => {
  let pair: Pair;
  afterEach(() => pair.close());

  const JSON_TYPE = 'content-type: application/json';
  const silent: Script = () => {};
  it.each<[string, Script, object]>([
    ['first-byte-timeout', silent, { firstByteMs: 40 }],
    ['timeout', silent, { firstByteMs: 5000, totalMs: 40 }],
    ['broken-off', (socket) => socket.end('HTTP/1.1 200 OK\r\n'), {}],
    ['no-http', (socket) => socket.end('SSH-2.0-OpenSSH_9.9\r\n'), {}],
    ['too-large', (socket) => socket.end(bytesOf('200 OK', [JSON_TYPE], 'x')), { bodyBytes: 0 }],
    ['no-json', (socket) => socket.end(bytesOf('200 OK', ['content-type: text/html'], 'x')), {}],
    ['redirect:302', (socket) => socket.end(bytesOf('302 Found')), {}],
  ])('says why the API gave no answer: %s', async (why, script, limits) => {
    pair = await startPair(script, { limits });
    await ask(pair);
    await pair.logged(1);
    expect(pair.log).toMatchObject([{ route: 'api', why }]);
  });

  it('says that nobody listens there', async () => {
    pair = await startPair();
    await pair.upstream.close();
    const reply = await ask(pair);
    await pair.logged(1);
    expect(pair.log).toMatchObject([{ status: 502, why: 'refused' }]);
    expect(reply.text).not.toContain('refused');
  });

  it('says nothing of it where the API answered, or the client left', async () => {
    pair = await startPair((socket) => socket.end(bytesOf('500 Oops')));
    await ask(pair);
    await pair.logged(1);
    expect(pair.log).toMatchObject([{ status: 500, why: null }]);
  });
});

function ask({ gateway, host }: Pair) {
  const head = `GET /api/v1/images/builds HTTP/1.1\r\nHost: ${host}`;
  return rawCall(gateway.url, `${head}\r\nAuthorization: Bearer t0ken\r\n\r\n`);
}

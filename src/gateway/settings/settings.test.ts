import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { upstreamInfo } from '../behind.ts';
import { DEMO } from '../testing/demoSettings.ts';
import { readSettings } from './settings.ts';
import { welcomeText } from './welcome.ts';

describe('settings', () => {
  it('are the demo on this machine by default', () => {
    expect(readSettings([], {})).toEqual(DEMO);
    expect(
      readSettings([], { PORT: '', HOST: '', IMAGE_BUILDS_API: '', IMAGE_BUILDS_HOSTS: '' }),
    ).toEqual(DEMO);
  });

  it('come from the environment', () => {
    const env = {
      PORT: '8080',
      HOST: '0.0.0.0',
      IMAGE_BUILDS_HOSTS: 'A.test, b.test:81,',
      IMAGE_BUILDS_API: 'https://api.primeintellect.ai/',
    };
    expect(readSettings([], env)).toEqual({
      ...DEMO,
      api: new URL('https://api.primeintellect.ai'),
      port: 8080,
      host: '0.0.0.0',
      allowedHosts: ['a.test', 'b.test:81'],
    });
  });

  it('come from the command line before the environment', () => {
    const argv = [
      '--port',
      '0',
      '--host=::1',
      '--api',
      'http://localhost:9',
      '--allow-host',
      'x',
      '--allow-host',
      'y',
    ];
    const env = { PORT: '1', HOST: 'h', IMAGE_BUILDS_API: 'nonsense', IMAGE_BUILDS_HOSTS: '//' };
    expect(readSettings(argv, env)).toEqual({
      ...DEMO,
      api: new URL('http://localhost:9'),
      port: 0,
      host: '::1',
      allowedHosts: ['x', 'y'],
    });
  });

  it('shape the demo', () => {
    const argv = ['--load', 'b.json', '--latency', '40', '--seed', '7'];
    const shaped = { ...DEMO, latencyMs: 40, seed: 7 };
    expect(readSettings(argv, {})).toEqual({ ...shaped, load: resolve('b.json') });
    expect(readSettings(argv, { INIT_CWD: '/there' })).toEqual({
      ...shaped,
      load: '/there/b.json',
    });
  });

  it.each([
    [['--port', '65535'], { port: 65_535 }],
    [['--latency', '600000'], { latencyMs: 600_000 }],
    [['--host', '::1'], { host: '::1' }],
    [['--host', '127.0.0.12'], { host: '127.0.0.12' }],
    [['--host', 'LOCALHOST'], { host: 'LOCALHOST' }],
    [['--api', 'http://127.0.0.1:4401'], { api: new URL('http://127.0.0.1:4401') }],
    [['--api', 'https://a.test:4400'], { api: new URL('https://a.test:4400') }],
    [['--api', 'http://localhost', '--port', '0'], { api: new URL('http://localhost'), port: 0 }],
  ])('may be %j', (argv, expected) => {
    expect(readSettings(argv, {})).toEqual({ ...DEMO, ...expected });
  });

  it('may ask for help', () => {
    expect(readSettings(['--help'], { PORT: 'x' })).toBe('help');
    expect(readSettings(['-h'], {})).toBe('help');
  });

  it.each([
    [['--port', '65536'], {}, /--port must be an integer/],
    [['--port', 'http'], {}, /--port must be/],
    [['--port', '1e3'], {}, /--port must be/],
    [['--port=-1'], {}, /--port must be/],
    [['--port', ''], {}, /--port must be/],
    [[], { PORT: 'x' }, /--port must be/],
    [['--latency', '-1'], {}, /latency/],
    [['--latency', '600001'], {}, /^--latency must be an integer from 0 to 600000$/],
    [['--api', 'http://mylocalhost'], {}, /must be https/],
    [['--seed', '4294967296'], {}, /--seed/],
    [['--prot', '1'], {}, /--prot/],
    [['http://x'], {}, /^An argument belongs to no option \(.+\)\. See --help\.$/],
    [['--port'], {}, /^--port needs a value/],
    [['--help=x'], {}, /^--help needs a value, or takes none\. See --help\.$/],
    [['--token=x'], {}, /^There is no option --token\. See --help\.$/],
    [['--host', 'a_b'], {}, /--host takes an address/],
    [['--api', 'nonsense'], {}, /--api must be an address/],
    [['--api', ''], {}, /--api must be an address/],
    [['--api', 'ftp://a.test'], {}, /--api must be an address/],
    [['--api', 'http://a.test'], {}, /must be https/],
    [['--api', 'http://127.0.0.1.evil.test'], {}, /must be https/],
    [['--api', 'http://localhost.evil.test'], {}, /must be https/],
    [['--api', 'https://u:p@a.test'], {}, /an origin and a path alone/],
    [['--api', 'https://a.test/api/v1'], {}, /what stands before \/api\/v1/],
    [['--api', 'https://a.test/x/api/v1/images/builds'], {}, /what stands before/],
    [['--api', 'https://a.test/a%20b'], {}, /a path of letters/],
    [['--api', 'https://a.test/?token=x'], {}, /an origin and a path alone/],
    [['--api', 'http://8.8.8.8', '--allow-http'], {}, /private network/],
    [['--api', 'http://[2001:4860::1]', '--allow-http'], {}, /private network/],
    [['--allow-http=1'], {}, /takes none/],
    [[], { IMAGE_BUILDS_ALLOW_HTTP: 'yes' }, /IMAGE_BUILDS_ALLOW_HTTP is 1 or 0/],
    [['--base-path', '/a b/'], {}, /--base-path takes a path/],
    [['--base-path', '/../'], {}, /--base-path takes a path/],
    [['--base-path', `/${'x'.repeat(300)}`], {}, /--base-path takes a path/],
    [['--log', 'xml'], {}, /--log is text or json/],
    [['--api', 'https://a.test'], { HTTPS_PROXY: 'socks5://u:p@b.test' }, /HTTPS_PROXY must be/],
    [['--api', 'https://a.test'], { HTTPS_PROXY: 'http://%zz:u:p@b.test' }, /HTTPS_PROXY must be/],
    [['--api', 'http://127.0.0.1:4400'], {}, /this gateway itself/],
    [['--api', 'http://[::1]:80', '--port', '80'], {}, /this gateway itself/],
    [['--api', 'https://localhost', '--port', '443'], {}, /this gateway itself/],
    [['--host', '0.0.0.0'], {}, /--allow-host/],
    [['--host', '::'], {}, /--allow-host/],
    [['--host', '127.0.0.1.evil.test'], {}, /--allow-host/],
    [['--allow-host', 'http://a.test'], {}, /--allow-host takes a host name/],
    [['--allow-host', '*'], {}, /--allow-host takes a host name/],
    [['--api', 'https://a.test', '--load', 'x'], {}, /demo data/],
    [['--api', 'https://a.test', '--latency', '0'], {}, /demo data/],
    [['--api', 'https://a.test', '--seed', '0'], {}, /demo data/],
    [[], { NODE_TLS_REJECT_UNAUTHORIZED: '0' }, /NODE_TLS_REJECT_UNAUTHORIZED/],
  ])('%j with %j are refused in one line', (argv, env, words) => {
    const read = readSettings(argv, env);
    expect(read).toHaveProperty('problem', expect.stringMatching(words));
    expect(JSON.stringify(read)).not.toMatch(/u:p|token=x|\\n/);
  });

  it.each([
    ['pit_x1'],
    ['--port', '1', 'pit_x1'],
    ['pit_x1', '--port', '1'],
    ['--pit_x1'],
    ['--pit_x1=1'],
    ['-pit_x1'],
    ['--token=pit_x1'],
    ['--token', 'pit_x1'],
    ['--port', 'pit_x1'],
    ['--port=pit_x1'],
    ['--host', 'pit_x1'],
    ['--allow-host', 'pit_x1'],
    ['--api', 'pit_x1'],
    ['--api', 'https://pit_x1@a.test'],
    ['--api', 'https://a.test/?pit_x1'],
    ['--base-path', '/pit_x1!'],
    ['--log', 'pit_x1'],
    ['--latency', 'pit_x1'],
    ['--seed', 'pit_x1'],
    ['--help=pit_x1'],
    ['--no-pit_x1'],
    ['--', 'pit_x1'],
  ])('never repeat what may be a token: %s %s %s', (...argv) => {
    const read = readSettings(argv, {});
    expect(read).toHaveProperty('problem', expect.stringMatching(/^.{10,}$/));
    expect(JSON.stringify(read)).not.toMatch(/x1|pit/);
  });

  it('are read without throwing, whatever stands there', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string()),
        fc.string(),
        fc.string(),
        (argv, PORT, IMAGE_BUILDS_API) => {
          const read = readSettings(argv, { PORT, IMAGE_BUILDS_API });
          if (typeof read === 'object' && 'problem' in read)
            expect(read.problem).not.toContain('\n');
        },
      ),
    );
  });
});

describe('what the page is told about an upstream', () => {
  const tokens = 'https://app.primeintellect.ai/dashboard/tokens';
  it.each([
    ['https://api.primeintellect.ai', 'api.primeintellect.ai', tokens],
    ['https://staging.api.primeintellect.ai:8443', 'staging.api.primeintellect.ai:8443', tokens],
    ['https://primeintellect.ai.evil.test', 'primeintellect.ai.evil.test', null],
    ['https://primeintellect.ai', 'primeintellect.ai', tokens],
    ['https://notprimeintellect.ai', 'notprimeintellect.ai', null],
    ['http://127.0.0.1:9', '127.0.0.1:9', null],
  ])('%s', (url, upstream, tokensUrl) => {
    expect(upstreamInfo(new URL(url))).toEqual({ upstream, tokensUrl, demoAccounts: [] });
  });
});

describe('the welcome', () => {
  it('lists the demo tokens in a table', () => {
    const demoAccounts = [
      { token: 'demo', summary: '2,412 builds, alive' },
      { token: 'demo-small', summary: '25 builds' },
    ];
    const info = { upstream: null, tokensUrl: null, demoAccounts };
    const text = welcomeText('http://127.0.0.1:4400', info, {
      token: 'loaded-1',
      summary: '3 builds of b.json',
    });
    expect(text.split('\n')).toEqual([
      '',
      '  Image Builds  http://127.0.0.1:4400',
      '  behind it     demo data',
      '',
      '  Sign in with one of these tokens:',
      '    loaded-1    3 builds of b.json',
      '    demo        2,412 builds, alive',
      '    demo-small  25 builds',
      '',
    ]);
  });

  it('names the upstream, and where its tokens are made when that is known', () => {
    const known = welcomeText(
      'http://x',
      upstreamInfo(new URL('https://api.primeintellect.ai')),
      null,
    );
    expect(known.split('\n')).toEqual([
      '',
      '  Image Builds  http://x',
      '  behind it     api.primeintellect.ai',
      '',
      '  Tokens are made at https://app.primeintellect.ai/dashboard/tokens',
      '',
    ]);
    const unknown = welcomeText('http://x', upstreamInfo(new URL('https://a.test')), null);
    expect(unknown).toBe('\n  Image Builds  http://x\n  behind it     a.test\n');
  });
});

import { describe, expect, it } from 'vitest';
import { HELP, OPTIONS } from './options.ts';
import { readSettings } from './settings.ts';

/** One value of each setting that has one in the environment. */
const SAMPLES: Record<string, string> = {
  api: 'https://a.test/inside',
  port: '8080',
  host: '127.0.0.2',
  'allow-host': 'b.test',
  'base-path': '/builds/',
  log: 'json',
  load: 'b.json',
  latency: '40',
  seed: '7',
};

const withValue = Object.entries(OPTIONS).filter(([, { value }]) => value !== null);

describe('every setting', () => {
  it.each(withValue)('means the same in the environment: --%s', (name, { env }) => {
    const sample = SAMPLES[name] ?? '';
    const typed = readSettings([`--${name}`, sample], {});
    expect(typed).toHaveProperty('port');
    expect(typed).not.toEqual(readSettings([], {}));
    expect(readSettings([], { [env ?? '']: sample })).toEqual(typed);
  });

  it('that is said alone is 1 in the environment', () => {
    const api = ['--api', 'http://10.1.2.3'];
    const env = { IMAGE_BUILDS_ALLOW_HTTP: '1' };
    expect(readSettings(api, env)).toEqual(readSettings([...api, '--allow-http'], {}));
    expect(readSettings(api, { IMAGE_BUILDS_ALLOW_HTTP: '0' })).toHaveProperty('problem');
  });

  it('stands in the help, with its name in the environment, in lines of a terminal', () => {
    for (const [name, { env }] of Object.entries(OPTIONS)) {
      expect(HELP).toContain(`  --${name}`);
      if (env !== null) expect(HELP).toContain(`(${env})`);
    }
    for (const name of ['HTTPS_PROXY', 'NO_PROXY', 'NODE_EXTRA_CA_CERTS', '/healthz', '/readyz']) {
      expect(HELP).toContain(name);
    }
    expect(Math.max(...HELP.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it('is known to whoever reads the command line', () => {
    for (const [name, { value }] of Object.entries(OPTIONS)) {
      const argv = value === null ? [`--${name}`] : [`--${name}`, SAMPLES[name] ?? ''];
      expect([name, JSON.stringify(readSettings(argv, {}))]).not.toEqual([
        name,
        expect.stringContaining('no option'),
      ]);
    }
  });
});

describe('the base path', () => {
  it.each([
    ['/', '/'],
    ['builds', '/builds/'],
    ['/builds', '/builds/'],
    ['//tools//builds//', '/tools/builds/'],
    ['/a.b/_c-d~e/', '/a.b/_c-d~e/'],
  ])('may be written %j: %s', (text, basePath) => {
    expect(readSettings(['--base-path', text], {})).toMatchObject({ basePath });
  });
});

describe('the address of an API', () => {
  it.each([
    ['https://a.test/', 'https://a.test/'],
    ['https://a.test/inside/', 'https://a.test/inside'],
    ['https://a.test/in/side', 'https://a.test/in/side'],
  ])('may have a path: %s', (text, href) => {
    expect(readSettings(['--api', text], {})).toMatchObject({ api: { href } });
  });

  it.each(['http://10.0.0.7:8080', 'http://[fd00::1]', 'http://api', 'http://api.internal'])(
    'may be without TLS in a private network, where that is asked for: %s',
    (text) => {
      expect(readSettings(['--api', text], {})).toHaveProperty(
        'problem',
        expect.stringContaining('--allow-http'),
      );
      expect(readSettings(['--api', text, '--allow-http'], {})).toHaveProperty('api');
    },
  );
});

/** One setting: how it is said on the command line and in the environment, and what it means. */
interface Option {
  /** What stands behind it, such as `URL`; null for one that is said alone. */
  readonly value: string | null;
  /** What it is called in the environment; null where it has no meaning there. */
  readonly env: string | null;
  readonly help: readonly string[];
}

/** Every setting there is. The command line wins over the environment. */
export const OPTIONS = {
  api: {
    value: 'URL',
    env: 'IMAGE_BUILDS_API',
    help: [
      'the API to pass calls to, such as https://api.primeintellect.ai; a path',
      'before /api/v1 may follow; without it, demo data from an embedded API',
    ],
  },
  'allow-http': {
    value: null,
    env: 'IMAGE_BUILDS_ALLOW_HTTP',
    help: ['take an --api without TLS in a private network: whoever is on the way', 'reads tokens'],
  },
  port: { value: 'N', env: 'PORT', help: ['4400 by default, 0 picks a free one'] },
  host: { value: 'ADDRESS', env: 'HOST', help: ['the address to listen at, 127.0.0.1 by default'] },
  'allow-host': {
    value: 'NAME',
    env: 'IMAGE_BUILDS_HOSTS',
    help: [
      'a host name to be served besides localhost; may be repeated, in the',
      'environment separated by commas; needed with another --host',
    ],
  },
  'base-path': {
    value: 'PATH',
    env: 'IMAGE_BUILDS_BASE_PATH',
    help: ['the path below which the page is asked for, such as /builds/; / by default'],
  },
  log: {
    value: 'FORM',
    env: 'IMAGE_BUILDS_LOG',
    help: ['text by default, or json: one object a line on standard output'],
  },
  load: {
    value: 'FILE',
    env: 'IMAGE_BUILDS_LOAD',
    help: [
      'demo data: serve the builds of a JSON file to a token of its own, made',
      'and printed at the start',
    ],
  },
  latency: {
    value: 'MS',
    env: 'IMAGE_BUILDS_LATENCY',
    help: ['demo data: add this to every answer'],
  },
  seed: {
    value: 'N',
    env: 'IMAGE_BUILDS_SEED',
    help: ['demo data: another set of names, times and failures'],
  },
  check: {
    value: null,
    env: null,
    help: ['ask /healthz of the one that runs with these settings, then end: 0 or 1'],
  },
  version: { value: null, env: null, help: ['print the version'] },
  help: { value: null, env: null, help: ['this text'] },
} as const satisfies Record<string, Option>;

const WIDTH = 20;

function lines([name, { value, env, help }]: [string, Option]): string {
  const said = `--${name}${value === null ? '' : ` ${value}`}`;
  const texts = env === null ? help : [...help, `(${env})`];
  return texts.map((text, at) => `  ${(at === 0 ? said : '').padEnd(WIDTH)}${text}`).join('\n');
}

/** All that can be said to the command. */
export const HELP = `Image Builds: a dashboard over one list of image builds.

  image-builds [options]        the package
  npm start -- [options]        a clone

${Object.entries<Option>(OPTIONS).map(lines).join('\n')}

Besides these the environment may hold
  HTTPS_PROXY         a proxy on the way to an API by https, such as http://proxy.example:3128
  NO_PROXY            hosts that are called without it: a.test, .example.com, 10.0.0.7:8443 or *
  NODE_EXTRA_CA_CERTS a file of certificates to trust besides those of Node, for an API or a
                      proxy whose certificate is your company's own

/healthz answers ok to whoever asks, by any host name. /readyz answers 503 for half a minute after
the API could not be reached. Each request is a line on standard output: time of day in UTC, method,
route, status, milliseconds, bytes, request id, and why the API failed.
`;

import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isHostName } from '../door/allowedHosts.ts';

/** How the gateway was asked to run. */
export interface Settings {
  /** The origin of the API; null for the embedded local API. */
  readonly api: URL | null;
  readonly port: number;
  readonly host: string;
  /** Lower case. */
  readonly allowedHosts: readonly string[];
  /** For the local API: a file of builds, milliseconds to add to each answer, the demo's seed. */
  readonly load: string | null;
  readonly latencyMs: number | null;
  readonly seed: number | null;
}

/** One line that says what is wrong with the settings. */
export interface Problem {
  readonly problem: string;
}

const DEFAULT_PORT = 4400;

export const HELP = `Image Builds: a dashboard over one list of image builds.

  npm start -- [options]

  --api URL          the API to pass calls to, such as https://api.primeintellect.ai
                     (IMAGE_BUILDS_API); without it, demo data from an embedded API
  --port N           ${DEFAULT_PORT} by default, 0 picks a free one (PORT)
  --host ADDRESS     127.0.0.1 by default (HOST)
  --allow-host NAME  a host name to be served besides localhost; may be repeated
                     (IMAGE_BUILDS_HOSTS, separated by commas); needed with another --host
  --load FILE        demo data: serve the builds of a JSON file to a token of its own,
                     made and printed at the start
  --latency MS       demo data: add this to every answer
  --seed N           demo data: another set of names, times and failures
  --help             this text
`;

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the command line and the environment; the command line wins. */
export function readSettings(
  argv: readonly string[],
  env: Environment,
): Settings | Problem | 'help' {
  let values: ReturnType<typeof readOptions>;
  try {
    values = readOptions(argv);
  } catch (error) {
    return { problem: `${optionProblem(argv, error)}. See --help.` };
  }
  if (values.help) return 'help';
  if (env['NODE_TLS_REJECT_UNAUTHORIZED'] === '0') {
    return {
      problem: 'NODE_TLS_REJECT_UNAUTHORIZED=0 switches TLS checks off: unset it to start.',
    };
  }
  try {
    const port = integer('port', values.port ?? (env['PORT'] || undefined), 65_535) ?? DEFAULT_PORT;
    const host = values.host ?? (env['HOST'] || '127.0.0.1');
    const api = readApi(values.api ?? (env['IMAGE_BUILDS_API'] || undefined), port);
    const allowedHosts = readHosts(
      values['allow-host'] ?? env['IMAGE_BUILDS_HOSTS']?.split(',') ?? [],
    );
    if (!isHostName(host) && !/^[0-9a-f:.]{2,45}$/i.test(host)) {
      return wrong('--host takes an address of this machine such as 127.0.0.1');
    }
    if (!isLoopback(host) && allowedHosts.length === 0) {
      return wrong(
        `--host ${host} lets other machines in: name the host they call with --allow-host NAME`,
      );
    }
    const latencyMs = integer('latency', values.latency, 600_000);
    const seed = integer('seed', values.seed, 2 ** 32 - 1);
    if (api && (values.load !== undefined || latencyMs !== null || seed !== null)) {
      return wrong('--load, --latency and --seed are for the demo data, not for another API');
    }
    const load = values.load === undefined ? null : resolve(env['INIT_CWD'] ?? '.', values.load);
    return { api, port, host, allowedHosts, load, latencyMs, seed };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

function readOptions(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    allowPositionals: false,
    options: {
      api: { type: 'string' },
      port: { type: 'string' },
      host: { type: 'string' },
      'allow-host': { type: 'string', multiple: true },
      load: { type: 'string' },
      latency: { type: 'string' },
      seed: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  }).values;
}

/**
 * What is wrong with the options, in our own words: those of `parseArgs` repeat what was typed,
 * which may be a token. What is repeated here looks like the name of an option.
 */
function optionProblem(argv: readonly string[], error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  const text = error instanceof Error ? error.message : '';
  const [name] = text.match(/--[a-z]{1,8}(?:-[a-z]{1,8})?(?![\w-])/) ?? [];
  if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') {
    return 'An argument belongs to no option (not repeated here: it may be a token)';
  }
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const known = name !== undefined && argv.some((arg) => arg.replace(/=.*$/s, '') === name);
    return known ? `There is no option ${name}` : 'An option is unknown (not repeated here)';
  }
  return name === undefined ? 'An option is wrong' : `${name} needs a value, or takes none`;
}

function wrong(problem: string): Problem {
  return { problem };
}

function integer(name: string, text: string | undefined, most: number): number | null {
  if (text === undefined) return null;
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (value <= most) return value;
  throw new Error(`--${name} must be an integer from 0 to ${most}`);
}

function readHosts(entries: readonly string[]): string[] {
  const hosts = entries.map((entry) => entry.trim().toLowerCase()).filter((entry) => entry !== '');
  for (const host of hosts) {
    if (!isHostName(host)) {
      throw new Error('--allow-host takes a host name such as builds.example.com');
    }
  }
  return hosts;
}

function readApi(text: string | undefined, port: number): URL | null {
  if (text === undefined) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  // The address is not repeated: a person may have put a password or a token into it.
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    throw new Error('--api must be an address such as https://api.primeintellect.ai');
  }
  if (url.pathname !== '/' || url.search || url.hash || url.username || url.password) {
    throw new Error('--api takes an origin alone, such as https://api.primeintellect.ai');
  }
  const near = isLoopback(url.hostname);
  if (url.protocol === 'http:' && !near) {
    throw new Error('--api must be https: only a server on this machine may be called by http');
  }
  if (near && Number(url.port || (url.protocol === 'https:' ? 443 : 80)) === port) {
    throw new Error('--api points at this gateway itself: choose another --port');
  }
  return url;
}

function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);
}

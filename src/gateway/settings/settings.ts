import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isHostName } from '../door/allowedHosts.ts';
import { isLoopback } from '../upstream/privateAddress.ts';
import { optionProblem } from './optionProblem.ts';
import { OPTIONS } from './options.ts';
import { readApi } from './readApi.ts';
import { readBasePath } from './readBasePath.ts';
import { readProxy } from './readProxy.ts';

/** How the gateway was asked to run. */
export interface Settings {
  /** The address of the API, see `readApi`; null for the embedded local API. */
  readonly api: URL | null;
  /** The proxy on the way to it, null for none. */
  readonly proxy: URL | null;
  readonly port: number;
  readonly host: string;
  /** Lower case. */
  readonly allowedHosts: readonly string[];
  /** Where the page is served, with a slash at both ends. */
  readonly basePath: string;
  readonly log: 'text' | 'json';
  /** For the local API: a file of builds, milliseconds to add to each answer, the demo's seed. */
  readonly load: string | null;
  readonly latencyMs: number | null;
  readonly seed: number | null;
  /** Asks the one that runs for its health, instead of running. */
  readonly check: boolean;
}

/** One line that says what is wrong with the settings. */
export interface Problem {
  readonly problem: string;
}

const DEFAULT_PORT = 4400;

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the command line and the environment; the command line wins. */
export function readSettings(
  argv: readonly string[],
  env: Environment,
): Settings | Problem | 'help' | 'version' {
  let values: Values;
  try {
    values = readOptions(argv);
  } catch (error) {
    return { problem: `${optionProblem(argv, error)}. See --help.` };
  }
  if (values.help) return 'help';
  if (values.version) return 'version';
  if (env['NODE_TLS_REJECT_UNAUTHORIZED'] === '0') {
    return {
      problem: 'NODE_TLS_REJECT_UNAUTHORIZED=0 switches TLS checks off: unset it to start.',
    };
  }
  try {
    return settingsOf(values, env);
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

function settingsOf(values: Values, env: Environment): Settings {
  const text = (name: TextName) => {
    const typed = values[name];
    return typed ?? (env[OPTIONS[name].env] || undefined);
  };
  const port = integer('port', text('port'), 65_535) ?? DEFAULT_PORT;
  const host = text('host') ?? '127.0.0.1';
  const address = text('api');
  const allowHttp = values['allow-http'] ?? isOn('allow-http', env);
  const api = address === undefined ? null : readApi(address, port, allowHttp);
  const hosts = values['allow-host'] ?? env[OPTIONS['allow-host'].env]?.split(',') ?? [];
  const allowedHosts = readHosts(hosts);
  if (!isHostName(host) && !/^[0-9a-f:.]{2,45}$/i.test(host)) {
    throw new Error('--host takes an address of this machine such as 127.0.0.1');
  }
  if (!isLoopback(host) && allowedHosts.length === 0) {
    throw new Error(
      `--host ${host} lets other machines in: name the host they call with --allow-host NAME`,
    );
  }
  const file = text('load');
  const latencyMs = integer('latency', text('latency'), 600_000);
  const seed = integer('seed', text('seed'), 2 ** 32 - 1);
  if (api && (file !== undefined || latencyMs !== null || seed !== null)) {
    throw new Error('--load, --latency and --seed are for the demo data, not for another API');
  }
  const log = text('log') ?? 'text';
  if (log !== 'text' && log !== 'json') throw new Error('--log is text or json');
  return {
    api,
    proxy: api && readProxy(env, api),
    port,
    host,
    allowedHosts,
    basePath: readBasePath(text('base-path') ?? '/'),
    log,
    load: file === undefined ? null : resolve(env['INIT_CWD'] ?? '.', file),
    latencyMs,
    seed,
    check: values.check ?? false,
  };
}

type TextName = 'api' | 'port' | 'host' | 'base-path' | 'log' | 'load' | 'latency' | 'seed';
type Values = ReturnType<typeof readOptions>;

function readOptions(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    allowPositionals: false,
    options: {
      api: { type: 'string' },
      'allow-http': { type: 'boolean' },
      port: { type: 'string' },
      host: { type: 'string' },
      'allow-host': { type: 'string', multiple: true },
      'base-path': { type: 'string' },
      log: { type: 'string' },
      load: { type: 'string' },
      latency: { type: 'string' },
      seed: { type: 'string' },
      check: { type: 'boolean' },
      version: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  }).values;
}

function isOn(name: 'allow-http', env: Environment): boolean {
  const text = env[OPTIONS[name].env] || '0';
  if (text !== '0' && text !== '1') throw new Error(`${OPTIONS[name].env} is 1 or 0`);
  return text === '1';
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

import { VERSION } from '../contract/served/version.ts';
import { askHealth } from './askHealth.ts';
import { standBehind } from './behind.ts';
import { formatLogEntry, jsonLogEntry } from './exchange/log.ts';
import { readPageFiles } from './pages/pageFiles.ts';
import { maskSecrets } from './settings/maskSecrets.ts';
import { HELP } from './settings/options.ts';
import { readSettings, type Settings } from './settings/settings.ts';
import { startProblem } from './settings/startProblem.ts';
import { welcomeText } from './settings/welcome.ts';
import { startGateway } from './startGateway.ts';
import { hostOf } from './upstream/openRequest.ts';
import { isLoopback } from './upstream/privateAddress.ts';

/** What the command needs of the process that it runs in. */
export interface Surroundings {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder of the built page. */
  readonly page: string;
  print(line: string): void;
  /** For what went wrong. */
  complain(line: string): void;
  exit(code: number): void;
  onSignal(name: 'SIGTERM' | 'SIGINT', listener: () => void): void;
  /** Tells when the process that started this one is gone, where that is to end this one too. */
  onOrphaned(listener: () => void): void;
}

/**
 * Runs the gateway as its command line asks: help, one line about what is wrong, or the gateway
 * itself until a signal, or until `npm start` is gone: npm passes a signal to the shell between, which
 * dies without passing it on. The first lets the answers under way end, a second signal does not
 * wait. Resolves once it listens; never rejects.
 */
export async function runCommand(around: Surroundings): Promise<void> {
  const fail = (problem: string) => {
    around.complain(maskSecrets(`image-builds: ${problem}`));
    around.exit(1);
  };
  const settings = readSettings(around.argv, around.env);
  if (settings === 'help') around.print(HELP);
  else if (settings === 'version') around.print(VERSION);
  else if ('problem' in settings) fail(settings.problem);
  else if (settings.check) around.exit((await askHealth(settings)) ? 0 : 1);
  else await serve(settings, around).catch((error) => fail(startProblem(error, settings)));
}

async function serve(settings: Settings, around: Surroundings): Promise<void> {
  const files = readPageFiles(around.page);
  const behind = await standBehind(settings);
  const inJson = settings.log === 'json';
  const gateway = await startGateway({
    ...settings,
    upstream: behind.upstream,
    info: behind.info,
    files,
    log: (entry) => around.print(inJson ? jsonLogEntry(entry) : formatLogEntry(entry)),
  });
  const url = gateway.url + (settings.basePath === '/' ? '' : settings.basePath);
  const welcome = welcomeText(url, behind.info, behind.loaded);
  // Standard output is for what reads JSON then, and what a person reads stands beside it.
  if (inJson) around.print(listeningEntry(url, behind.info.upstream));
  if (inJson) around.complain(welcome);
  else around.print(welcome);
  for (const line of noticesOf(settings)) around.complain(`image-builds: ${line}`);

  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    void gateway
      .close()
      .then(() => behind.close())
      .then(() => around.exit(0));
  };
  const onSignal = () => {
    if (stopping) around.exit(1);
    else stop();
  };
  around.onSignal('SIGTERM', onSignal);
  around.onSignal('SIGINT', onSignal);
  around.onOrphaned(stop);
}

function listeningEntry(url: string, upstream: string | null): string {
  return JSON.stringify({ time: new Date().toISOString(), event: 'listening', url, upstream });
}

/** What whoever runs it should know about the way to the API. */
function noticesOf({ api, proxy }: Settings): string[] {
  const open = api?.protocol === 'http:' && !isLoopback(hostOf(api));
  return [
    ...(open
      ? ['WARNING: tokens go to the API without TLS. Whoever is on the way reads them.']
      : []),
    ...(proxy === null ? [] : [`the API is called through the proxy ${proxy.host}`]),
  ];
}

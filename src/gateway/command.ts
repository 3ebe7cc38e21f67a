import { standBehind } from './behind.ts';
import { formatLogEntry } from './exchange/log.ts';
import { readPageFiles } from './pages/pageFiles.ts';
import { maskSecrets } from './settings/maskSecrets.ts';
import { HELP, readSettings, type Settings } from './settings/settings.ts';
import { startProblem } from './settings/startProblem.ts';
import { welcomeText } from './settings/welcome.ts';
import { startGateway } from './startGateway.ts';

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
  else if ('problem' in settings) fail(settings.problem);
  else await serve(settings, around).catch((error) => fail(startProblem(error, settings)));
}

async function serve(settings: Settings, around: Surroundings): Promise<void> {
  const files = readPageFiles(around.page);
  const behind = await standBehind(settings);
  const gateway = await startGateway({
    ...settings,
    upstream: behind.upstream,
    info: behind.info,
    files,
    log: (entry) => around.print(formatLogEntry(entry)),
  });
  around.print(welcomeText(gateway.url, behind.info, behind.loaded));

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

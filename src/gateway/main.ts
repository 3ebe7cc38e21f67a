import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { standBehind } from './behind.ts';
import { formatLogEntry } from './log.ts';
import { readPageFiles } from './pageFiles.ts';
import { HELP, readSettings, type Settings } from './settings.ts';
import { startGateway } from './startGateway.ts';
import { startProblem } from './startProblem.ts';
import { welcomeText } from './welcome.ts';

// Built to dist/server/main.js, beside dist/page.
const PAGE = join(dirname(fileURLToPath(import.meta.url)), '../page');

async function run(settings: Settings): Promise<void> {
  const files = readPageFiles(PAGE);
  const behind = await standBehind(settings);
  const gateway = await startGateway({
    ...settings,
    upstream: behind.upstream,
    info: behind.info,
    files,
    log: (entry) => console.log(formatLogEntry(entry)),
  });
  console.log(welcomeText(gateway.url, behind.info));

  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    void gateway
      .close()
      .then(() => behind.close())
      .then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

function fail(problem: string): never {
  console.error(`image-builds: ${problem}`);
  process.exit(1);
}

const settings = readSettings(process.argv.slice(2), process.env);
if (settings === 'help') console.log(HELP);
else if ('problem' in settings) fail(settings.problem);
else await run(settings).catch((error: unknown) => fail(startProblem(error, settings)));

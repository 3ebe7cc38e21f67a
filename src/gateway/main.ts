import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand } from './command.ts';
import { whenOrphaned } from './whenOrphaned.ts';

await runCommand({
  argv: process.argv.slice(2),
  env: process.env,
  // Built to dist/server/main.js, beside dist/page.
  page: join(dirname(fileURLToPath(import.meta.url)), '../page'),
  print: (line) => console.log(line),
  complain: (line) => console.error(line),
  exit: (code) => process.exit(code),
  onSignal: (name, listener) => process.on(name, listener),
  onOrphaned: (listener) => {
    // By itself it may be left running on purpose, as by nohup; npm never leaves it on purpose.
    if (process.env['npm_lifecycle_event'] !== undefined)
      whenOrphaned(() => process.ppid, listener);
  },
});

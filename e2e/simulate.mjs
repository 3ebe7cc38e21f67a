// npm run simulate: what the insights claim, held against worlds whose truth is known.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';

const folder = join(import.meta.dirname, 'simulations');
const config = { root: join(import.meta.dirname, '..'), configFile: false, logLevel: 'error' };

for (const file of readdirSync(folder).sort()) {
  const { module } = await runnerImport(join(folder, file), config);
  for await (const line of module.lines()) console.log(line);
  console.log('');
}

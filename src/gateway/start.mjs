// `npm start`: on a fresh clone it installs and builds first. Node's own modules only, since
// nothing else may be there yet.
import './demandNode.mjs';
import { build, install } from './prepare.mjs';

const parent = process.ppid;
try {
  install();
  build();
  // npm was ended meanwhile: nobody waits for a gateway any longer.
  if (process.env.npm_lifecycle_event && process.ppid !== parent) process.exit(1);
} catch (error) {
  console.error(`image-builds: ${error.message}`);
  process.exit(1);
}
await import(new URL('../../dist/server/main.js', import.meta.url).href);

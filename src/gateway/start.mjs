// `npm start`: on a fresh clone it installs and builds first. Node's own modules only, since
// nothing else may be there yet.
import { build, demandNode, install } from './prepare.mjs';

try {
  demandNode();
  install();
  build();
} catch (error) {
  console.error(`image-builds: ${error.message}`);
  process.exit(1);
}
await import(new URL('../../dist/server/main.js', import.meta.url).href);

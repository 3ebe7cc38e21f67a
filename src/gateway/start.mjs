// `npm start`: on a fresh clone it installs and builds first. Node's own modules only, since
// nothing else may be there yet.
import { build, demandNode, install } from './prepare.mjs';

demandNode();
install();
build();
await import(new URL('../../dist/server/main.js', import.meta.url).href);

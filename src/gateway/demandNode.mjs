// Imported first by whatever is run from the package, so that it is evaluated before anything that
// an older Node does not know. Nothing here is newer than Node 12.
import { readFileSync } from 'node:fs';

const { engines } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
);

/** Whether a version such as `22.12.0` is in a range such as `^20.19.2 || >=22.12.0`. */
function isInRange(version, range) {
  const running = version.split('.').map(Number);
  return range.split('||').some((part) => {
    const needed = part.match(/\d+/g).map(Number);
    if (part.trim().startsWith('^') && running[0] !== needed[0]) return false;
    const at = [0, 1, 2].find((index) => running[index] !== (needed[index] || 0));
    return at === undefined || running[at] > (needed[at] || 0);
  });
}

if (!isInRange(process.versions.node, engines.node)) {
  const running = process.versions.node;
  console.error(`image-builds: Node ${engines.node} is needed, this is ${running}`);
  process.exit(1);
}

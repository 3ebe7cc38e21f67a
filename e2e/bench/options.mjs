/** Every page that can be measured, the product first; the last one is measured when asked for. */
const PEERS = ['ours', 'aggrid', 'recipe', 'plain', 'fixed'];
const USUAL_PEERS = PEERS.slice(0, -1);

/** The same for every page: added to each answer, milliseconds. */
export const LATENCY_MS = 40;

/** How the peers ask for the list, and the bare loop with them: as the product does. */
export const PAGING = { firstLimit: 100, limit: 1000, inFlight: 4 };

const USAGE = `npm run bench -- [--sizes 1000,10000,100000] [--runs 5] [--peers ${PEERS.join()}] [--lenses] [--write-readme]`;

/**
 * Reads the command line.
 *
 * @param {readonly string[]} args
 * @throws Error with the usage, for an unknown flag or value
 */
export function readOptions(args) {
  const options = {
    sizes: [1000, 10_000, 100_000],
    runs: 5,
    peers: USUAL_PEERS,
    writeReadme: false,
    /** Measures the lenses of the product in place of the pages beside it. */
    lenses: false,
  };
  const rest = [...args];
  while (rest.length > 0) {
    const flag = rest.shift();
    if (flag === '--write-readme') options.writeReadme = true;
    else if (flag === '--lenses') options.lenses = true;
    else if (flag === '--sizes') options.sizes = (rest.shift() ?? '').split(',').map(countOf);
    else if (flag === '--runs') options.runs = countOf(rest.shift());
    else if (flag === '--peers') options.peers = (rest.shift() ?? '').split(',').map(peerOf);
    else throw new Error(`Unknown flag ${flag}.\n${USAGE}`);
  }
  return options;
}

function countOf(text) {
  const count = Number(text);
  if (!Number.isSafeInteger(count) || count < 1) throw new Error(`Not a count: ${text}.\n${USAGE}`);
  return count;
}

function peerOf(name) {
  if (!PEERS.includes(name)) throw new Error(`No such page: ${name}.\n${USAGE}`);
  return name;
}

import type { Build } from '../../../contract/build.ts';
import { buildJson } from './buildJson.ts';
import type { Exporter } from './Exporter.ts';

/** A build a line, each in the contract's shape: for `jq`, and for `npm start -- --load`. */
export const ndjson: Exporter = {
  called: 'NDJSON',
  stem: 'image-builds',
  extension: 'ndjson',
  mediaType: 'application/x-ndjson',
  pieces: lines,
};

function* lines(builds: Iterable<Build>): Generator<string> {
  for (const build of builds) {
    yield* buildJson(build);
    yield '\n';
  }
}

import type { Build } from '../../../contract/build.ts';
import { buildJson } from './buildJson.ts';
import type { Exporter } from './Exporter.ts';

/**
 * The builds as one answer of the API (`GenericPaginationResponse`), a build a line:
 * `npm start -- --load` reads it back. The counts stand behind the builds, as a build that is
 * removed while the text is made is not counted.
 */
export const json: Exporter = {
  called: 'JSON',
  stem: 'image-builds',
  extension: 'json',
  mediaType: 'application/json',
  pieces: envelope,
};

function* envelope(builds: Iterable<Build>): Generator<string> {
  let count = 0;
  yield '{"data":[';
  for (const build of builds) {
    yield count === 0 ? '\n' : ',\n';
    yield* buildJson(build);
    count += 1;
  }
  yield `\n],"total_count":${count},"offset":0,"limit":${count}}\n`;
}

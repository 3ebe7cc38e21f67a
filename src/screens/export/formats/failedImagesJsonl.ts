import type { Build } from '../../../contract/build.ts';
import { firstErrorOf } from '../../../list/facts.ts';
import type { Exporter } from './Exporter.ts';
import { isFailed } from './isFailed.ts';

/**
 * The images to push again, one object a line (JSONL), each `name:tag` once, in the order of the
 * list: `{"image": "swe-bench/django", "tag": "v1", "error": "no space left on device"}`.
 *
 * `image` and `tag` are the API's own text. `error` is the whole message of the first artifact
 * that has one, of the first build of that image in the list; null where none has.
 */
export const failedImagesJsonl: Exporter = {
  called: 'failed images',
  stem: 'image-builds-failed',
  extension: 'jsonl',
  mediaType: 'application/x-ndjson',
  wants: isFailed,
  pieces: lines,
};

function* lines(builds: Iterable<Build>): Generator<string> {
  const said = new Set<string>();
  for (const build of builds) {
    const key = JSON.stringify([build.imageName, build.imageTag]);
    yield !isFailed(build) || said.has(key) ? '' : line(build);
    if (isFailed(build)) said.add(key);
  }
}

function line({ imageName: image, imageTag: tag, artifacts }: Build): string {
  const error = firstErrorOf(artifacts) ?? null;
  return `${JSON.stringify({ image, tag, error })}\n`;
}

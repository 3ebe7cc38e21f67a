import type { Build } from '../../../contract/build.ts';
import { imageReference } from '../../../lib/imageReference.ts';
import { makeVisible } from '../../../lib/text.ts';
import type { Exporter } from './Exporter.ts';

/** What each image is pulled by, `name:tag` as a rule, a line, each once, in the order of their first build; controls made visible. */
export const nameTagList: Exporter = {
  called: 'a name:tag list',
  stem: 'image-builds-names',
  extension: 'txt',
  mediaType: 'text/plain;charset=utf-8',
  pieces: lines,
};

function* lines(builds: Iterable<Build>): Generator<string> {
  const said = new Set<string>();
  for (const { imageName, imageTag } of builds) {
    const line = makeVisible(imageReference(imageName, imageTag));
    yield said.has(line) ? '' : `${line}\n`;
    said.add(line);
  }
}

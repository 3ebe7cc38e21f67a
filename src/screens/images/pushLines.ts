import type { PushLine } from '../../insights/images/pushAgain.ts';
import { imageReference } from '../../lib/imageReference.ts';
import { makeVisible } from '../../lib/text.ts';

/** What images are pushed again by, `name:tag` as a rule, a line each; controls made visible. */
export function pushLines(images: readonly PushLine[]): string {
  return images.map(({ name, tag }) => `${makeVisible(imageReference(name, tag))}\n`).join('');
}

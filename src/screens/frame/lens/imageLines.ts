import { imageReference } from '../../../lib/imageReference.ts';
import { makeVisible } from '../../../lib/text.ts';

interface Image {
  readonly name: string;
  readonly tag: string;
}

/** What images are pushed by, `name:tag` as a rule, a line each; controls made visible. */
export function imageLines(images: readonly Image[]): string {
  return images.map(({ name, tag }) => `${makeVisible(imageReference(name, tag))}\n`).join('');
}

/** The same, one object a line (JSONL), the API's own texts: `{"image": "web", "tag": "v1"}`. */
export function imagesJsonl(images: readonly Image[]): string {
  return images.map(({ name: image, tag }) => `${JSON.stringify({ image, tag })}\n`).join('');
}

import { goodPathsOf } from '../../insights/images/goodPaths.ts';
import type { PickedImage } from '../../insights/images/ImageFacts.ts';
import type { LastGood, NameHistory } from '../../insights/images/NameHistory.ts';
import { rateWords } from '../../insights/rates.ts';
import { formatCount, plural } from '../../lib/number.ts';
import { formatSpan } from '../../lib/span.ts';
import { makeVisible } from '../../lib/text.ts';

/** A name as it can be read and said. */
export function shownName({ name }: Pick<NameHistory, 'name'>): string {
  return makeVisible(name.slice(0, 300)) || '(no name)';
}

export interface StateWords {
  readonly word: string;
  /** The whole of it, for pointing at and for screen readers. */
  readonly whole: string;
  readonly tone: string;
}

/** How a name stands. While the list is not complete nothing is "never": it is "so far". */
export function stateWords(image: NameHistory, complete: boolean): StateWords {
  const soFar = complete ? '' : ' so far';
  const worst = image.types.find(({ state }) => state === image.state);
  switch (image.state) {
    case 'good':
      return { word: 'Good', whole: `Its newest try completed${soFar}`, tone: 'tone-good' };
    case 'broken':
      return {
        word: 'Broken',
        whole: `Its newest try failed, an older one completed${soFar}`,
        tone: 'tone-bad',
      };
    case 'never':
      return {
        word: 'No success',
        whole: `No success in ${plural(worst?.failed ?? 0, 'try', 'tries')}${soFar}`,
        tone: 'tone-bad',
      };
    case 'untried':
      return {
        word: 'Not tried',
        whole: `No build of it completed or failed${soFar}`,
        tone: 'tone-stopped',
      };
  }
}

/** The last good path that a row shows: a container image's where there is one. */
export function mainGood({ types }: NameHistory): LastGood | null {
  const container = types.find(({ type }) => type === 'CONTAINER_IMAGE')?.lastGood;
  return container ?? types.find(({ lastGood }) => lastGood !== null)?.lastGood ?? null;
}

/** Every last good path of some images, of each image each once, a line each. */
export function allGoodPaths(images: readonly PickedImage[]): readonly string[] {
  return images.flatMap(({ image }) => goodPathsOf(image).map(({ path }) => path));
}

/** `4 min 05 s`; the median of few is a dash. */
export function medianText({ durations }: NameHistory): string {
  return formatSpan(durations.spread.median);
}

/** The 95th percentile, or the longest where they are too few for one; a dash without any. */
export function p95Text({ durations: { spread } }: NameHistory): string {
  if (spread.p95 !== null) return formatSpan(spread.p95);
  return spread.largest === null ? '–' : `max ${formatSpan(spread.largest)}`;
}

/** `usually 3 min 5 s, 95 % 4 min`, as far as they are enough to say so; empty without any. */
export function usualText({ durations: { spread } }: NameHistory): string {
  if (spread.largest === null) return '';
  const usual = spread.median === null ? '' : `usually ${formatSpan(spread.median)}, `;
  return spread.p95 === null
    ? `${usual}longest ${formatSpan(spread.largest)}`
    : `${usual}95 % ${formatSpan(spread.p95)}`;
}

/** `of the newest 100 that completed, 2 without usable times`. */
export function durationsText({ durations: { spread, unusable } }: NameHistory): string {
  const left = unusable === 0 ? '' : `, ${formatCount(unusable)} more without usable times`;
  return `${plural(spread.count, 'build', 'builds')} that completed${left}`;
}

/** What a column says of an image in plain text, while rows pass too fast to be read. */
export function passingImageText(row: PickedImage, column: string): string {
  if (column === 'image') return shownName(row.image);
  if (column === 'success') return rateWords(row.outcomes);
  if (column === 'builds') return formatCount(row.builds);
  return '';
}

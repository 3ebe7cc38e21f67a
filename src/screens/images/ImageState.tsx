import type { NameHistory } from '../../insights/images/NameHistory.ts';
import { classes } from '../../ui/classes.ts';
import { stateWords } from './imageWords.ts';

/** How an image stands now. */
export function ImageState({
  image,
  complete,
}: {
  readonly image: NameHistory;
  readonly complete: boolean;
}) {
  const { word, whole, tone } = stateWords(image, complete);
  return (
    <span title={whole} className={classes(tone, 'text-sm font-medium text-tone')}>
      {word}
      <span className="sr-only">: {whole}</span>
    </span>
  );
}

import type { BatchState as State } from '../../insights/batches/batchProgress.ts';
import { classes } from '../../ui/classes.ts';
import { stateWords } from './batchWords.ts';

/** Whether a push is still being submitted, draining or ended: exactly those words. */
export function BatchState({ state }: { readonly state: State }) {
  const { word, whole, tone } = stateWords(state);
  return (
    <span title={whole} className={classes(tone, 'text-sm font-medium text-tone')}>
      {word}
    </span>
  );
}

import type { CauseState } from '../../insights/errors/causeState.ts';
import { classes } from '../../ui/classes.ts';
import { stateText } from './stateText.ts';

const TONE: Record<CauseState['kind'], string> = {
  seen: '',
  new: 'tone-bad',
  back: 'tone-waiting',
  quiet: 'tone-good',
};

/** How a cause stands: new, back, quiet; and that it is muted here. */
export function StateBadge({
  state,
  muted,
}: {
  readonly state: CauseState;
  readonly muted: boolean;
}) {
  const { word, whole } = stateText(state);
  if (muted) {
    return (
      <span className="text-sm text-muted" title="Muted on this device: known, and listed last">
        Muted
      </span>
    );
  }
  if (word === '') return null;
  return (
    <span title={whole} className={classes(TONE[state.kind], 'text-sm font-medium text-tone')}>
      {word}
      <span className="sr-only">: {whole}</span>
    </span>
  );
}

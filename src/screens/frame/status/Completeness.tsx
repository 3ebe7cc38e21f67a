import { formatCount, plural } from '../../../lib/number.ts';
import type { ReplicaState, Completeness as Word } from '../../../replica/ReplicaState.ts';
import { classes } from '../../../ui/classes.ts';
import { ICONS, Icon } from '../../../ui/Icon.tsx';

const LOOK: Record<
  Word,
  { readonly tone: string; readonly icon: string; readonly meaning: string }
> = {
  empty: { tone: 'tone-active', icon: ICONS.dashes, meaning: 'The first page has been asked for.' },
  loading: {
    tone: 'tone-active',
    icon: ICONS.dashes,
    meaning: 'The list is being read page by page. What is loaded is already sorted and searched.',
  },
  complete: {
    tone: 'tone-good',
    icon: ICONS.check,
    meaning:
      'Proven: as many different builds as the API counts, with no gap between pages and no change while they were read.',
  },
  checking: {
    tone: 'tone-active',
    icon: ICONS.dashes,
    meaning: 'The list changed while it was read, so it is being read once more to be sure.',
  },
  incomplete: {
    tone: 'tone-waiting',
    icon: ICONS.warning,
    meaning:
      'Three readings did not find every build that the API counts. It goes on trying slowly.',
  },
  stopped: {
    tone: 'tone-stopped',
    icon: ICONS.pause,
    meaning: 'Loading was stopped. Only what is loaded is sorted, searched and counted.',
  },
  unprovable: {
    tone: 'tone-waiting',
    icon: ICONS.warning,
    meaning:
      'The API repeats pages or does not move with the offset, so nobody can tell whether this is all.',
  },
};

/** Of a list that is proven, though not all of it can be shown. */
const UNREAD = {
  tone: 'tone-waiting',
  icon: ICONS.warning,
  meaning:
    'Proven: as many different builds came as the API counts. Those that could not be read are named below, and are not shown.',
};

/** Whether what is shown is the whole list, and what that means. */
export function Completeness({ state }: { readonly state: ReplicaState }) {
  const isUnread = state.completeness === 'complete' && state.unread > 0;
  const { tone, icon, meaning } = isUnread ? UNREAD : LOOK[state.completeness];
  return (
    <span
      className={classes(tone, 'inline-flex min-w-0 items-center gap-1 text-tone')}
      title={meaning}
    >
      <Icon path={icon} />
      <span
        className={classes(
          'truncate tabular-nums',
          // The sign alone where there is hardly any room.
          state.completeness === 'complete' && state.unread === 0 && 'max-sm:sr-only',
        )}
      >
        {completenessText(state)}
      </span>
    </span>
  );
}

/**
 * Such as `complete`, `loading 12,300 of 100,000`, `1,236 of 1,240 loaded, retrying`. Where more
 * came than the API counts, some may have been deleted, and it is not yet known which. What came
 * and could not be read is said beside it: `1 unreadable`.
 */
export function completenessText({
  completeness,
  loaded,
  total,
  unread,
}: Pick<ReplicaState, 'completeness' | 'loaded' | 'total' | 'unread'>): string {
  const of =
    total === null ? formatCount(loaded) : `${formatCount(loaded)} of ${formatCount(total)}`;
  const more = loaded + unread - (total ?? loaded + unread);
  const unreadable = unread > 0 ? `${formatCount(unread)} unreadable` : '';
  const all = more > 0 ? `${formatCount(more)} more than counted` : `${of} loaded`;
  const have = unread > 0 ? `${all}, ${unreadable}` : all;
  switch (completeness) {
    case 'empty':
      return 'loading';
    case 'loading':
      return `loading ${of}`;
    case 'complete':
      return unreadable || 'complete';
    case 'checking':
      return `${have}, checking`;
    case 'incomplete':
      return `${have}, retrying`;
    case 'stopped':
      return `stopped at ${of}`;
    case 'unprovable':
      return `${plural(loaded, 'build', 'builds')}, cannot be proven complete`;
  }
}

import { makeVisible } from '../../lib/text.ts';
import { ICONS, Icon } from '../../ui/Icon.tsx';
import { Age } from '../build/Age.tsx';
import type { GroupRow } from './GroupRow.ts';
import { countsText, subjectsText } from './groupWords.ts';
import { StateBadge } from './StateBadge.tsx';

/** A cause where the table is too narrow for columns. */
export function GroupCard({
  row,
  opened,
  now,
  toggle,
}: {
  readonly row: GroupRow;
  readonly opened: boolean;
  readonly now: number;
  readonly toggle: (key: string) => void;
}) {
  const { group, muted } = row;
  const kind = makeVisible(group.kind.slice(0, 200));
  return (
    <div className="flex min-w-0 items-center gap-1 px-1">
      <button
        type="button"
        tabIndex={-1}
        aria-expanded={opened}
        aria-label={`Show the group ${kind}`}
        onClick={() => toggle(group.fingerprint)}
        className="inline-flex size-11 shrink-0 items-center justify-center text-muted"
      >
        <Icon path={ICONS.chevron} className={opened ? 'rotate-90' : ''} />
      </button>
      <div className="min-w-0 flex-1">
        <div className="truncate font-medium">{kind}</div>
        <div className="flex gap-2 text-sm whitespace-nowrap text-muted">
          <span className="text-ink tabular-nums">{countsText(row)}</span>
          <Age at={group.last} now={now} />
          <StateBadge state={group.state} muted={muted} />
          <span className="truncate">{subjectsText(row)}</span>
        </div>
      </div>
    </div>
  );
}

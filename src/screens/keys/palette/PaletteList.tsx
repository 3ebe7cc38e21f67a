import { useLayoutEffect, useRef } from 'react';
import { classes } from '../../../ui/classes.ts';
import { PaletteLine } from './PaletteLine.tsx';
import { type Entry, type EntryGroup, keyOfEntry } from './paletteGroups.ts';

export interface PaletteListProps {
  /** Options are called by it and their place, such as `:r1:-0`. */
  readonly id: string;
  readonly groups: readonly EntryGroup[];
  readonly active: number;
  /** The pointer is moved over an option: what it points at is what Enter picks. */
  readonly onPoint: (at: number) => void;
  readonly onPick: (entry: Entry) => void;
}

/** The results in groups; the focus stays in the field above, which says what is chosen. */
export function PaletteList({ id, groups, active, onPoint, onPick }: PaletteListProps) {
  const list = useRef<HTMLDivElement>(null);
  // What arrows choose must be seen: only the browser can scroll to it.
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [active, groups]);

  let index = 0;
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label="Results"
      className="max-h-[min(26rem,60dvh)] overflow-y-auto p-1"
    >
      {groups.map((group) => (
        <div key={group.name} role="group" aria-label={group.name}>
          <div aria-hidden="true" className="px-2 pt-2 pb-1 text-xs font-medium text-muted">
            {group.name}
          </div>
          {group.entries.map((entry) => {
            const at = index++;
            return (
              <div
                key={keyOfEntry(entry)}
                id={`${id}-${at}`}
                role="option"
                aria-selected={at === active}
                // The field keeps the focus.
                onPointerDown={(event) => event.preventDefault()}
                // Not on entering: the list may move below a pointer that rests.
                onPointerMove={() => at !== active && onPoint(at)}
                onClick={() => onPick(entry)}
                className={classes(
                  'flex h-9 cursor-pointer items-center gap-3 rounded-md px-2 max-sm:h-11',
                  at === active && 'bg-chosen',
                )}
              >
                <PaletteLine entry={entry} />
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}

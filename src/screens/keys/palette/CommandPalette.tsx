import { type KeyboardEvent, useId, useState } from 'react';
import { flushSync } from 'react-dom';
import { isComposing } from '../../../lib/isComposing.ts';
import { plural } from '../../../lib/number.ts';
import { useIsSecret } from '../../../session/useSession.ts';
import { Modal } from '../../../ui/Modal.tsx';
import { PaletteList } from './PaletteList.tsx';
import { type Entry, keyOfEntry } from './paletteGroups.ts';
import { rememberPick } from './recentPicks.ts';
import { type PaletteSources, usePaletteGroups } from './usePaletteGroups.ts';

const MOST_TYPED = 500;

export interface CommandPaletteProps extends PaletteSources {
  /** Called once the palette is gone and the focus is back. */
  readonly onPick: (entry: Entry) => void;
  readonly onClose: () => void;
}

/** Finds views, commands, images and builds by what is typed (WAI-ARIA combobox pattern). */
export function CommandPalette({ onPick, onClose, ...sources }: CommandPaletteProps) {
  const isSecret = useIsSecret();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const [leaked, setLeaked] = useState(false);
  const groups = usePaletteGroups(sources, typed);
  const entries = groups.flatMap((group) => group.entries);
  const active = Math.min(chosen, entries.length - 1);
  const id = useId();

  const type = (text: string) => {
    const secret = isSecret(text);
    setLeaked(secret);
    setTyped(secret ? '' : text);
    setChosen(0);
  };
  const pick = (entry: Entry | undefined) => {
    if (entry === undefined) return;
    if (entry.kind !== 'search') rememberPick(keyOfEntry(entry));
    // The focus goes back first: what was picked may want it.
    flushSync(onClose);
    onPick(entry);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event)) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (entries.length > 0) setChosen((active + step + entries.length) % entries.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      pick(entries[active]);
    }
  };

  return (
    <Modal aria-label="Command palette" onClose={onClose} className="mt-[12dvh] w-2xl p-0">
      <input
        data-first-focus
        type="text"
        role="combobox"
        aria-label="Find a view, a build, an image or a command"
        aria-autocomplete="list"
        aria-expanded={entries.length > 0}
        aria-controls={`${id}list`}
        aria-activedescendant={active >= 0 ? `${id}list-${active}` : undefined}
        placeholder="Find a view, a build, an image or a command"
        autoComplete="off"
        spellCheck={false}
        maxLength={MOST_TYPED}
        value={typed}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        className="h-11 w-full border-b border-line bg-transparent px-3 text-base outline-none"
      />
      <PaletteList
        id={`${id}list`}
        groups={groups}
        active={active}
        onPoint={setChosen}
        onPick={pick}
      />
      <p
        role="status"
        className={entries.length > 0 && !leaked ? 'sr-only' : 'px-3 pb-3 text-muted'}
      >
        {said(entries.length, typed, leaked)}
      </p>
    </Modal>
  );
}

function said(count: number, typed: string, leaked: boolean): string {
  if (leaked) return 'That is your API token: it was not searched for.';
  if (count === 0) return 'Nothing by this name among the views, commands, images and builds.';
  return typed.trim() === '' ? '' : plural(count, 'result', 'results');
}

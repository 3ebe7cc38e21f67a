import { ICONS, Icon } from '../../../ui/Icon.tsx';
import type { RowNote } from '../../frame/list/rowNotes.ts';

/** Small marks of a row whose words come with the pointer, and are read out: slow, in a race. */
export function RowMarks({ note }: { readonly note: RowNote }) {
  return (
    <>
      {note.long !== '' && <Mark icon={ICONS.clock} words={`Runs ${note.long} (${note.usual})`} />}
      {note.race !== '' && <Mark icon={ICONS.layers} words={note.race} />}
    </>
  );
}

function Mark({ icon, words }: { readonly icon: string; readonly words: string }) {
  return (
    <span title={words} className="tone-waiting text-tone">
      <Icon path={icon} className="ml-1.5 inline-block align-[-2px]" />
      <span className="sr-only">{words}</span>
    </span>
  );
}

import { type ReactNode, useId } from 'react';
import type { ExportChoice, ExportForm, ExportGroup } from './exportGroups.ts';

export interface ExportItemsProps {
  readonly groups: readonly ExportGroup[];
  /** What is said below the name of a group. */
  readonly note: (group: ExportGroup) => ReactNode;
  readonly onChoose: (choice: ExportChoice) => void;
}

const WORDS: Record<ExportChoice['how'], string> = { copy: 'Copy', download: 'Download' };

/** The items of the export menu: a group for each purpose, a line for each form. */
export function ExportItems({ groups, note, onChoose }: ExportItemsProps) {
  const id = useId();
  return groups.map((group, at) => (
    <div key={group.name} role="group" aria-labelledby={`${id}${at}`} className="pb-1">
      <div id={`${id}${at}`} className="px-2 pt-1.5 pb-0.5 text-xs font-medium text-muted">
        {group.name}
      </div>
      {note(group)}
      {group.forms.map((form, line) => (
        <Line key={form.title} form={form} isFirst={at + line === 0} onChoose={onChoose} />
      ))}
    </div>
  ));
}

function Line({
  form: { title, choices },
  isFirst,
  onChoose,
}: Pick<ExportItemsProps, 'onChoose'> & { readonly form: ExportForm; readonly isFirst: boolean }) {
  return (
    <div className="flex items-center gap-1 pl-2" role="presentation">
      <span aria-hidden="true" className="min-w-36 flex-1">
        {title}
      </span>
      {choices.map((choice, at) => (
        <button
          key={choice.how}
          type="button"
          role="menuitem"
          aria-label={choice.label}
          title={choice.label}
          // One stop for Tab, as in every menu.
          tabIndex={isFirst && at === 0 ? 0 : -1}
          onClick={() => onChoose(choice)}
          className={`h-7 rounded px-2 text-accent hover:bg-hover focus:bg-hover max-sm:h-11 ${choices.length === 1 ? 'mr-[5.25rem]' : ''} ${choice.how === 'download' ? 'w-20' : 'w-14'}`}
        >
          {WORDS[choice.how]}
        </button>
      ))}
    </div>
  );
}

import { makeVisible } from '../../lib/text.ts';
import type { BuildRecord } from '../build/BuildRecord.ts';

export interface SelectCellProps {
  readonly record: BuildRecord;
  readonly selected: boolean;
  readonly onSelect: (id: string, range: boolean) => void;
}

/** Selects a build for export; with shift, all from the last one selected to this one. */
export function SelectCell({ record, selected, onSelect }: SelectCellProps) {
  const { id, imageName, imageTag } = record.build;
  return (
    <input
      type="checkbox"
      tabIndex={-1}
      checked={selected}
      aria-label={`Select ${makeVisible(imageName)}:${makeVisible(imageTag)}`}
      onChange={(event) => {
        const { nativeEvent } = event;
        onSelect(id, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey);
      }}
      className="ml-1.5 block accent-accent"
    />
  );
}

import { makeVisible } from '../../lib/text.ts';
import type { BuildRecord } from '../build/BuildRecord.ts';

export interface TickCellProps {
  readonly record: BuildRecord;
  readonly ticked: boolean;
  readonly onTick: (id: string, range: boolean) => void;
  /** Of the element, for a label that makes more room for a finger. */
  readonly element?: string;
}

/** Ticks a build for export; with shift, all from the last one ticked to this one. */
export function TickCell({ record, ticked, onTick, element }: TickCellProps) {
  const { id, imageName, imageTag } = record.build;
  return (
    <input
      id={element}
      type="checkbox"
      tabIndex={-1}
      checked={ticked}
      aria-label={`Select ${makeVisible(imageName)}:${makeVisible(imageTag)}`}
      onChange={(event) => {
        const { nativeEvent } = event;
        onTick(id, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey);
      }}
      className="ml-1.5 block accent-accent"
    />
  );
}

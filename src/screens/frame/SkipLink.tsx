import { useList } from './list/useList.ts';
import { useStage } from './list/useStage.ts';

/** The first stop for the Tab key: past all the bars, to the row that the keys are about. */
export function SkipLink() {
  const { rows } = useList();
  const { table, rows: lensRows, active } = useStage();
  const skip = () => {
    const { current } = lensRows;
    const shown = current ?? rows;
    if (shown.count === 0) return;
    const at = active === null ? null : shown.positionOf(active);
    table.current?.focusRow(at ?? 0);
  };
  return (
    <button
      type="button"
      onClick={skip}
      className="absolute top-1 left-1 z-40 h-9 rounded-md bg-accent px-3 font-medium text-on-accent not-focus-visible:sr-only"
    >
      Skip to the rows
    </button>
  );
}

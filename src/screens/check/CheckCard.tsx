import type { CheckedImage } from '../../insights/check/ListCheck.ts';
import { type CheckCells, OpenChecked, ShownImage, StateWord, Why } from './checkColumns.tsx';
import { checkWords } from './checkWords.ts';

/** An image of the list where the table is too narrow for columns. */
export function CheckCard({
  image,
  opened,
  ...cells
}: CheckCells & { readonly image: CheckedImage; readonly opened: boolean }) {
  return (
    <div className="flex min-w-0 items-center gap-1 px-1">
      <OpenChecked image={image} opened={opened} toggle={cells.toggle} />
      <div className="min-w-0 flex-1 pr-2">
        <div className="truncate">
          <ShownImage image={image} />
        </div>
        <div className="flex items-center gap-2 overflow-hidden text-sm whitespace-nowrap">
          <StateWord {...checkWords(image.state, cells.complete)} />
          <span className="min-w-0 truncate">
            <Why image={image} table={cells.table} lines={cells.lines} />
          </span>
        </div>
      </div>
    </div>
  );
}

import { useEffect, useRef } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { useView } from '../../frame/view/useView.ts';
import { comparableRange, comparedRange, hasRange } from '../model/createdRange.ts';

export interface RangeButtonsProps {
  readonly onClear: () => void;
  /** Another range is to be taken, to compare this one with. */
  readonly onOther: (range: string) => void;
  /** That was left again: the keys go on where it began. */
  readonly left: boolean;
}

/** What can be done with the range that is taken. */
export function RangeButtons({ onClear, onOther, left }: RangeButtonsProps) {
  const [view, actions] = useView();
  const isTaken = hasRange(view);
  const range = comparableRange(view);
  const other = useRef<HTMLButtonElement>(null);
  // What had the focus has gone with the other range.
  useEffect(() => {
    if (left) other.current?.focus({ preventScroll: true });
  }, [left]);
  return (
    <>
      <Button
        variant="plain"
        disabled={!isTaken}
        onClick={onClear}
        className={isTaken ? '' : 'max-sm:hidden'}
      >
        Clear
        <span className="max-sm:sr-only">the range</span>
      </Button>
      {range !== null && (
        <>
          <Button
            variant="plain"
            title="Compare this time with the time before it"
            onClick={() => actions.push((now) => comparedRange(now, null))}
          >
            Compare
            <span className="max-xl:sr-only">with the stretch before</span>
          </Button>
          <Button
            variant="plain"
            title="Compare this time with one that you take from all the time there is"
            onClick={() => onOther(range)}
            ref={other}
          >
            <span className="max-xl:sr-only">Compare</span>
            with another
            <span className="max-sm:sr-only">range</span>
          </Button>
        </>
      )}
    </>
  );
}

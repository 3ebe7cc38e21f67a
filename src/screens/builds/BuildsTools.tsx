import { Columns3 } from 'lucide-react';
import { useRef } from 'react';
import { lazyPiece } from '../../ui/lazyPiece.ts';
import { Piece } from '../../ui/Piece.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { NARROW, useMediaQuery } from '../../ui/useMediaQuery.ts';
import { useOfferedCommands } from '../frame/commands/usePageCommands.ts';
import { SortMenu } from './SortMenu.tsx';

const ColumnsMenu = lazyPiece(async () => (await import('./ColumnsMenu.tsx')).ColumnsMenu);

/** What can be done with the table of builds alone: its order on phones, its columns. */
export function BuildsTools() {
  const narrow = useMediaQuery(NARROW);
  const display = useRef<HTMLSpanElement>(null);
  useOfferedCommands([
    {
      name: 'Columns and display',
      run: () => display.current?.querySelector('button')?.click(),
    },
  ]);
  return (
    <>
      {narrow && <SortMenu />}
      <span ref={display} className="contents">
        <Popover
          variant="plain"
          align="end"
          label={
            <>
              <Columns3 aria-hidden="true" className="size-3.5" />
              <span className="max-sm:sr-only">Display</span>
            </>
          }
          panel={() => (
            <Piece>
              <ColumnsMenu />
            </Piece>
          )}
        />
      </span>
    </>
  );
}

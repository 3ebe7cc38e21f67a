import { Box, Filter, Search, Terminal } from 'lucide-react';
import { plural } from '../../../lib/number.ts';
import { makeVisible } from '../../../lib/text.ts';
import { ImageName } from '../../build/ImageName.tsx';
import { StatusBadge } from '../../build/StatusBadge.tsx';
import { Keys } from '../map/Keys.tsx';
import { PaletteError } from './PaletteError.tsx';
import type { Entry } from './paletteGroups.ts';

const ICON = 'size-4 shrink-0 text-muted';

/** What an entry of the palette looks like. */
export function PaletteLine({ entry }: { readonly entry: Entry }) {
  switch (entry.kind) {
    case 'view':
      return (
        <>
          <Filter aria-hidden="true" className={ICON} />
          <span className="min-w-0 flex-1 truncate">{makeVisible(entry.view.name)}</span>
          {entry.keys !== null && <Keys keys={entry.keys} />}
        </>
      );
    case 'command':
      return (
        <>
          <Terminal aria-hidden="true" className={ICON} />
          <span className="min-w-0 flex-1 truncate">{entry.command.name}</span>
          {entry.command.keys !== undefined && <Keys keys={entry.command.keys} />}
        </>
      );
    case 'image':
      return (
        <>
          <Box aria-hidden="true" className={ICON} />
          <span className="min-w-0 flex-1 truncate">{makeVisible(entry.name.slice(0, 500))}</span>
          <span className="text-sm text-muted">all its builds</span>
        </>
      );
    case 'build':
      return (
        <>
          <span className="w-28 shrink-0 overflow-hidden">
            <StatusBadge status={entry.build.status} />
          </span>
          <span className="min-w-0 flex-1">
            <ImageName name={entry.build.imageName} tag={entry.build.imageTag} />
          </span>
          <PaletteError build={entry.build} words={entry.words} />
        </>
      );
    case 'search':
      return (
        <>
          <Search aria-hidden="true" className={ICON} />
          <span className="min-w-0 flex-1 truncate">
            Show all with “{makeVisible(entry.text.slice(0, 200))}”
          </span>
          <span className="text-sm text-muted tabular-nums">
            {plural(entry.count, 'build', 'builds')}
          </span>
        </>
      );
  }
}

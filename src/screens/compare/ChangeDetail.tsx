import { makeVisible } from '../../lib/text.ts';
import { factsAt } from '../../list/BuildFacts.ts';
import type { BuildTable } from '../../list/BuildTable.ts';
import { Age } from '../build/Age.tsx';
import { StatusBadge } from '../build/StatusBadge.tsx';
import { PageLink } from '../frame/lens/PageLink.tsx';
import type { ChangeRow, SideBuild } from './changeRows.ts';
import type { CompareLinks } from './compareLinks.ts';

export interface ChangeDetailProps {
  readonly row: ChangeRow;
  readonly table: BuildTable;
  readonly links: CompareLinks;
}

/** An image that changed, opened in place: the build of each side by which it is so. */
export function ChangeDetail({ row: { before, after }, table, links }: ChangeDetailProps) {
  return (
    <ul className="flex flex-col gap-1 border-b border-line bg-sunken px-4 py-2 text-sm">
      {before && <SideLine word="Older" build={before} table={table} links={links} />}
      {after && <SideLine word="Newer" build={after} table={table} links={links} />}
    </ul>
  );
}

interface SideLineProps {
  readonly word: string;
  readonly build: SideBuild;
  readonly table: BuildTable;
  readonly links: CompareLinks;
}

function SideLine({ word, build, table, links }: SideLineProps) {
  const { errorLine } = factsAt(table, build.row);
  return (
    <li className="flex min-w-0 flex-wrap items-baseline gap-x-3">
      <span className="w-12 text-muted">{word}</span>
      <StatusBadge status={build.status} />
      <Age at={build.ended} />
      <PageLink href={links.build(build.id)} label={`Show the ${word.toLowerCase()} build`}>
        Show the build
      </PageLink>
      {errorLine !== null && (
        <span className="min-w-0 font-mono text-xs wrap-anywhere">
          {makeVisible(errorLine.slice(0, 300))}
        </span>
      )}
    </li>
  );
}

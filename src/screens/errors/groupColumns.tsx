import { formatCount } from '../../lib/number.ts';
import { makeVisible } from '../../lib/text.ts';
import type { TableColumn } from '../../table/columns/TableColumn.ts';
import { Age } from '../build/Age.tsx';
import { OpenRow } from '../frame/lens/OpenRow.tsx';
import { openColumn } from '../frame/lens/openColumn.tsx';
import { PageLink } from '../frame/lens/PageLink.tsx';
import type { GroupRow } from './GroupRow.ts';
import { countsText, subjectsText } from './groupWords.ts';

import { StateBadge } from './StateBadge.tsx';
import { Trend } from './Trend.tsx';

/** The columns of the causes. */
export function groupColumns(toggle: (key: string) => void): readonly TableColumn<GroupRow>[] {
  return [
    openColumn((row, { opened }) => <GroupButton row={row} opened={opened} toggle={toggle} />),
    ...FACTS,
  ];
}

const FACTS: readonly TableColumn<GroupRow>[] = [
  {
    id: 'kind',
    title: 'Cause',
    width: 260,
    share: 6,
    cell: (row) => (
      <span title={row.group.kind.slice(0, 1000)} className="font-medium">
        {makeVisible(row.group.kind.slice(0, 400))}
      </span>
    ),
  },
  {
    id: 'subjects',
    title: 'About',
    width: 150,
    share: 3,
    dropBelow: 900,
    cell: (row) => <span className="text-sm text-muted">{subjectsText(row)}</span>,
  },
  {
    id: 'family',
    title: 'Guess',
    width: 104,
    dropBelow: 1180,
    cell: ({ group }) => (
      <span className="text-sm text-muted" title="Guessed from its words">
        {group.family}
      </span>
    ),
  },
  {
    id: 'artifacts',
    title: 'Artifacts',
    sorts: true,
    align: 'end',
    width: 96,
    fits: true,
    cell: (row) => <span title={countsText(row)}>{formatCount(row.matching.artifacts)}</span>,
  },
  {
    id: 'images',
    title: 'Images',
    sorts: true,
    align: 'end',
    width: 84,
    fits: true,
    cell: ({ matching }) => formatCount(matching.images),
  },
  {
    id: 'first',
    title: 'First seen',
    sorts: true,
    align: 'end',
    width: 108,
    fits: true,
    cell: ({ group }, { now }) => <Age at={group.first} now={now} />,
  },
  {
    id: 'last',
    title: 'Last seen',
    sorts: true,
    align: 'end',
    width: 108,
    fits: true,
    cell: ({ group }, { now }) => <Age at={group.last} now={now} />,
  },
  {
    id: 'trend',
    title: 'Trend',
    width: 116,
    dropBelow: 1020,
    fits: true,
    cell: ({ trend, matching }) => (
      <Trend counts={trend} label={`${formatCount(matching.artifacts)} over the time shown`} />
    ),
  },
  {
    id: 'state',
    title: 'State',
    width: 88,
    cell: (row) => <StateBadge state={row.group.state} muted={row.muted} />,
  },
  {
    id: 'show',
    title: 'Builds',
    width: 104,
    fixed: true,
    fits: true,
    cell: (row) => <PageLink href={row.buildsLink}>Show builds</PageLink>,
  },
];

function GroupButton({
  row,
  opened,
  toggle,
}: {
  readonly row: GroupRow;
  readonly opened: boolean;
  readonly toggle: (key: string) => void;
}) {
  const { fingerprint, kind } = row.group;
  return (
    <OpenRow
      label={`Show the group ${makeVisible(kind.slice(0, 200))}`}
      opened={opened}
      onToggle={() => toggle(fingerprint)}
    />
  );
}

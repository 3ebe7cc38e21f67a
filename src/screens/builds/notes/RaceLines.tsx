import type { Race } from '../../../insights/race/Race.ts';
import { raceWords } from '../../../insights/race/raceWords.ts';
import { makeVisible } from '../../../lib/text.ts';
import { printView } from '../../../views/address/printView.ts';
import { makeView } from '../../../views/address/View.ts';
import { racesOf } from '../../frame/insights/racesOf.ts';
import { PageLink } from '../../frame/lens/PageLink.tsx';
import { useInsight } from '../../frame/list/useInsight.ts';

/** A race is true of a build whatever the filter. */
const NO_ROWS = { order: new Uint32Array(0) };

/** The races that a build is in, each with the way to the other build. */
export function RaceLines({ row }: { readonly row: number }) {
  const { facts } = useInsight(racesOf, NO_ROWS);
  const races = facts.byRow.get(row) ?? [];
  return races.map((race) => (
    <p key={`${race.older} ${race.newer} ${race.type}`} className="px-2 py-0.5 text-sm">
      <span className="tone-waiting text-tone">{raceWords(race, row)}.</span>{' '}
      <PageLink href={otherLink(race, row, (at) => facts.table.id.at(at))}>
        {race.older === row ? 'The newer build' : 'The older build'}
      </PageLink>
      {race.path !== null && (
        <span className="text-muted wrap-anywhere"> {makeVisible(race.path.slice(0, 300))}</span>
      )}
    </p>
  ));
}

function otherLink({ older, newer }: Race, row: number, idOf: (row: number) => string): string {
  return printView(makeView({ open: [idOf(older === row ? newer : older)] }));
}

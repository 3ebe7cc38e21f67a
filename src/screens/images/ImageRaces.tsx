import type { NameHistory } from '../../insights/images/NameHistory.ts';
import type { Race } from '../../insights/race/Race.ts';
import type { RaceFacts } from '../../insights/race/Races.ts';
import { makeVisible } from '../../lib/text.ts';
import type { BuildTable } from '../../list/BuildTable.ts';
import { ICONS, Icon } from '../../ui/Icon.tsx';
import { PageLink } from '../frame/lens/PageLink.tsx';
import { buildLink } from './imageLinks.ts';

/** The races of each name, by its code. */
export type RacesByName = ReadonlyMap<number, readonly Race[]>;

/** Which names have races. */
export function racesByName({ races, table }: RaceFacts): RacesByName {
  const found = new Map<number, Race[]>();
  for (const race of races) {
    const name = table.name[race.older] ?? -1;
    const own = found.get(name);
    if (own === undefined) found.set(name, [race]);
    else own.push(race);
  }
  return found;
}

/** A small mark of an image of which a tag may hold an older build. */
export function RaceMark({ races }: { readonly races: readonly Race[] | undefined }) {
  if (races === undefined) return null;
  const words = 'A tag of it may hold the older of two builds';
  return (
    <span title={words} className="tone-waiting shrink-0 text-tone">
      <Icon path={ICONS.layers} className="ml-1.5 inline-block align-[-2px]" />
      <span className="sr-only">{words}</span>
    </span>
  );
}

export interface ImageRacesProps {
  readonly image: NameHistory;
  readonly races: readonly Race[] | undefined;
  readonly table: BuildTable;
}

/** The tags of an image that may hold an older build, with both builds of each. */
export function ImageRaces({ image, races, table }: ImageRacesProps) {
  if (races === undefined) return null;
  return (
    <section aria-label="Tag races">
      <h2 className="text-sm text-muted">Tag races</h2>
      <ul className="text-sm">
        {races.map(({ older, newer, type, open }) => {
          const tag = table.texts.tags.at(table.tag[older] ?? 0).slice(0, 80);
          return (
            <li key={`${older} ${newer} ${type}`} className="flex flex-wrap items-center gap-x-2">
              <span className="wrap-anywhere">
                {makeVisible(image.name.slice(0, 200))}:{makeVisible(tag)}{' '}
                {open
                  ? 'may come to hold the older build, which still runs'
                  : 'may hold the older build, which finished last'}
              </span>
              <PageLink href={buildLink(table.id.at(older))}>The older build</PageLink>
              <PageLink href={buildLink(table.id.at(newer))}>The newer build</PageLink>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

import { countActive } from '../../insights/images/countActive.ts';
import type { PickedImage } from '../../insights/images/ImageFacts.ts';
import type { NameHistory } from '../../insights/images/NameHistory.ts';
import type { Race } from '../../insights/race/Race.ts';
import { formatCount, plural } from '../../lib/number.ts';
import { makeVisible } from '../../lib/text.ts';
import type { BuildTable } from '../../list/BuildTable.ts';
import { classes } from '../../ui/classes.ts';
import { useClock } from '../../ui/clock.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Age } from '../build/Age.tsx';
import { statusLook } from '../build/statusLook.ts';
import { PageLink } from '../frame/lens/PageLink.tsx';
import { WatchBell } from '../frame/watch/WatchBell.tsx';
import { DurationChart } from './DurationChart.tsx';
import { GoodPaths } from './GoodPaths.tsx';
import { ImageRaces } from './ImageRaces.tsx';
import { buildLink } from './imageLinks.ts';
import { durationsText, shownName, stateWords, usualText } from './imageWords.ts';

/** Tags listed at once. */
const LISTED = 50;

export interface ImageDetailProps {
  readonly row: PickedImage;
  readonly table: BuildTable;
  readonly races: readonly Race[] | undefined;
  readonly complete: boolean;
  /** Its builds of the same filter. */
  readonly builds: string;
}

/** An image opened in place: where it is to be had, its tags, and its last builds. */
export function ImageDetail({ row: { image }, table, races, complete, builds }: ImageDetailProps) {
  return (
    <div className="flex flex-col gap-3 border-b border-line bg-sunken px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <span>
          {stateWords(image, complete).whole}
          {image.brokenSince !== null && (
            <>
              , since <Age at={image.brokenSince} />
            </>
          )}
        </span>
        <span className="text-muted" title={durationsText(image)}>
          {usualText(image)}
        </span>
        <Active image={image} table={table} />
        <PageLink href={builds}>Show builds</PageLink>
        <WatchBell thing={{ kind: 'image', value: image.name, label: shownName(image) }} />
      </div>
      <ImageRaces image={image} races={races} table={table} />
      <GoodPaths image={image} />
      <Tags image={image} table={table} />
      <LastBuilds image={image} table={table} />
      <DurationChart image={image} table={table} />
    </div>
  );
}

interface OfImage {
  readonly image: NameHistory;
  readonly table: BuildTable;
}

/** Tries that have not ended: mentioned, and nothing else is changed by them. */
function Active({ image, table }: OfImage) {
  const text = useClock((now) => {
    const { active, stalled } = countActive(table, image.active, now);
    const said = [
      active > 0 ? `${formatCount(active)} active` : '',
      stalled > 0 ? `${formatCount(stalled)} stalled` : '',
    ];
    return said.filter((one) => one !== '').join(', ');
  });
  return text === '' ? null : <span className="text-muted">{text}</span>;
}

function Tags({ image, table }: OfImage) {
  const { tags, brokenTags } = image;
  if (tags.length === 0) return null;
  const listed = [...tags]
    .sort((a, b) => Number(b.broken) - Number(a.broken) || (b.created || 0) - (a.created || 0))
    .slice(0, LISTED);
  return (
    <section aria-label="Its tags">
      <h2 className="text-sm text-muted">
        {formatCount(brokenTags)} of {plural(tags.length, 'tag', 'tags')} broken
      </h2>
      <ul className="flex flex-wrap gap-x-4 gap-y-0.5 text-sm">
        {listed.map(({ tag, row }) => (
          <BuildItem key={tag} row={row} table={table} />
        ))}
        {tags.length > LISTED && (
          <li className="text-muted">and {formatCount(tags.length - LISTED)} more</li>
        )}
      </ul>
    </section>
  );
}

function LastBuilds({ image, table }: OfImage) {
  return (
    <section aria-label="Its last builds">
      <h2 className="text-sm text-muted">
        Last {plural(image.strip.length, 'build', 'builds')}, newest first
      </h2>
      <ul className="flex flex-wrap gap-x-4 gap-y-0.5 text-sm">
        {image.strip.toReversed().map((row) => (
          <BuildItem key={row} row={row} table={table} />
        ))}
      </ul>
    </section>
  );
}

/** How one build ended and when; leads to it. */
function BuildItem({ row, table }: { readonly row: number; readonly table: BuildTable }) {
  const { word, tone, icon } = statusLook(table.texts.statuses.at(table.status[row] ?? 0));
  const tag = makeVisible(table.texts.tags.at(table.tag[row] ?? 0).slice(0, 80)) || '(no tag)';
  const ended = table.ended[row] ?? Number.NaN;
  const at = Number.isNaN(ended) ? (table.created[row] ?? Number.NaN) : ended;
  return (
    <li className="flex max-w-full items-center gap-1">
      <span className={classes(tone, 'inline-flex text-tone')}>
        <Icon path={icon} />
      </span>
      <PageLink href={buildLink(table.id.at(row))}>
        <span className="wrap-anywhere">{tag}</span>
        <span className="sr-only">: {word}</span>
      </PageLink>
      <span className="text-muted">
        <Age at={at} />
      </span>
    </li>
  );
}

import { useLayoutEffect } from 'react';
import type { DurationFacts } from '../../../insights/durations/Durations.ts';
import { lengthWords, usualWords } from '../../../insights/durations/usualWords.ts';
import type { RaceFacts } from '../../../insights/race/Races.ts';
import { raceWords } from '../../../insights/race/raceWords.ts';
import { ICONS } from '../../../ui/Icon.tsx';
import { giveRowNotes, type RowNote, type RowNotes } from '../list/rowNotes.ts';
import { useInsight } from '../list/useInsight.ts';
import { durationsOf } from './durationsOf.ts';
import { RowMark } from './RowMark.tsx';
import { racesOf } from './racesOf.ts';

/** What is true of rows is so whatever the filter. */
const NO_ROWS = { order: new Uint32Array(0) };

/** Keeps up what rows say of their durations and races, for all rows at once. Draws nothing. */
export function RowNotesKeeper() {
  const durations = useInsight(durationsOf, NO_ROWS).facts;
  const races = useInsight(racesOf, NO_ROWS).facts;
  // Rows read it whenever they are drawn, which React does not see.
  useLayoutEffect(() => {
    giveRowNotes(notesOf(durations, races));
    return () => giveRowNotes(null);
  }, [durations, races]);
  return null;
}

/** Texts are made when a row first asks, and kept while the facts are the same. */
function notesOf(durations: DurationFacts, races: RaceFacts): RowNotes {
  const { table, estimates } = durations;
  const { epoch } = table;
  const made = new Map<number, RowNote>();
  return (row) => {
    if (table.epoch !== epoch) return undefined;
    const held = made.get(row);
    if (held !== undefined) return held;
    const estimate = estimates.get(row);
    const race = races.byRow.get(row)?.[0];
    if (estimate === undefined && race === undefined) return undefined;
    const usual = estimate === undefined ? '' : usualWords(estimate);
    const long = lengthWords(estimate?.progress?.length);
    const raced = race === undefined ? '' : raceWords(race, row);
    const note = {
      text: `${usual},${long},${raced}`,
      marks: (
        <>
          {long !== '' && <RowMark icon={ICONS.clock} words={`Runs ${long} (${usual})`} />}
          {raced !== '' && <RowMark icon={ICONS.layers} words={raced} />}
        </>
      ),
      usual: usual !== '' && (
        <span className="text-xs text-muted" title={usual}>
          {usual}
        </span>
      ),
    };
    made.set(row, note);
    return note;
  };
}

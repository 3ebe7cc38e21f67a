import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import { type Marks, NO_MARKS } from '../../../list/Marks.ts';
import type { Query } from '../../../list/Query.ts';
import type { Replica } from '../../../replica/createReplica.ts';
import type { Marker, MarkingInsight } from './Marker.ts';
import type { OfReplica } from './onePerReplica.ts';
import { workInSlices } from './workInSlices.ts';

const MarkersContext = createContext<readonly Marker[]>([]);

/** Gives what makes marks to the screens below: `<MarkersProvider value={MARKERS}>`. */
export const MarkersProvider = MarkersContext.Provider;

export interface MarksInUse {
  /** Another function whenever it may give other marks. */
  readonly marks: Marks;
  /** True until all that the query names was made once: what it selects until then is wrong. */
  readonly pending: boolean;
}

type Loaded = ReadonlyMap<Marker, OfReplica<MarkingInsight>>;

/**
 * The marks that a query names, by whatever the app says makes them: loaded and worked out when
 * first named, kept up as the list (`version`) and the time (`now`, milliseconds since the epoch)
 * move on.
 */
export function useMarks(query: Query, replica: Replica, version: number, now: number): MarksInUse {
  const markers = useContext(MarkersContext);
  const [loaded, setLoaded] = useState<Loaded>(new Map());
  const [worked, setWorked] = useState({ epoch: Number.NaN, named: '', times: 0 });
  const named = namedMarks(query).join(' ');
  const used = useMemo(
    () => markers.filter(({ marks }) => marks.some((mark) => named.split(' ').includes(mark))),
    [markers, named],
  );
  // Code comes from the network; where it cannot be had, its marks stay unknown.
  useEffect(() => {
    for (const marker of used) {
      if (loaded.has(marker)) continue;
      void marker.load().then(
        (found) => setLoaded((before) => new Map(before).set(marker, found)),
        () => {},
      );
    }
  }, [used, loaded]);
  const { table } = replica;
  const makers = useMemo(
    () =>
      used.flatMap((marker) => {
        const found = loaded.get(marker);
        return found ? [{ marks: marker.marks, insight: found(replica) }] : [];
      }),
    [used, loaded, replica],
  );
  // Work between the browser's own tasks is outside of React.
  useEffect(() => {
    if (makers.length === 0 || makers.length < used.length) return;
    for (const { insight } of makers) insight.facts(table, now);
    return workInSlices(
      (budgetMs) => makers.every(({ insight }) => insight.work(budgetMs)),
      () => setWorked(({ times }) => ({ epoch: table.epoch, named, times: times + 1 })),
    );
  }, [makers, used, table, version, named]);
  // What is neither of the list nor of React, such as a visit that begins.
  useEffect(() => {
    const again = () => setWorked((before) => ({ ...before }));
    const ends = makers.flatMap(({ insight }) => insight.subscribe?.(again) ?? []);
    return () => {
      for (const end of ends) end();
    };
  }, [makers]);
  const marks = useMemo(
    () => (makers.length === 0 ? NO_MARKS : marksOf(makers, () => [table, now])),
    [makers, table, now, version, worked],
  );
  const done = worked.epoch === table.epoch && worked.named === named;
  return { marks, pending: used.length > 0 && !done };
}

interface Maker {
  readonly marks: readonly string[];
  readonly insight: MarkingInsight;
}

function marksOf(makers: readonly Maker[], read: () => Parameters<MarkingInsight['facts']>): Marks {
  return (mark, key) => {
    const maker = makers.find(({ marks }) => marks.includes(mark));
    if (maker === undefined) return null;
    maker.insight.facts(...read());
    return maker.insight.mark(mark, key);
  };
}

function namedMarks(query: Query): readonly string[] {
  const marks = query.clauses.flatMap((clause) => (clause.kind === 'marked' ? [clause.mark] : []));
  return [...new Set(marks)].sort();
}

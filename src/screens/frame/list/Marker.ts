import type { Insight } from '../../../list/Insight.ts';
import type { Mark } from '../../../list/Marks.ts';
import type { OfReplica } from './onePerReplica.ts';

/** An insight that marks rows as well, for clauses that name its marks. */
export interface MarkingInsight extends Pick<Insight<unknown, never>, 'facts' | 'work'> {
  /**
   * The rows of a mark such as `cause` and its key: of the table that `facts` read last, as far as
   * `work` has come. Null where it knows no such key.
   */
  mark(mark: string, key: string): Mark | null;
  /** For one whose marks change by themselves, neither with the list nor with the time. */
  readonly subscribe?: (listener: () => void) => () => void;
}

/** Some marks, and the insight that makes them, loaded when a filter first names one. */
export interface Marker {
  readonly marks: readonly string[];
  readonly load: () => Promise<OfReplica<MarkingInsight>>;
}

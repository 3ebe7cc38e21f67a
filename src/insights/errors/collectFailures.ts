import { floats, grown, signed, words } from '../../lib/grown.ts';
import type { BuildTable } from '../../list/BuildTable.ts';
import { endOrCreation } from '../buildTimes.ts';
import { COMPLETED, FAILED } from '../StatusKinds.ts';
import { type ErrorReader, UNREAD } from './ErrorReader.ts';
import type { Failures } from './Failures.ts';

export interface FailureSources {
  readonly table: BuildTable;
  /** By status code. */
  readonly kinds: Uint8Array;
  /** By row. */
  readonly images: Uint32Array;
  /** Null: no text counts as read. */
  readonly reader: ErrorReader | null;
}

/** Rows that are looked at in one part. */
const PART = 8192;

/**
 * Looks at every build of the list for its failed artifacts, in parts of a millisecond or two. What
 * changes in between is found as it was or as it is: then the list has another version, and is
 * looked at again.
 */
export function* collectFailures(sources: FailureSources): Generator<void, Failures> {
  const list = new FailureList(sources);
  // Builds that come in between have no image yet.
  const { rowCount } = sources.table;
  for (let from = 0; from < rowCount; from += PART) {
    if (from > 0) yield;
    collectRows(sources, list, from, Math.min(rowCount, from + PART));
  }
  return list;
}

function collectRows(
  { table, kinds }: FailureSources,
  list: FailureList,
  begin: number,
  end: number,
): void {
  // Read anew for each part: arrays are replaced as the list grows.
  const { status, error, first, count } = table.artifacts;
  const { alive, status: buildStatus } = table;
  for (let row = begin; row < end; row += 1) {
    if (!alive[row]) continue;
    const from = first[row] ?? 0;
    const to = from + (count[row] ?? 0);
    let failed = false;
    for (let place = from; place < to; place += 1) {
      const kind = kinds[status[place] ?? 0];
      if (kind === FAILED) {
        failed = true;
        list.addArtifact(row, place);
      } else if (kind === COMPLETED && error[place]) {
        list.addWarning(error[place] ?? 0);
      }
    }
    if (!failed && kinds[buildStatus[row] ?? 0] === FAILED) list.addBuild(row);
  }
}

class FailureList implements Failures {
  count = 0;
  warnings = 0;
  row = words(0);
  image = words(0);
  text = words(0);
  type = words(0);
  cause = signed(0);
  subject = signed(0);
  time = floats(0);
  readonly #sources: FailureSources;

  constructor(sources: FailureSources) {
    this.#sources = sources;
  }

  addWarning(text: number): void {
    if (!this.#isBlank(text)) this.warnings += 1;
  }

  addArtifact(row: number, place: number): void {
    const { table } = this.#sources;
    const { type, error, ended, created } = table.artifacts;
    let time = ended[place] ?? Number.NaN;
    if (Number.isNaN(time)) time = created[place] ?? Number.NaN;
    if (Number.isNaN(time)) time = endOrCreation(table, row);
    this.#add(row, (type[place] ?? 0) + 1, error[place] ?? 0, time);
  }

  addBuild(row: number): void {
    const { table } = this.#sources;
    this.#add(row, 0, this.#ownText(row), endOrCreation(table, row));
  }

  #add(row: number, type: number, text: number, time: number): void {
    const at = this.count;
    this.count += 1;
    if (at >= this.row.length) this.#grow();
    this.row[at] = row;
    this.image[at] = this.#sources.images[row] ?? 0;
    this.text[at] = text;
    this.type[at] = type;
    this.time[at] = time;
    const { reader, table } = this.#sources;
    const known = (of: ErrorReader) =>
      text === 0 ? of.noMessage : of.known(text - 1, table.name[row] ?? 0);
    const reading = reader === null ? UNREAD : known(reader);
    this.cause[at] = reader === null || reading === UNREAD ? -1 : reader.causeOf(reading);
    this.subject[at] = reader === null || reading === UNREAD ? -1 : reader.subjectOf(reading);
  }

  #grow(): void {
    const { count } = this;
    this.row = grown(this.row, count, words);
    this.image = grown(this.image, count, words);
    this.text = grown(this.text, count, words);
    this.type = grown(this.type, count, words);
    this.cause = grown(this.cause, count, signed);
    this.subject = grown(this.subject, count, signed);
    this.time = grown(this.time, count, floats);
  }

  /**
   * What a FAILED build without a FAILED artifact says of itself: the first text that is not
   * blank of an artifact that did not complete, such as one of an unknown status.
   */
  #ownText(row: number): number {
    const { table, kinds } = this.#sources;
    const { first, count, status, error } = table.artifacts;
    const from = first[row] ?? 0;
    for (let place = from; place < from + (count[row] ?? 0); place += 1) {
      const text = error[place] ?? 0;
      if (text === 0 || kinds[status[place] ?? 0] === COMPLETED) continue;
      if (!this.#isBlank(text)) return text;
    }
    return 0;
  }

  #isBlank(text: number): boolean {
    return this.#sources.table.texts.errors.at(text - 1).trim() === '';
  }
}

import { grown } from '../../lib/grown.ts';
import type { BuildTable } from '../../list/BuildTable.ts';
import { fingerprint } from './text/fingerprint.ts';
import { type Family, guessFamily } from './text/guessFamily.ts';
import { mayHoldName } from './text/maskImageName.ts';
import { NO_MESSAGE, pickErrorLine, readForImage } from './text/readError.ts';

/** One kind of failure, whatever the list. */
export interface Cause {
  readonly fingerprint: string;
  readonly kind: string;
  readonly family: Family;
}

/** No reading yet, as a reading's number. */
export const UNREAD = -1;
/** The text reads otherwise for each image. */
const BY_NAME = -2;
/** Room for text and name codes in one exact number. */
const MOST_NAMES = 2 ** 26;

/**
 * What the error texts of a list say, each read once: for each text, and where a text may hold
 * the image's own name, for each text and name. Readings, causes and subjects have numbers.
 */
export class ErrorReader {
  readonly causes: Cause[] = [];
  readonly subjects: string[] = [];
  #epoch = Number.NaN;
  readonly #causeNumbers = new Map<string, number>();
  readonly #kindCauses = new Map<string, number>();
  readonly #subjectNumbers = new Map<string, number>();
  /** By reading: cause and subject; readings are found by both. */
  readonly #readingCauses: number[] = [];
  readonly #readingSubjects: number[] = [];
  readonly #readings = new Map<number, number>();
  #byText = numbers(0);
  #lastName = numbers(0);
  #lastReading = numbers(0);
  #byPair = new Map<number, number>();
  /** The reading of a failure without a text. */
  readonly noMessage = this.#readingFor(NO_MESSAGE, null, 'other');

  /** Makes room for the texts of a table; forgets those of another epoch. */
  prepare(table: BuildTable): void {
    if (this.#epoch !== table.epoch) {
      this.#epoch = table.epoch;
      this.#byText = numbers(0);
      this.#lastName = numbers(0);
      this.#lastReading = numbers(0);
      this.#byPair = new Map();
    }
    const { size } = table.texts.errors;
    this.#byText = grown(this.#byText, size, numbers);
    this.#lastName = grown(this.#lastName, size, numbers);
    this.#lastReading = grown(this.#lastReading, size, numbers);
  }

  /** The reading of a text for an image name, by their codes; `UNREAD` when there is none yet. */
  known(text: number, name: number): number {
    const reading = this.#byText[text] ?? UNREAD;
    if (reading !== BY_NAME) return reading;
    if (this.#lastName[text] === name) return this.#lastReading[text] ?? UNREAD;
    return this.#byPair.get(text * MOST_NAMES + name) ?? UNREAD;
  }

  /** Reads a text for an image name, by their codes. Costs some microseconds. */
  read(table: BuildTable, text: number, name: number): void {
    if (this.known(text, name) !== UNREAD) return;
    const picked = pickErrorLine(table.texts.errors.at(text));
    const { kind, subject } = readForImage(picked, table.texts.names.at(name));
    const reading = this.#readingFor(kind, subject, picked.phrase?.family ?? null);
    if (!mayHoldName(picked.line)) {
      this.#byText[text] = reading;
      return;
    }
    this.#byText[text] = BY_NAME;
    this.#lastName[text] = name;
    this.#lastReading[text] = reading;
    this.#byPair.set(text * MOST_NAMES + name, reading);
  }

  /** The number of a reading's cause, in `causes`. */
  causeOf(reading: number): number {
    return this.#readingCauses[reading] ?? 0;
  }

  /** The number of a reading's subject, in `subjects`; -1: none. */
  subjectOf(reading: number): number {
    return this.#readingSubjects[reading] ?? -1;
  }

  /** The number of the cause with this fingerprint; undefined when no text read so far has it. */
  causeWith(print: string): number | undefined {
    return this.#causeNumbers.get(print);
  }

  #readingFor(kind: string, subject: string | null, family: Family | null): number {
    const cause = this.#causeFor(kind, family);
    const about = subject === null ? -1 : this.#subjectFor(subject);
    const key = cause * 2 ** 26 + about + 1;
    const known = this.#readings.get(key);
    if (known !== undefined) return known;
    const number = this.#readingCauses.length;
    this.#readings.set(key, number);
    this.#readingCauses.push(cause);
    this.#readingSubjects.push(about);
    return number;
  }

  #causeFor(kind: string, family: Family | null): number {
    const known = this.#kindCauses.get(kind);
    if (known !== undefined) return known;
    const print = fingerprint(kind);
    let number = this.#causeNumbers.get(print);
    if (number === undefined) {
      number = this.causes.length;
      const own = detached(kind);
      this.causes.push({ fingerprint: print, kind: own, family: family ?? guessFamily(own) });
      this.#causeNumbers.set(print, number);
      this.#kindCauses.set(own, number);
    }
    return number;
  }

  #subjectFor(subject: string): number {
    const known = this.#subjectNumbers.get(subject);
    if (known !== undefined) return known;
    const own = detached(subject);
    this.#subjectNumbers.set(own, this.subjects.length);
    return this.subjects.push(own) - 1;
  }
}

/** A copy that does not keep the whole text alive that it is a part of. */
function detached(part: string): string {
  return ` ${part}`.slice(1);
}

function numbers(length: number): Int32Array<ArrayBuffer> {
  return new Int32Array(length).fill(UNREAD);
}

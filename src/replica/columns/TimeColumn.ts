import { bytes, cut, floats, grown } from '../../lib/grown.ts';
import { readTime } from '../../lib/instant.ts';
import { printTime, shapeOfTime } from './timeShape.ts';

/** Codes of the shape column below the shapes themselves. */
export const NO_TIME = 0;
export const AS_WRITTEN = 1;
const FIRST_SHAPE = 2;
const MOST_SHAPES = 250;

/** The spellings of times that a store has met, numbered. */
export class TimeShapes {
  readonly list: number[] = [];
  #codes = new Map<number, number>();
  #last = -1;
  #lastCode = AS_WRITTEN;

  /** True for the code of a shape in the list. */
  has(code: number): boolean {
    return code >= FIRST_SHAPE && code - FIRST_SHAPE < this.list.length;
  }

  /** The code of a shape; `AS_WRITTEN` once there are too many. */
  codeFor(shape: number): number {
    if (shape === this.#last) return this.#lastCode;
    let code = this.#codes.get(shape);
    if (code === undefined) {
      if (this.list.length === MOST_SHAPES) return AS_WRITTEN;
      code = this.list.length + FIRST_SHAPE;
      this.list.push(shape);
      this.#codes.set(shape, code);
    }
    this.#last = shape;
    this.#lastCode = code;
    return code;
  }
}

/** Times as milliseconds since the epoch (NaN: unknown), with their text to the letter. */
export class TimeColumn {
  ms = floats(0);
  shapes = bytes(0);
  written = new Map<number, string>();
  readonly #shapes: TimeShapes;

  constructor(shapes: TimeShapes) {
    this.#shapes = shapes;
  }

  ensure(length: number): void {
    this.ms = grown(this.ms, length, floats);
    this.shapes = grown(this.shapes, length, bytes);
  }

  /** Keeps no more than the first `places`. True when there were more. */
  cut(places: number): boolean {
    if (this.ms.length <= places && this.shapes.length <= places) return false;
    this.ms = cut(this.ms, places);
    this.shapes = cut(this.shapes, places);
    return true;
  }

  set(at: number, text: string | null): void {
    if (this.shapes[at] === AS_WRITTEN) this.written.delete(at);
    const ms = readTime(text);
    this.ms[at] = ms;
    if (text === null) {
      this.shapes[at] = NO_TIME;
      return;
    }
    const shape = Number.isNaN(ms) ? -1 : shapeOfTime(text, ms);
    const code = shape < 0 ? AS_WRITTEN : this.#shapes.codeFor(shape);
    this.shapes[at] = code;
    if (code === AS_WRITTEN) this.written.set(at, text);
  }

  /** The text as it was set. */
  text(at: number): string | null {
    const code = this.shapes[at] ?? NO_TIME;
    if (code === NO_TIME) return null;
    if (code === AS_WRITTEN) return this.written.get(at) ?? '';
    return printTime(this.ms[at] ?? 0, this.#shapes.list[code - FIRST_SHAPE] ?? 0);
  }

  /** True when `text` is what was set. */
  is(at: number, text: string | null): boolean {
    const code = this.shapes[at] ?? NO_TIME;
    if (text === null || code === NO_TIME) return text === null && code === NO_TIME;
    if (code === AS_WRITTEN) return this.written.get(at) === text;
    const ms = readTime(text);
    if (ms !== this.ms[at]) return false;
    return shapeOfTime(text, ms) === this.#shapes.list[code - FIRST_SHAPE];
  }

  /** Copies a time to another place, text and all. */
  copy(from: number, to: number, target: TimeColumn): void {
    target.ms[to] = this.ms[from] ?? Number.NaN;
    target.shapes[to] = this.shapes[from] ?? NO_TIME;
    const written = this.written.get(from);
    if (written !== undefined) target.written.set(to, written);
  }
}

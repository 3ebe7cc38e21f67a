import { bytes, signed } from '../../lib/grown.ts';
import { searchText } from '../../lib/searchText.ts';
import type { BuildColumns } from '../columns/BuildColumns.ts';
import type { Hits } from '../text/TextHits.ts';
import { DEAD, type TextMachine } from '../text/TextMachine.ts';
import type { TextPool } from '../text/TextPool.ts';

/** In a table of states: not read yet. */
const UNREAD = -2;
/** In a table of verdicts. */
const UNKNOWN = 0;
const NO = 1;
const YES = 2;
/** Tables are kept for so many states; a hostile pattern could ask for any number. */
const MOST_TABLES = 32;

interface Shape {
  /** The state after the prefix. */
  readonly state: number;
  readonly suffix: string;
  /** True when a path may match though neither its name nor its tag does. */
  readonly hasJoint: boolean;
  /** For each name, the state after it and the colon, once known. */
  readonly afterNames: Int32Array | null;
  /** For a state after the colon: for each tag, whether the path matches, once known. */
  readonly verdicts: Map<number, Uint8Array>;
}

/**
 * Tells which paths, and which `NAME:TAG`, match a pattern, from their parts: each name and tag
 * is read once for each state that the machine is in when it comes to them, and not at all where
 * no match can lie across their edges.
 */
export class PathMatcher {
  /** False when no path matches but by its name or its tag alone. */
  readonly canMatchBeyond: boolean;
  readonly #machine: TextMachine;
  readonly #columns: BuildColumns;
  readonly #names: Uint8Array;
  readonly #tags: Uint8Array;
  readonly #others: Uint8Array;
  readonly #shapes: readonly Shape[];
  readonly #bare: Shape;
  readonly #tables = new Map<number, Int32Array>();

  /** `find` tells the texts of a pool that match alone. */
  constructor(machine: TextMachine, columns: BuildColumns, find: (pool: TextPool) => Hits) {
    const { shapes, others } = columns.artifacts.paths;
    this.#machine = machine;
    this.#columns = columns;
    this.#names = find(columns.names.pool).marks;
    this.#tags = find(columns.tags.pool).marks;
    const otherHits = find(others.pool);
    this.#others = otherHits.marks;
    this.#shapes = shapes.map((one) => this.#shapeOf(one.prefix, one.suffix));
    this.#bare = this.#shapeOf('', '');
    this.canMatchBeyond = otherHits.count > 0 || this.#shapes.some((shape) => shape.hasJoint);
  }

  #shapeOf(prefix: string, suffixText: string): Shape {
    const machine = this.#machine;
    const { literal } = machine;
    const state = machine.run(machine.start, searchText(prefix));
    const suffix = searchText(suffixText);
    const hasJoint =
      !machine.isLiteral ||
      state !== machine.start ||
      literal.includes(':') ||
      literal === '' ||
      suffix.includes(literal) ||
      endsInto(literal, suffix);
    const afterNames = hasJoint ? this.#tableFor(state) : null;
    return { state, suffix, hasJoint, afterNames, verdicts: new Map() };
  }

  #tableFor(state: number): Int32Array | null {
    const known = this.#tables.get(state);
    if (known) return known;
    if (this.#tables.size === MOST_TABLES) return null;
    const table = signed(this.#columns.names.size).fill(UNREAD);
    this.#tables.set(state, table);
    return table;
  }

  /** True when `NAME:TAG` may match though neither name nor tag does. */
  get hasJoint(): boolean {
    return this.#bare.hasJoint;
  }

  /** True when the path of this code (see `PathCodes`) matches. */
  matchesPath(code: number, name: number, tag: number): boolean {
    if (code === 0) return false;
    if (code < 0) return this.#others[-1 - code] === 1;
    const shape = this.#shapes[code - 1];
    return shape !== undefined && this.#matchesShape(shape, name, tag);
  }

  /** True when `NAME:TAG` matches. */
  matchesReference(name: number, tag: number): boolean {
    return this.#matchesShape(this.#bare, name, tag);
  }

  #matchesShape(shape: Shape, name: number, tag: number): boolean {
    const machine = this.#machine;
    if (machine.isLiteral && (this.#names[name] === 1 || this.#tags[tag] === 1)) return true;
    if (!shape.hasJoint) return false;
    if (machine.isSure(shape.state)) return true;
    const state = this.#afterName(shape, name);
    return state !== DEAD && this.#matchesTag(shape, state, tag);
  }

  #afterName({ state, afterNames }: Shape, name: number): number {
    const known = afterNames?.[name] ?? UNREAD;
    if (known !== UNREAD) return known;
    const machine = this.#machine;
    const after = machine.run(this.#columns.names.pool.runFolded(machine, state, name), ':');
    if (afterNames) afterNames[name] = after;
    return after;
  }

  #matchesTag({ suffix, verdicts }: Shape, state: number, tag: number): boolean {
    let table = verdicts.get(state);
    if (!table && verdicts.size < MOST_TABLES) {
      table = bytes(this.#columns.tags.size);
      verdicts.set(state, table);
    }
    const known = table?.[tag] ?? UNKNOWN;
    if (known !== UNKNOWN) return known === YES;
    const machine = this.#machine;
    const after = this.#columns.tags.pool.runFolded(machine, state, tag);
    const matches = machine.accepts(machine.run(after, suffix));
    if (table) table[tag] = matches ? YES : NO;
    return matches;
  }
}

/** True when an end of the needle is a start of the text, so that a match may go on into it. */
function endsInto(needle: string, text: string): boolean {
  const most = Math.min(needle.length, text.length);
  for (let length = 1; length <= most; length += 1) {
    if (needle.endsWith(text.slice(0, length))) return true;
  }
  return false;
}

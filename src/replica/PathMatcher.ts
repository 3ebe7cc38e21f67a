import { foldCase } from '../lib/text.ts';
import type { BuildColumns } from './BuildColumns.ts';
import { signed } from './grown.ts';
import type { Hits } from './TextHits.ts';
import { DEAD, type TextMachine } from './TextMachine.ts';
import type { TextPool } from './TextPool.ts';

/** Not read yet. */
const UNREAD = -2;
/** Tables of end states are kept for so many start states; a hostile pattern could ask for more. */
const MOST_TABLES = 32;

interface Shape {
  /** The state after the prefix. */
  readonly state: number;
  readonly suffix: string;
  /** True when a path may match though neither its name nor its tag does. */
  readonly hasJoint: boolean;
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
  readonly #afterNames = new Map<number, Int32Array>();
  readonly #afterTags = new Map<number, Int32Array>();

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
    const state = machine.run(machine.start, foldCase(prefix));
    const suffix = foldCase(suffixText);
    const hasJoint =
      !machine.isLiteral ||
      state !== machine.start ||
      literal.includes(':') ||
      literal === '' ||
      suffix.includes(literal) ||
      endsInto(literal, suffix);
    return { state, suffix, hasJoint };
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

  /** True when `NAME:TAG` matches. `isPlain`: its lower case is that of its parts. */
  matchesReference(name: number, tag: number, isPlain: boolean): boolean {
    if (isPlain) return this.#matchesShape(this.#bare, name, tag);
    const { names, tags } = this.#columns;
    return this.#machine.matches(foldCase(`${names.at(name)}:${tags.at(tag)}`));
  }

  #matchesShape(shape: Shape, name: number, tag: number): boolean {
    const machine = this.#machine;
    if (machine.isLiteral && (this.#names[name] === 1 || this.#tags[tag] === 1)) return true;
    if (!shape.hasJoint) return false;
    if (machine.isSure(shape.state)) return true;
    const { names, tags } = this.#columns;
    let state = this.#after(this.#afterNames, names.pool, shape.state, name);
    if (state === DEAD) return false;
    state = machine.run(state, ':');
    if (state === DEAD) return false;
    state = this.#after(this.#afterTags, tags.pool, state, tag);
    if (state === DEAD) return false;
    return machine.accepts(shape.suffix === '' ? state : machine.run(state, shape.suffix));
  }

  #after(tables: Map<number, Int32Array>, pool: TextPool, state: number, code: number): number {
    let table = tables.get(state);
    if (!table) {
      if (tables.size === MOST_TABLES) return pool.runFolded(this.#machine, state, code);
      table = signed(pool.size).fill(UNREAD);
      tables.set(state, table);
    }
    const known = table[code] ?? UNREAD;
    if (known !== UNREAD) return known;
    const after = pool.runFolded(this.#machine, state, code);
    table[code] = after;
    return after;
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

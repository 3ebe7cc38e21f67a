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
  /** True when a match may lie across the edge of name or tag. */
  readonly hasJoint: boolean;
}

/**
 * Tells which paths, and which `NAME:TAG`, match a pattern, from their parts: each name and tag
 * is read once for each state that the machine is in when it comes to them.
 */
export class PathMatcher {
  /** False when no path matches but by its name or its tag alone. */
  readonly canMatchBeyond: boolean;
  readonly #machine: TextMachine;
  readonly #columns: BuildColumns;
  readonly #others: Uint8Array;
  readonly #shapes: readonly Shape[];
  readonly #bare: Shape;
  readonly #names = new Map<number, Int32Array>();
  readonly #tags = new Map<number, Int32Array>();

  constructor(machine: TextMachine, isLiteral: boolean, columns: BuildColumns, others: Hits) {
    this.#machine = machine;
    this.#columns = columns;
    this.#others = others.marks;
    const hasColon = machine.literal.includes(':');
    const shapeOf = (prefix: string, suffix: string): Shape => {
      const state = machine.run(machine.start, foldCase(prefix));
      const hasJoint = !isLiteral || hasColon || state !== machine.start || suffix !== '';
      return { state, suffix: foldCase(suffix), hasJoint };
    };
    this.#shapes = columns.artifacts.paths.shapes.map((one) => shapeOf(one.prefix, one.suffix));
    this.#bare = shapeOf('', '');
    this.canMatchBeyond = others.count > 0 || this.#shapes.some((shape) => shape.hasJoint);
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
  matchesReference(name: number, tag: number, isPlain: boolean): boolean {
    if (isPlain) return this.#matchesShape(this.#bare, name, tag);
    const { names, tags } = this.#columns;
    return this.#machine.matches(foldCase(`${names.at(name)}:${tags.at(tag)}`));
  }

  #matchesShape(shape: Shape, name: number, tag: number): boolean {
    const machine = this.#machine;
    let state = shape.state;
    if (machine.isSure(state)) return true;
    state = this.#after(this.#names, this.#columns.names.pool, state, name);
    if (state === DEAD) return false;
    state = machine.run(state, ':');
    if (state === DEAD) return false;
    state = this.#after(this.#tags, this.#columns.tags.pool, state, tag);
    if (state === DEAD) return false;
    return machine.accepts(shape.suffix === '' ? state : machine.run(state, shape.suffix));
  }

  #after(tables: Map<number, Int32Array>, pool: TextPool, state: number, code: number): number {
    let table = tables.get(state);
    if (!table) {
      if (tables.size === MOST_TABLES) return this.#machine.run(state, pool.foldedAt(code));
      table = signed(pool.size).fill(UNREAD);
      tables.set(state, table);
    }
    const known = table[code] ?? UNREAD;
    if (known !== UNREAD) return known;
    const after = this.#machine.run(state, pool.foldedAt(code));
    table[code] = after;
    return after;
  }
}

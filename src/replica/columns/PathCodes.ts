import { joinsCleanly } from '../../lib/searchText.ts';
import type { TextTable } from '../text/TextTable.ts';

const MOST_SHAPES = 1024;
const LONGEST_SUFFIX = 32;

/** What stands around `NAME:TAG` in a path. */
export interface PathShape {
  readonly prefix: string;
  readonly suffix: string;
}

/**
 * Image paths as numbers. A path is nearly always `prefix + NAME + ':' + TAG + suffix`, and an
 * account has few such shapes: those are numbered from 1. All other paths are texts of their
 * own, numbered from -1 down. 0 is no path.
 */
export class PathCodes {
  readonly shapes: PathShape[] = [];
  readonly others: TextTable;
  readonly #codes = new Map<string, number>();
  #last = -1;

  /** `others` takes the paths of no shape. */
  constructor(others: TextTable) {
    this.others = others;
  }

  /** The code of a path beside its build's name and tag. */
  codeFor(path: string | null, name: string, tag: string): number {
    if (path === null) return 0;
    if (this.#fits(this.#last, path, name, tag)) return this.#last + 1;
    const middle = `${name}:${tag}`;
    const at = path.lastIndexOf(middle);
    const rest = path.length - at - middle.length;
    if (at >= 0 && rest <= LONGEST_SUFFIX) {
      const prefix = path.slice(0, at);
      const suffix = path.slice(path.length - rest);
      const shape = isOfParts(prefix, name, tag, suffix) ? this.shapeFor(prefix, suffix) : -1;
      if (shape >= 0) {
        this.#last = shape;
        return shape + 1;
      }
    }
    return -1 - this.others.codeFor(path);
  }

  /** True when the path has this shape; asked first of the last one, to put nothing together. */
  #fits(number: number, path: string, name: string, tag: string): boolean {
    const shape = this.shapes[number];
    if (!shape) return false;
    const { prefix, suffix } = shape;
    const colon = prefix.length + name.length;
    return (
      path.length === colon + 1 + tag.length + suffix.length &&
      path.charCodeAt(colon) === COLON &&
      path.startsWith(name, prefix.length) &&
      path.startsWith(tag, colon + 1) &&
      path.startsWith(prefix) &&
      path.endsWith(suffix) &&
      isOfParts(prefix, name, tag, suffix)
    );
  }

  /** The number of a shape, -1 when there are too many already. */
  shapeFor(prefix: string, suffix: string): number {
    const key = `${suffix.length}:${suffix}${prefix}`;
    const known = this.#codes.get(key);
    if (known !== undefined) return known;
    if (this.shapes.length === MOST_SHAPES) return -1;
    this.#codes.set(key, this.shapes.length);
    return this.shapes.push({ prefix, suffix }) - 1;
  }

  /** The path of a code. */
  at(code: number, name: string, tag: string): string | null {
    if (code === 0) return null;
    if (code < 0) return this.others.at(-1 - code);
    const shape = this.shapes[code - 1];
    return shape ? `${shape.prefix}${name}:${tag}${shape.suffix}` : null;
  }
}

/** True when the path is searched as its parts are, one after the other. */
function isOfParts(prefix: string, name: string, tag: string, suffix: string): boolean {
  return joinsCleanly(prefix, name) && joinsCleanly(':', tag) && joinsCleanly(tag || ':', suffix);
}

const COLON = 58;

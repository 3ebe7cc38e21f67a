import { FIELD_NAMES } from '../terms/fields.ts';
import { nearest } from '../terms/nearest.ts';
import { PARAMETERS, type Piece } from './addressPieces.ts';
import { encodeAddress } from './addressText.ts';
import type { Unknown } from './View.ts';

const PAGING = new Set(['page', 'offset', 'limit', 'perpage', 'per_page', 'cursor', 'pagesize']);

/** What of an address is not understood: why, and what may have been meant. */
export class Refusals {
  readonly unknown: Unknown[] = [];

  /** A whole parameter; `suggestion` is an address of its own. */
  piece({ name, value, written, raw }: Piece, problem: string, suggestion: string | null = null) {
    this.unknown.push({ name, value: value ?? written, problem, suggestion, raw });
  }

  /** A part of a parameter's value; `suggestion` would stand in its place. */
  value(name: string, value: string, problem: string, suggestion: string | null): void {
    this.unknown.push({
      name,
      value,
      problem,
      suggestion: suggestion === null ? null : `${name}=${encodeAddress(suggestion)}`,
      raw: `${name}=${encodeAddress(value)}`,
    });
  }

  /** A parameter that there is not. */
  stranger(piece: Piece, plain: string, not: boolean): void {
    if (PAGING.has(plain)) {
      this.piece(piece, 'all builds are in one list, without pages');
      return;
    }
    const near = PARAMETERS.includes(plain)
      ? `${plain}=${piece.written}`
      : nearParameter(plain, not, piece.written);
    this.piece(piece, not ? 'this cannot be excluded' : 'there is no such parameter', near);
  }
}

function nearParameter(name: string, not: boolean, written: string): string | null {
  const near = nearest(name, not ? FIELD_NAMES : PARAMETERS);
  return near === null ? null : `${not ? '-' : ''}${near}=${written}`;
}

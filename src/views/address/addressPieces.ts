import { isTokenName, isTokenValue } from '../../lib/tokenParameter.ts';
import { FIELD_NAMES, fieldOf } from '../terms/fields.ts';
import { decodeAddress, settleAddress } from './addressText.ts';

/** One parameter of an address, as it stands there. */
export interface Piece {
  readonly raw: string;
  readonly name: string;
  /** Null when it cannot be decoded. */
  readonly value: string | null;
  /** The value, still encoded. */
  readonly written: string;
}

/** The parameters of the query part of an address, with or without its `?`. Never throws. */
export function piecesOf(search: string): Piece[] {
  const text = settleAddress(search.startsWith('?') ? search.slice(1) : search);
  const pieces: Piece[] = [];
  for (const raw of text.split('&')) {
    if (raw === '') continue;
    const equals = raw.indexOf('=');
    const name = equals < 0 ? raw : raw.slice(0, equals);
    const written = equals < 0 ? '' : raw.slice(equals + 1);
    pieces.push({ raw, name: decodeAddress(name) ?? name, value: decodeAddress(written), written });
  }
  return pieces;
}

const OTHERS = ['lens', 'zone', 'q', 'sort', 'open', 'columns', 'density', 'view'] as const;
/** Every parameter that a view knows. */
export const PARAMETERS: readonly string[] = [...FIELD_NAMES, ...OTHERS];
const KNOWN: ReadonlySet<string> = new Set(PARAMETERS);

/** Older and other spellings, read but never printed. */
const ALIASES = new Map([
  ['search', 'q'],
  ['query', 'q'],
  ['order', 'sort'],
  ['timezone', 'zone'],
  ['tz', 'zone'],
]);

/** The parameter's name without its case, minus and older spelling, known or not. */
export function plainName(name: string): string {
  const lower = name.toLowerCase();
  const plain = lower.startsWith('-') ? lower.slice(1) : lower;
  return ALIASES.get(plain) ?? fieldOf(plain) ?? plain;
}

/** True for a parameter that may hold a token: by its name, or by its value where not known. */
export function holdsToken({ name, value, written }: Piece): boolean {
  return isTokenName(name) || (!KNOWN.has(plainName(name)) && isTokenValue(value ?? written));
}

/** The parameters that may hold a token, by name, and the address without them. */
export function findTokenParameters(search: string): {
  readonly names: readonly string[];
  readonly rest: string;
} {
  const pieces = piecesOf(search);
  const rest = pieces.filter((piece) => !holdsToken(piece)).map(({ raw }) => raw);
  return {
    names: pieces.filter(holdsToken).map(({ name }) => name),
    rest: rest.length === 0 ? '' : `?${rest.join('&')}`,
  };
}

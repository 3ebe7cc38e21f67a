import { isTeamId } from '../../contract/teamId.ts';
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
    const written = equals < 0 ? '' : withPluses(raw.slice(equals + 1));
    pieces.push({ raw, name: decodeAddress(name) ?? name, value: decodeAddress(written), written });
  }
  return pieces;
}

/** Nobody ends a value with two blanks, this page least: by hand, `c++` means what it says. */
function withPluses(written: string): string {
  const end = written.search(/\+{2,}$/);
  return end < 0 ? written : written.slice(0, end) + written.slice(end).replaceAll('+', '%2B');
}

const OTHERS = [
  'lens',
  'zone',
  'q',
  'sort',
  'open',
  'columns',
  'density',
  'timeline',
  'compare',
  'show',
  'list',
  'view',
] as const;
/** Every parameter that a view knows. */
export const PARAMETERS: readonly string[] = [...FIELD_NAMES, ...OTHERS];
const KNOWN: ReadonlySet<string> = new Set([...PARAMETERS, 'team']);

/** Older and other spellings, read but never printed. */
const ALIASES = new Map([
  ['search', 'q'],
  ['query', 'q'],
  ['order', 'sort'],
  ['timezone', 'zone'],
  ['tz', 'zone'],
  ['teamid', 'team'],
  ['team_id', 'team'],
  ['team-id', 'team'],
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

/** The team that a parameter names; null for every other one, and for what is no team's id. */
export function teamOf({ name, value }: Piece): string | null {
  if (plainName(name) !== 'team' || name.startsWith('-')) return null;
  const team = value?.trim() ?? '';
  return isTeamId(team) ? team : null;
}

/**
 * The team whose list an address names, and what it says of the view. A second team stays with the
 * view, where it is not understood.
 */
export function splitTeam(search: string): {
  readonly team: string | null;
  readonly rest: string;
} {
  if (!/team/i.test(search)) return { team: null, rest: search };
  const pieces = piecesOf(search);
  const team = pieces.map(teamOf).find((one) => one !== null) ?? null;
  if (team === null) return { team, rest: search };
  const rest = pieces.filter((piece) => teamOf(piece) !== team).map(({ raw }) => raw);
  return { team, rest: rest.length === 0 ? '' : `?${rest.join('&')}` };
}

/** The query part that names a team's list beside a view; `splitTeam` takes it apart. */
export function withTeam(search: string, team: string | null): string {
  if (team === null) return search;
  return search === '' ? `?team=${team}` : `?team=${team}&${search.slice(1)}`;
}

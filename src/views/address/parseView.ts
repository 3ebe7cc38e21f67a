import { formatCount } from '../../lib/number.ts';
import { isZone } from '../../lib/zone.ts';
import type { SortKey } from '../../list/Query.ts';
import { readFreeWords } from '../query/freeWords.ts';
import { FilterBuilder, MOST_TERMS } from '../terms/Filter.ts';
import { type FieldName, fieldOf } from '../terms/fields.ts';
import { nearest } from '../terms/nearest.ts';
import { readTerm } from '../terms/readTerm.ts';
import { printItem, readItems } from '../terms/valueList.ts';
import {
  holdsToken,
  PARAMETERS,
  type Piece,
  piecesOf,
  plainName,
  teamOf,
} from './addressPieces.ts';
import { lensOf, wordOf } from './lensOf.ts';
import { Refusals } from './Refusals.ts';
import {
  COLUMNS,
  type Column,
  DENSITIES,
  LENS_SORTS,
  LENSES,
  type Lens,
  type LensSort,
  makeView,
  SHOWN,
  SORT_COLUMNS,
  TIMELINES,
  type View,
} from './View.ts';

/**
 * Reads the query part of an address, with or without its `?`.
 *
 * `status=FAILED,CANCELLED` and every other field of the filter language, `-tag=test` to
 * exclude, `zone=Europe/Berlin` for words of days, `q` for free words, `lens`, `sort=-duration,image`, `open=ID,ID`, `columns`, `density`,
 * `timeline=1` or `timeline=figures`, `compare`, `show`, `list`, `view` (a name). `team` says whose list it is, not what is shown of it: see `splitTeam`. A parameter that stands twice adds a term. What is not understood is in
 * `unknown` and stays in the address; a parameter that may hold a token is left out without
 * trace (`findTokenParameters` tells of it). Linear in the length; never throws.
 */
export function parseView(search: string): View {
  return new ViewReader().read(search);
}

class ViewReader {
  readonly #terms = new FilterBuilder();
  readonly #sort: SortKey[] = [];
  #lensSort: LensSort | null = null;
  readonly #open: string[] = [];
  readonly #columns: Column[] = [];
  readonly #refusals = new Refusals();
  #lens: Lens | null = null;
  #zone: string | null = null;
  #ofTeam: string | null = null;
  /** Whose columns `sort` names, which may stand before `lens`. */
  #sortsOf: Lens = 'builds';
  #density: View['density'] = null;
  #timeline: View['timeline'] = null;
  #compare: string | null = null;
  #show: View['show'] = null;
  #list: string | null = null;
  #name: string | null = null;

  read(search: string): View {
    const pieces = piecesOf(search);
    this.#sortsOf = lensOf(pieces);
    for (const piece of pieces) {
      if (!holdsToken(piece)) this.#piece(piece);
    }
    return makeView({
      lens: this.#lens ?? 'builds',
      filter: this.#terms.filter(),
      zone: this.#zone,
      sort: this.#sort,
      lensSort: this.#lensSort,
      open: this.#open,
      columns: this.#columns,
      density: this.#density,
      timeline: this.#timeline,
      compare: this.#compare,
      show: this.#show,
      list: this.#list,
      name: this.#name,
      unknown: this.#refusals.unknown,
    });
  }

  #piece(piece: Piece): void {
    const { name, value } = piece;
    if (value === null) {
      this.#refusals.piece(piece, 'its % encoding is broken');
      return;
    }
    const not = name.startsWith('-');
    const plain = plainName(name);
    const field = fieldOf(plain);
    const owner = OF_LENS.get(plain);
    if (plain === 'team') this.#team(piece);
    else if (value.trim() === '' && PARAMETERS.includes(plain))
      this.#refusals.piece(piece, 'it has no value');
    else if (field !== null) this.#field(piece, field, not, value);
    else if (not || !PARAMETERS.includes(plain)) this.#refusals.stranger(piece, plain, not);
    else if (plain === 'lens') this.#lens = this.#oneOf(LENSES, this.#lens, piece, plain);
    else if (plain === 'zone') this.#zoneName(piece, value.trim());
    else if (plain === 'q') this.#words(value);
    else if (plain === 'sort') this.#sortKeys(value);
    else if (plain === 'open') this.#openIds(value);
    else if (plain === 'columns') this.#columnNames(value);
    else if (plain === 'density')
      this.#density = this.#oneOf(DENSITIES, this.#density, piece, plain);
    else if (plain === 'timeline')
      this.#timeline = this.#oneOf(TIMELINES, this.#timeline, piece, plain);
    else if (owner !== undefined && owner !== this.#sortsOf)
      this.#refusals.piece(piece, `it belongs to lens=${owner}`);
    else if (plain === 'compare') this.#compare = this.#once(this.#compare, piece, value.trim());
    else if (plain === 'show') this.#show = this.#oneOf(SHOWN, this.#show, piece, plain);
    else if (plain === 'list') this.#list = this.#once(this.#list, piece, value);
    else this.#name = this.#once(this.#name, piece, value);
  }

  /** One team belongs to the address, which has taken it out where it comes from the browser. */
  #team(piece: Piece): void {
    const team = teamOf(piece);
    if (team === null) this.#refusals.piece(piece, 'a team id is c and 24 of 0-9 and a-z');
    else if (this.#ofTeam === null) this.#ofTeam = team;
    else if (this.#ofTeam !== team) this.#refusals.piece(piece, 'it names another team');
  }

  #field(piece: Piece, field: FieldName, not: boolean, value: string): void {
    const { term, issues } = readTerm(field, not, value, 0, true);
    if (term !== null && !this.#terms.add(term)) {
      this.#refusals.piece(piece, TOO_MANY);
      return;
    }
    for (const issue of issues) {
      if (issue.kind === 'hint') continue;
      const part = value.slice(issue.from, issue.to);
      this.#refusals.value(`${not ? '-' : ''}${field}`, part, issue.message, issue.suggestion);
    }
  }

  #words(value: string): void {
    for (const { term, from } of readFreeWords(value)) {
      if (this.#terms.add(term)) continue;
      this.#refusals.value('q', value.slice(from), TOO_MANY, null);
      return;
    }
  }

  #sortKeys(value: string): void {
    const lens = this.#sortsOf;
    for (const written of listOf(value)) {
      const descending = written.startsWith('-');
      const word = (descending ? written.slice(1) : written).toLowerCase();
      const column = SORT_COLUMNS.find((one) => one === word);
      const ofLens = LENS_SORTS[lens].find((one) => one === word);
      if (lens === 'builds' && column !== undefined) this.#sort.push({ column, descending });
      else if (ofLens !== undefined) this.#lensSort ??= { column: ofLens, descending };
      else {
        const near = nearest(word, lens === 'builds' ? SORT_COLUMNS : LENS_SORTS[lens]);
        const suggestion = near === null ? null : `${descending ? '-' : ''}${near}`;
        this.#refusals.value(
          'sort',
          printItem(written, true),
          'there is no such column',
          suggestion,
        );
      }
    }
  }

  #openIds(value: string): void {
    const ids = listOf(value);
    for (const id of ids.slice(0, MOST_OPEN)) this.#open.push(id);
    if (ids.length <= MOST_OPEN) return;
    const problem = `only the first ${formatCount(MOST_OPEN)} of ${formatCount(ids.length)} are opened`;
    const rest = ids.slice(MOST_OPEN).map((id) => printItem(id, true));
    this.#refusals.value('open', rest.join(','), problem, null);
  }

  #columnNames(value: string): void {
    for (const written of listOf(value)) {
      const word = written.toLowerCase();
      const column = COLUMNS.find((one) => one === word);
      if (column !== undefined) this.#columns.push(column);
      else {
        const near = nearest(word, COLUMNS);
        this.#refusals.value('columns', printItem(written, true), 'there is no such column', near);
      }
    }
  }

  /** One of a few words, said once: the first one that was understood. */
  #oneOf<Word extends string>(
    words: readonly Word[],
    before: Word | null,
    piece: Piece,
    name: string,
  ): Word | null {
    const value = piece.value ?? '';
    const word = wordOf(words, value);
    if (word === undefined) {
      const problem = `it is one of ${words.join(', ')}`;
      this.#refusals.value(name, value, problem, nearest(value.trim().toLowerCase(), words));
    } else if (before !== null) this.#refusals.piece(piece, 'it stands twice');
    return before ?? word ?? null;
  }

  #zoneName(piece: Piece, zone: string): void {
    if (!isZone(zone))
      this.#refusals.piece(piece, 'there is no such time zone, so days are those of UTC');
    else this.#zone = this.#once(this.#zone, piece, zone);
  }

  #once(before: string | null, piece: Piece, value: string): string {
    if (before !== null) this.#refusals.piece(piece, 'it stands twice');
    return before ?? value;
  }
}

/** What one lens alone reads. */
const OF_LENS = new Map<string, Lens>([
  ['compare', 'compare'],
  ['show', 'check'],
  ['list', 'check'],
]);

/** More opened builds than this are not opened but reported. */
const MOST_OPEN = 1000;

const TOO_MANY = `only the first ${MOST_TERMS} conditions apply`;

function listOf(value: string): string[] {
  return readItems(value, 0, true).items.map((item) => item.text);
}

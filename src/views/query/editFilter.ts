import { foldCase } from '../../lib/text.ts';
import {
  canonicalWord,
  type Filter,
  makeFilter,
  type Term,
  type WordsTerm,
} from '../terms/Filter.ts';
import type { WordsField } from '../terms/fields.ts';

/** The filter with one more condition; the same filter when it holds it already. */
export function withTerm(filter: Filter, term: Term): Filter {
  return makeFilter([...filter, term]);
}

/** The filter without the condition at this place. */
export function withoutTerm(filter: Filter, index: number): Filter {
  return filter.filter((_, at) => at !== index);
}

/** The filter with another condition in the place of one; without it when null. */
export function replaceTerm(filter: Filter, index: number, term: Term | null): Filter {
  return makeFilter(
    filter.flatMap((held, at) => (at === index ? (term === null ? [] : [term]) : [held])),
  );
}

/** True when a condition that is not turned round lists this value. */
export function hasValue(filter: Filter, field: WordsField, value: string): boolean {
  return filter.some((term) => holds(term, field, value, false));
}

/**
 * A click on the value of a facet: listed becomes unlisted (and its condition goes with its last
 * value), unlisted joins the list of its field; a value that was excluded no longer is.
 */
export function toggleValue(filter: Filter, field: WordsField, value: string): Filter {
  if (hasValue(filter, field, value)) {
    return makeFilter(filter.map((term) => without(term, field, value, false)));
  }
  const freed = filter.map((term) => without(term, field, value, true));
  const list = freed.findIndex((term) => isList(term, field, false));
  const held = freed[list];
  const added: WordsTerm = { kind: 'words', field, values: [value], not: false };
  if (held?.kind !== 'words') return makeFilter([...freed, added]);
  return makeFilter(freed.with(list, { ...held, values: [...held.values, value] }));
}

function isList(term: Term, field: WordsField, not: boolean): term is WordsTerm {
  return term.kind === 'words' && term.field === field && term.not === not;
}

function holds(term: Term, field: WordsField, value: string, not: boolean): boolean {
  return isList(term, field, not) && term.values.some((held) => same(field, held, value));
}

/** The term less a value; one that is left without values says nothing and is dropped. */
function without(term: Term, field: WordsField, value: string, not: boolean): Term {
  if (!isList(term, field, not)) return term;
  return { ...term, values: term.values.filter((held) => !same(field, held, value)) };
}

function same(field: WordsField, a: string, b: string): boolean {
  return foldCase(canonicalWord(field, a)) === foldCase(canonicalWord(field, b));
}

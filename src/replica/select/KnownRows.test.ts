import { describe, expect, it } from 'vitest';
import type { TextClause, TextPattern } from '../../list/Query.ts';
import { KnownRows } from './KnownRows.ts';

const clause = (
  text: string,
  match: TextPattern['match'] = 'contains',
  field: TextClause['field'] = 'any',
): TextClause => ({ kind: 'text', field, patterns: [{ match, text }], not: false });

const ROWS = ['app', 'apple', 'pear', 'grape', 'apple pie'];

const EACH = [0, 1, 2, 3, 4];

/** Rows that hold a text, and which of them were looked at. */
function look(known: KnownRows, one: TextClause, version = 1) {
  const looked: number[] = [];
  const text = one.patterns[0]?.text.toLowerCase() ?? '';
  const rows = known.rowsOf(one, version, ROWS.length, () => (row) => {
    looked.push(row);
    return ROWS[row]?.includes(text) === true;
  });
  return { found: rows && [...rows], looked };
}

describe('rows in which a text was found', () => {
  it('are all that is looked at for a text that goes on from it', () => {
    const known = new KnownRows();
    expect(look(known, clause('app'))).toEqual({ found: [0, 1, 4], looked: EACH });
    expect(look(known, clause('apple'))).toEqual({ found: [1, 4], looked: [0, 1, 4] });
    expect(look(known, clause('apple p'))).toEqual({ found: [4], looked: [1, 4] });
    expect(look(known, clause('le p'))).toEqual({ found: [4], looked: EACH });
  });

  it('are known for the same text, however it is written', () => {
    const known = new KnownRows();
    look(known, clause('app'));
    look(known, clause('apple'));
    expect(look(known, clause('APP'))).toEqual({ found: [0, 1, 4], looked: [] });
  });

  it('are looked for again once the store has changed, and for another field', () => {
    const known = new KnownRows();
    look(known, clause('app'));
    expect(look(known, clause('apple', 'contains', 'error')).looked).toEqual(EACH);
    expect(look(known, clause('apple'), 2).looked).toEqual(EACH);
    expect(look(known, clause('app'), 2).looked).toEqual(EACH);
  });

  it('are said to be known once looked for, until the store changes, and where they never are', () => {
    const known = new KnownRows();
    expect(known.has(clause('app'), 1)).toBe(false);
    look(known, clause('app'));
    expect(known.has(clause('APP'), 1)).toBe(true);
    expect(known.has(clause('apple'), 1)).toBe(false);
    expect(known.has(clause('app', 'contains', 'error'), 1)).toBe(false);
    expect(known.has(clause('app'), 2)).toBe(false);
    expect(known.has(clause('app', 'exact'), 1)).toBe(true);
  });

  it.each([
    ['a pattern', clause('app', 'whole')],
    ['one letter for letter', clause('app', 'exact')],
    ['terminal codes, which are left out in errors', clause('\u001b[1mapp')],
    [
      'several texts',
      { ...clause('app'), patterns: [...clause('app').patterns, ...clause('pear').patterns] },
    ],
  ])('are not kept for %s', (_, one) => {
    const known = new KnownRows();
    expect(look(known, one)).toEqual({ found: null, looked: [] });
    expect(look(known, clause('apple')).looked).toEqual(EACH);
  });

  it('are forgotten for what was asked for long ago', () => {
    const known = new KnownRows();
    for (const text of ['a', 'e', 'i', 'o', 'u']) look(known, clause(text));
    expect(look(known, clause('e')).looked).toEqual([]);
    expect(look(known, clause('a')).looked).toEqual(EACH);
  });
});

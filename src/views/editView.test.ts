import { describe, expect, it } from 'vitest';
import { parseView } from './address/parseView.ts';
import { printView } from './address/printView.ts';
import { type Column, EMPTY_VIEW, makeView } from './address/View.ts';
import {
  cellTerm,
  isPlain,
  settleZone,
  withFilter,
  withLens,
  withOpen,
  withSort,
  withZone,
  zoneOf,
} from './editView.ts';
import { parseQueryText, printQueryText } from './query/parseQueryText.ts';

describe('editing a view', () => {
  it('changes one part and keeps the others', () => {
    const view = parseView('?status=FAILED&open=a&nope=1');
    expect(printView(withFilter(view, []))).toBe('?open=a&nope=1');
    expect(printView(withSort(view, [{ column: 'image', descending: true }]))).toBe(
      '?status=FAILED&sort=-image&open=a&nope=1',
    );
    expect(printView(withOpen(view, 'b', true))).toBe('?status=FAILED&open=a,b&nope=1');
    expect(withOpen(view, 'a', true)).toBe(view);
    expect(printView(withOpen(view, 'a', false))).toBe('?status=FAILED&nope=1');
    expect(isPlain(view)).toBe(false);
    expect(isPlain(makeView({ ...EMPTY_VIEW, open: ['a'] }))).toBe(true);
  });

  it('means the days of the person who is the first to name them, and of no one else', () => {
    const berlin = 'Europe/Berlin';
    const edit = (before: string, after: string) =>
      printView(settleZone(parseView(before), parseView(after), berlin));
    expect(edit('', '?created=today')).toBe('?created=today&zone=Europe/Berlin');
    expect(edit('', '?created=24h')).toBe('?created=24h');
    expect(edit('?created=today', '?created=yesterday')).toBe('?created=yesterday');
    expect(edit('?created=24h', '?created=today&zone=Asia/Tokyo')).toBe(
      '?created=today&zone=Asia/Tokyo',
    );
    expect(printView(withZone(parseView('?ended=today'), berlin))).toBe(
      '?ended=today&zone=Europe/Berlin',
    );
    expect(zoneOf(parseView('?ended=today'), berlin)).toBe('UTC');
    expect(zoneOf(parseView('?ended=24h'), berlin)).toBe(berlin);
    const lens = withLens(parseView('?ended=today&zone=Asia/Tokyo&sort=image'), 'errors');
    expect(printView(lens)).toBe('?lens=errors&ended=today&zone=Asia/Tokyo');
  });

  it('keeps the filter through another lens, and leaves what belongs to the last', () => {
    const view = parseView('?status=FAILED&sort=image&open=a&columns=id&density=compact&nope=1');
    const errors = withLens(view, 'errors');
    expect(printView(errors)).toBe('?lens=errors&status=FAILED&density=compact&nope=1');
    expect(withLens(errors, 'errors')).toBe(errors);
    expect(printView(withLens(errors, 'builds'))).toBe('?status=FAILED&density=compact&nope=1');
    expect(isPlain(parseView('?lens=errors'))).toBe(false);
  });

  it.each<[Column, string, string]>([
    ['status', 'FAILED', 'status:failed'],
    ['status', 'PAUSED', 'status:PAUSED'],
    ['artifacts', 'VM_SANDBOX', 'artifact:vm'],
    ['image', 'acme/web', 'image:=acme/web'],
    ['image', 'a*b', 'image:="a*b"'],
    ['tag', 'latest', 'tag:=latest'],
    ['id', 'b1', 'id:=b1'],
    ['path', 'prime/a/b:c', 'path:=prime/a/b:c'],
    ['error', '\n  step 3: no space\nmore', 'error:"step 3: no space"'],
    ['created', '2026-11-01T23:59:59.999999', 'created:2026-11-01'],
    ['ended', '2026-11-01T23:59:59-02:00', 'ended:2026-11-02'],
  ])('filters by a cell of %s, “%s”', (column, text, printed) => {
    const term = cellTerm(column, text, false);
    const filter = term === null ? [] : [term];
    expect(printQueryText(filter)).toBe(printed);
    expect(parseQueryText(printed).filter).toEqual(filter);
    expect(cellTerm(column, text, true)).toEqual({ ...term, not: true });
  });

  it('takes the day of a cell in a zone', () => {
    const term = cellTerm('created', '2026-11-01T23:30:00Z', false, 'Europe/Berlin');
    expect(printQueryText(term === null ? [] : [term])).toBe('created:2026-11-02');
  });

  it.each<[Column, string]>([
    ['duration', '10'],
    ['wait', '10'],
    ['created', 'soon'],
    ['error', ' \n'],
    ['image', ''],
  ])('finds nothing to filter by in a cell of %s, “%s”', (column, text) => {
    expect(cellTerm(column, text, false)).toBeNull();
  });
});

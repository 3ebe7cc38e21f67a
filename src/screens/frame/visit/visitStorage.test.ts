// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { browserVisits, parseMarks } from './visitStorage.ts';
import { wipeVisits } from './wipeVisits.ts';

const KEY = 'a'.repeat(64);
const VISIT = { mark: 5, leftAt: null, dismissed: true };

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

describe('what is kept of visits', () => {
  it('is a time under a hash, and the visit of this tab', () => {
    browserVisits.setMark(KEY, 1000);
    browserVisits.setMark(KEY, 900);
    browserVisits.setOwn(KEY, VISIT);
    expect(browserVisits.mark(KEY)).toBe(1000);
    expect(browserVisits.own(KEY)).toEqual(VISIT);
    expect(browserVisits.own('b'.repeat(64))).toBeNull();
    expect(Object.values({ ...localStorage })).toEqual([`{"${KEY}":1000}`]);
  });

  it('goes at a sign-out', () => {
    browserVisits.setMark(KEY, 1000);
    browserVisits.setOwn(KEY, VISIT);
    wipeVisits();
    expect(localStorage.length + sessionStorage.length).toBe(0);
  });

  it('stays over a sign-out where the person keeps it', () => {
    browserVisits.keep(true);
    browserVisits.setMark(KEY, 1000);
    wipeVisits();
    expect(browserVisits.mark(KEY)).toBe(1000);
    browserVisits.keep(false);
    expect(browserVisits.keeps()).toBe(false);
    wipeVisits();
    expect(browserVisits.mark(KEY)).toBeNull();
  });

  it.each(['', 'null', '[', '[1]', '{"x":1}', `{"${KEY}":"1"}`, `{"${KEY}":null}`])(
    'is nothing where storage holds %j',
    (text) => expect(parseMarks(text).size).toBe(0),
  );
});

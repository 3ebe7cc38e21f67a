import { describe, expect, it } from 'vitest';
import { findTokenParameters } from './addressPieces.ts';
import { parseView } from './parseView.ts';
import { printView } from './printView.ts';
import { makeView } from './View.ts';

const unknownOf = (search: string) =>
  parseView(search).unknown.map(({ name, value, suggestion }) => [name, value, suggestion]);

describe('reading an address', () => {
  it('applies what is understood of a bad one and reports the rest', () => {
    const search = '?sort=__proto__&status=FOO&page=-1&q=%E0%A4%A';
    const view = parseView(search);
    expect(view.filter).toEqual([{ kind: 'words', field: 'status', values: ['FOO'], not: false }]);
    expect(view.sort).toEqual([]);
    expect(unknownOf(search)).toEqual([
      ['sort', '__proto__', null],
      ['page', '-1', null],
      ['q', '%E0%A4%A', null],
    ]);
    expect(printView(view)).toBe('?status=FOO&sort=__proto%5F%5F&page=-1&q=%E0%A4%A');
  });

  it('reads how builds over time stand above the list, and says what else there is', () => {
    expect(parseView('?timeline=1')).toEqual(makeView({ timeline: '1' }));
    expect(parseView('?timeline=Figures')).toEqual(makeView({ timeline: 'figures' }));
    const { timeline, unknown } = parseView('?timeline=figure');
    expect(timeline).toBeNull();
    expect(unknown).toMatchObject([
      {
        name: 'timeline',
        value: 'figure',
        problem: 'it is one of 1, figures',
        suggestion: 'timeline=figures',
      },
    ]);
  });

  it('takes q as literal words', () => {
    const words = (q: string) => parseView(`?q=${encodeURIComponent(q)}`).filter;
    const free = (text: string, not = false) => ({ kind: 'free', text, not });
    expect(words('(a+)+$')).toEqual([free('(a+)+$')]);
    expect(words('\\')).toEqual([free('\\')]);
    expect(words('status:failed *')).toEqual([free('status:failed'), free('*')]);
    expect(words('no space -"left on"')).toEqual([
      free('no'),
      free('space'),
      free('left on', true),
    ]);
  });

  it('takes two pluses at the end of a value for pluses, as written by hand', () => {
    for (const [search, text] of [
      ['?q=c++', 'c++'],
      ['?image=c++', 'c++'],
      ['?image=c%2B%2B', 'c++'],
      ['?image=c++&tag=v1', 'c++'],
      ['?q=c+', 'c'],
    ] as const) {
      const [term] = parseView(search).filter;
      expect(term && 'values' in term ? term.values : term, search).toMatchObject(
        search.startsWith('?q') ? { text } : [{ text }],
      );
      expect(printView(parseView(search))).toBe(
        search.replaceAll('++', '%2B%2B').replace('=c+', '=c'),
      );
    }
  });

  it('takes a q of 100 kB, one word or many', () => {
    const one = parseView(`?q=${'x'.repeat(100_000)}`);
    expect(one.filter).toHaveLength(1);
    expect(one.unknown).toEqual([]);
    const many = parseView(`?q=${Array.from({ length: 20_000 }, (_, n) => `w${n}`).join('+')}`);
    expect(many.filter).toHaveLength(100);
    expect(many.unknown).toMatchObject([
      { name: 'q', problem: 'only the first 100 conditions apply' },
    ]);
    expect(many.unknown[0]?.value.startsWith('w100 w101 ')).toBe(true);
    expect(parseView(printView(many))).toEqual(many);
  });

  it.each([
    ['?stauts=FAILED', ['stauts', 'FAILED', 'status=FAILED']],
    ['?-tga=test', ['-tga', 'test', '-tag=test']],
    ['?opne=a,b', ['opne', 'a,b', 'open=a,b']],
    ['?sort=-duratoin', ['sort', '-duratoin', 'sort=-duration']],
    ['?is=actve', ['is', 'actve', 'is=active']],
    ['?created=2026/11/01', ['created', '2026/11/01', 'created=2026-11-01']],
    ['?wait=90', ['wait', '90', 'wait=%3E90s']],
    ['?lens=errors&sort=-imags', ['sort', '-imags', 'sort=-images']],
    ['?lens=errors&sort=duration', ['sort', 'duration', null]],
    ['?lens=erors', ['lens', 'erors', 'lens=errors']],
    ['?lens=pie', ['lens', 'pie', null]],
    ['?lens=errors&lens=images', ['lens', 'images', null]],
    ['?density=compat', ['density', 'compat', 'density=compact']],
    ['?lens=check&show=faild', ['show', 'faild', 'show=failed']],
    ['?columns=imgae', ['columns', 'imgae', 'columns=image']],
    ['?utm_source=chat', ['utm_source', 'chat', null]],
    ['?-q=x', ['-q', 'x', 'q=x']],
    ['?status=', ['status', '', null]],
    ['?status', ['status', '', null]],
    ['?__proto__=1', ['__proto__', '1', null]],
  ])('keeps %s and offers what was meant', (search, unknown) => {
    expect(unknownOf(search)).toEqual([unknown]);
    expect(printView(parseView(search))).toBe(search);
  });

  it('applies the good values beside a bad one', () => {
    const view = parseView('?is=active,foo&sort=image,nope&columns=id,nope');
    expect(printView(view)).toBe('?is=active&sort=image&columns=id&is=foo&sort=nope&columns=nope');
  });

  it('opens the first thousand of 130,000 ids, and says so of the rest', () => {
    const ids = Array.from({ length: 130_000 }, (_, at) => `b${at}`);
    const view = parseView(`?open=${ids.join(',')}`);
    expect(view.open).toHaveLength(1000);
    expect(view.unknown).toMatchObject([
      { name: 'open', problem: 'only the first 1,000 of 130,000 are opened' },
    ]);
    expect(printView(view).length).toBeGreaterThan(130_000);
  });

  it('opens ids that hold anything', () => {
    expect(parseView('?open=a,"b,""c""",__proto__,%22%22,d%20e').open).toEqual([
      'a',
      'b,"c"',
      '__proto__',
      '',
      'd e',
    ]);
  });
});

describe('a token in the address', () => {
  it.each([
    '?token=abc',
    '?Token=abc',
    '?access_token=abc',
    '?api-key=abc',
    '?PRIME_API_KEY=abc',
    '?Authorization=Bearer+abc',
    '?-token=abc',
    '?tok%65n=abc',
    '?token=%E0%A4%A',
    '?t=pit_0123456789abcdef',
    '?x=Bearer%20abc',
    '?x=export PRIME_API_KEY=abc',
  ])('is left out of the view: %s', (search) => {
    expect(parseView(search)).toEqual(parseView(''));
    const { names, rest } = findTokenParameters(`${search}&status=FAILED`);
    expect(names).toHaveLength(1);
    expect(rest).toBe('?status=FAILED');
  });

  it('is not suspected in the parameters of a view', () => {
    const search = '?error=bearer+token&q=pit_0123456789&sort=-wait';
    expect(findTokenParameters(search)).toEqual({ names: [], rest: search });
    expect(printView(parseView(search))).toBe(search);
    expect(parseView('?note=export').unknown).toHaveLength(1);
  });
});

import { expect, it } from 'vitest';
import { parseView } from '../../views/address/parseView.ts';
import { makeView } from '../../views/address/View.ts';
import { buildLink, buildsLink } from './imageLinks.ts';

it('leads to the builds of a name within the same filter', () => {
  const view = makeView({ ...parseView('?lens=images&status=FAILED'), open: ['web'] });
  expect(buildsLink(view, 'web')).toBe('?status=FAILED&image==web');
});

it('leads to one build, opened', () => {
  expect(parseView(buildLink('a,b')).open).toEqual(['a,b']);
});

it.each(['', ' x', 'a,b', 'a"b', 'é\u0301', 'a\nb', '*'])(
  'keeps a row of the name %j open',
  (name) => {
    const printed = buildLink(name);
    expect(parseView(printed).open).toEqual([name]);
  },
);

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseKept, withKept } from './keptLists.ts';

it('reads what was kept, in whatever state it is', () => {
  expect(parseKept(null)).toEqual([]);
  expect(parseKept('{')).toEqual([]);
  expect(parseKept('[{"name":"a","text":"b:1"},{"name":"c"},null,"d"]')).toEqual([
    { name: 'a', text: 'b:1' },
  ]);
  fc.assert(fc.property(fc.string(), (text) => Array.isArray(parseKept(text))));
  fc.assert(fc.property(fc.json(), (text) => Array.isArray(parseKept(text))));
});

it('keeps one list under a name, and the newest twenty', () => {
  const one = withKept([{ name: 'a', text: 'old' }], { name: 'a', text: 'new' });
  expect(one).toEqual([{ name: 'a', text: 'new' }]);
  const many = Array.from({ length: 25 }, (_, at) => ({ name: `${at}`, text: '' }));
  const kept = many.reduce(withKept, []);
  expect(kept.map(({ name }) => name)).toEqual(many.slice(5).map(({ name }) => name));
});

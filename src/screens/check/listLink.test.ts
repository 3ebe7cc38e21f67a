import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readList } from '../../insights/check/ListReader.ts';
import { listHash, readListHash } from './listLink.ts';

it('carries a short list, and no long one', () => {
  const images = [
    { name: 'swe/a-1', tag: 'v1' },
    { name: 'b,c', tag: 'latest' },
  ];
  const hash = listHash(images);
  expect(hash).toBe('#images=swe%2Fa-1%3Av1,b%2Cc%3Alatest');
  expect(readListHash(hash ?? '')).toBe('swe/a-1:v1\nb,c:latest');
  expect(listHash([])).toBeNull();
  expect(
    listHash(Array.from({ length: 200 }, (_, at) => ({ name: `n${at}x`, tag: 'latest' }))),
  ).toBe(null);
});

it('gives back the images it was made of', () => {
  const text = fc.stringMatching(/^[a-z0-9][a-z0-9._,%&#-]{0,20}$/);
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.record({ name: text, tag: fc.stringMatching(/^[a-z0-9._-]{1,9}$/) }), {
        minLength: 1,
        maxLength: 9,
        selector: ({ name, tag }) => `${name}:${tag}`,
      }),
      (images) => {
        const read = readList(readListHash(listHash(images) ?? '') ?? '');
        expect(read.images).toEqual(images);
      },
    ),
  );
});

it('makes nothing of what is no list', () => {
  expect(readListHash('')).toBeNull();
  expect(readListHash('#other=a')).toBeNull();
  expect(readListHash('#images=%')).toBeNull();
});

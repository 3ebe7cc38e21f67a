import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { runs } from '../../lib/testing/runs.ts';
import { TextTable } from '../text/TextTable.ts';
import { PathCodes } from './PathCodes.ts';

let paths: PathCodes;

beforeEach(() => {
  paths = new PathCodes(new TextTable());
});

describe('PathCodes', () => {
  it('numbers the shapes around NAME:TAG, and keeps no text for such a path', () => {
    expect(paths.codeFor('prime/ada/swe:v1', 'swe', 'v1')).toBe(1);
    expect(paths.codeFor('prime/ada/app:v2', 'app', 'v2')).toBe(1);
    expect(paths.codeFor('prime/bob/app:v2', 'app', 'v2')).toBe(2);
    expect(paths.codeFor('prime/ada/app:v2@sha256:1', 'app', 'v2')).toBe(3);
    expect(paths.codeFor('prime/ada/swe:v1', 'swe', 'v1')).toBe(1);
    expect(paths.shapes).toEqual([
      { prefix: 'prime/ada/', suffix: '' },
      { prefix: 'prime/bob/', suffix: '' },
      { prefix: 'prime/ada/', suffix: '@sha256:1' },
    ]);
    expect(paths.others.size).toBe(0);
  });

  it('gives back the path of each code beside its own name and tag', () => {
    const code = paths.codeFor('prime/ada/swe:v1', 'swe', 'v1');
    expect(paths.at(code, 'swe', 'v1')).toBe('prime/ada/swe:v1');
    expect(paths.at(code, 'app', 'v2')).toBe('prime/ada/app:v2');
    expect(paths.at(0, 'app', 'v2')).toBeNull();
    expect(paths.at(99, 'app', 'v2')).toBeNull();
  });

  it('has no code for no path', () => {
    expect(paths.codeFor(null, 'swe', 'v1')).toBe(0);
    expect(paths.codeFor('', 'swe', 'v1')).toBe(-1);
    expect(paths.at(-1, 'swe', 'v1')).toBe('');
  });

  it.each([
    ['holds another name', 'prime/ada/other:v1', 'swe', 'v1'],
    ['goes on for long after the tag', `swe:v1${'x'.repeat(33)}`, 'swe', 'v1'],
    ['joins two halves of a letter at its name', '\ud83d\ude00:v1', '\ude00', 'v1'],
    ['joins two halves of a letter at its tag', 'swe:\ud83d\ude00', 'swe', '\ud83d'],
  ])('keeps the text of a path that %s', (_, path, name, tag) => {
    expect(paths.codeFor(path, name, tag)).toBe(-1);
    expect(paths.at(-1, name, tag)).toBe(path);
    expect(paths.shapes).toEqual([]);
  });

  it.each([
    ['has nothing around it', 'swe:v1', 'swe', 'v1', ''],
    ['goes on for a little', `swe:v1${'x'.repeat(32)}`, 'swe', 'v1', 'x'.repeat(32)],
    ['has no tag', 'swe:', 'swe', '', ''],
    ['has no name', ':v1', '', 'v1', ''],
  ])('has a shape for a path that %s', (_, path, name, tag, suffix) => {
    expect(paths.codeFor(path, name, tag)).toBe(1);
    expect(paths.shapes).toEqual([{ prefix: '', suffix }]);
    expect(paths.at(1, name, tag)).toBe(path);
  });

  it.each([
    ['\ud800', '\ud7ff', 1],
    ['\ud800', '\udbff', 1],
    ['\ud800', '\udc00', -1],
    ['\udbff', '\udfff', -1],
    ['\ud800', '\ue000', 1],
    ['/', '\udc00', 1],
    ['e\u0301', '\u0327', -1],
    ['e', '\u0301', 1],
    [' ', ' ', -1],
    ['-', ' ', 1],
    ['👨\u200d', '👩', -1],
  ])('joins no letter of %j and a name that starts with %j', (end, start, code) => {
    expect(paths.codeFor(`a${end}${start}swe:v1`, `${start}swe`, 'v1')).toBe(code);
  });

  it.each([
    ['\ud800', '\udc00', -1],
    ['\udbff', '\udfff', -1],
    ['\ud800', '', 1],
    ['\ud7ff', '\udc00', 1],
    ['x', '-', 1],
    [' ', ' ', -1],
  ])('joins no letter of a tag that ends in %j and %j', (end, start, code) => {
    expect(paths.codeFor(`a/swe:v1${end}${start}`, 'swe', `v1${end}`)).toBe(code);
  });

  it('asks first whether the shape before fits, and looks for no other then', () => {
    expect(paths.codeFor('prime/ada/swe:v1@abc', 'swe', 'v1')).toBe(1);
    const looks = vi.spyOn(String.prototype, 'lastIndexOf');
    expect(paths.codeFor('prime/ada/app:latest@abc', 'app', 'latest')).toBe(1);
    expect(looks).not.toHaveBeenCalled();
  });

  it.each([
    ['prime/bob/swe:v1@abc', 2],
    ['prime/ada/swe:v1@abd', 2],
    ['prime/ada/swx:v1@abc', -1],
    ['prime/ada/swe:v2@abc', -1],
    ['prime/ada/swe-v1@abc', -1],
    ['prime/ada/swe:v1@abcd', 2],
  ])('does not take %s for the shape before', (path, code) => {
    expect(paths.codeFor('prime/ada/swe:v1@abc', 'swe', 'v1')).toBe(1);
    expect(paths.codeFor(path, 'swe', 'v1')).toBe(code);
    expect(paths.at(code, 'swe', 'v1')).toBe(path);
  });

  it('keeps such a text though the shape before would fit', () => {
    expect(paths.codeFor('a\ud83dswe:v1', 'swe', 'v1')).toBe(1);
    expect(paths.codeFor('a\ud83d\ude00swe:v1', '\ude00swe', 'v1')).toBe(-1);
  });

  it('takes what stands last for name and tag', () => {
    expect(paths.codeFor('a:b/a:b', 'a', 'b')).toBe(1);
    expect(paths.shapes).toEqual([{ prefix: 'a:b/', suffix: '' }]);
  });

  it('keeps texts once there are a thousand shapes', () => {
    for (let at = 0; at < 1024; at += 1) {
      expect(paths.codeFor(`${at}/swe:v1`, 'swe', 'v1')).toBe(at + 1);
    }
    expect(paths.codeFor('more/swe:v1', 'swe', 'v1')).toBe(-1);
    expect(paths.codeFor('7/swe:v1', 'swe', 'v1')).toBe(8);
    expect(paths.at(-1, 'swe', 'v1')).toBe('more/swe:v1');
    expect(paths.shapeFor('again', '')).toBe(-1);
  });

  it('tells shapes apart whose ends put together are the same', () => {
    const one = paths.shapeFor('ab', 'c');
    const other = paths.shapeFor('b', 'ca');
    expect(one).not.toBe(other);
    expect(paths.shapeFor('1:', '')).not.toBe(paths.shapeFor('', '1:'));
  });

  it('gives back every path, whatever came before', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', ':', '/', 'Σ', '\ud83d', '\ude00'),
      maxLength: 6,
    });
    const around = fc.tuple(text, text, text, text).map(([prefix, name, tag, suffix]) => ({
      path: `${prefix}${name}:${tag}${suffix}`,
      name,
      tag,
    }));
    const any = fc.record({ path: fc.option(text), name: text, tag: text });
    fc.assert(
      fc.property(fc.array(fc.oneof(around, any), { maxLength: 12 }), (list) => {
        const codes = new PathCodes(new TextTable());
        const given = list.map(({ path, name, tag }) => codes.codeFor(path, name, tag));
        list.forEach(({ path, name, tag }, at) => {
          expect(codes.at(given[at] ?? 0, name, tag)).toBe(path);
        });
      }),
      { numRuns: runs(1000) },
    );
  });
});

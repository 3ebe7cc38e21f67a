import { describe, expect, it } from 'vitest';
import { searchText } from '../../lib/searchText.ts';
import { allParts } from '../../lib/tasks/takeParts.ts';
import { foldParts, join, type TextChunk } from './textChunk.ts';

const fold = (chunk: TextChunk) => allParts(foldParts(chunk, searchText));

describe('the form of a chunk that is searched', () => {
  it('is the chunk itself, not another copy, where nothing is changed', () => {
    const chunk = join(['clx0a1', 'swe-gym/x-1', '']);
    expect(fold(chunk)).toBe(chunk);
  });

  it.each([
    ['a capital', ['Clx0a1', 'b']],
    ['spaces in a row', ['a  b', 'c']],
    ['a line break', ['a\nb', 'c']],
    ['a letter beyond ASCII', ['é', 'c']],
  ])('is made of each text where one has %s', (_, texts) => {
    const chunk = join(texts);
    const folded = fold(chunk);
    expect(folded).toEqual(join(texts.map(searchText)));
    expect(folded).not.toBe(chunk);
  });
});

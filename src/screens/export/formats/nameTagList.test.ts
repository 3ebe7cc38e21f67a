import { describe, expect, it } from 'vitest';
import { buildOf } from '../testing/storeOf.ts';
import { nameTagList } from './nameTagList.ts';

describe('the name:tag list', () => {
  it('says each image once, in the order of the builds', () => {
    const all = [
      buildOf('c1', { imageName: 'b', imageTag: '2' }),
      buildOf('c2', { imageName: 'a' }),
      buildOf('c3', { imageName: 'b', imageTag: '2' }),
      buildOf('c4', { imageName: 'b' }),
    ];
    expect([...nameTagList.pieces(all, 0)].join('')).toBe('b:2\na:v1\nb:v1\n');
  });

  it('lets no name be two lines', () => {
    const all = [buildOf('c1', { imageName: 'a\nrm -rf', imageTag: '\u001b[2J' })];
    const text = [...nameTagList.pieces(all, 0)].join('');
    expect(text).toBe('a rm -rf:⟨U+001B⟩[2J\n');
  });
});

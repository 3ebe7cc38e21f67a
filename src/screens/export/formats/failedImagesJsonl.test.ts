import { describe, expect, it } from 'vitest';
import { artifactOf, buildOf } from '../testing/storeOf.ts';
import { failedImagesJsonl } from './failedImagesJsonl.ts';

describe('the list of failed images', () => {
  it('names each failed image once, with its message whole', () => {
    const silent = artifactOf('a1', { errorMessage: ' ' });
    const said = artifactOf('a2', { errorMessage: 'one\ntwo "three"' });
    const all = [
      buildOf('c1', { imageName: 'ok' }),
      buildOf('c2', { imageName: 'x', status: 'FAILED', artifacts: [silent, said] }),
      buildOf('c3', { imageName: 'x', status: 'FAILED' }),
      buildOf('c4', { imageName: 'y', imageTag: 'é"\n', status: 'FAILED', artifacts: null }),
    ];
    const lines = [...failedImagesJsonl.pieces(all, 0)].join('').split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { image: 'x', tag: 'v1', error: 'one\ntwo "three"' },
      { image: 'y', tag: 'é"\n', error: null },
    ]);
  });

  it('does not take images apart at the colon', () => {
    const all = [
      buildOf('c1', { imageName: 'a:b', imageTag: 'c', status: 'FAILED' }),
      buildOf('c2', { imageName: 'a', imageTag: 'b:c', status: 'FAILED' }),
    ];
    expect([...failedImagesJsonl.pieces(all, 0)].filter(Boolean)).toHaveLength(2);
  });
});

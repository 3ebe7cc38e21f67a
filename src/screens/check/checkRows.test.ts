import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkList } from '../../insights/check/ListCheck.ts';
import { readList } from '../../insights/check/ListReader.ts';
import { ImageNames } from '../../insights/images/ImageNames.ts';
import { tableOf } from '../../list/testing/tableOf.ts';
import { checkRows, keyOf } from './checkRows.ts';

it('finds each image of any part of a list, and none that is not of it', () => {
  const facts = new ImageNames().facts(tableOf([]));
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(99)), fc.func(fc.boolean()), (numbers, isShown) => {
      const { images, places } = readList(numbers.map((one) => `set-${one}:v1`).join('\n'));
      const all = checkList(facts, images, 0).images;
      const shown = all.filter((one) => isShown(one.name));
      const rows = checkRows(shown, places);
      expect(rows.count).toBe(shown.length);
      for (const image of all) {
        const at = shown.indexOf(image);
        expect(rows.positionOf(keyOf(image))).toBe(at < 0 ? null : at);
        if (at >= 0) expect(rows.keyAt(at)).toBe(keyOf(image));
      }
      expect(rows.positionOf('other:v1')).toBeNull();
    }),
  );
});

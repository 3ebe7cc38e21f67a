import { expect, it } from 'vitest';
import { exportFileName } from './exportFileName.ts';

it('names a file by its time in UTC, without colons', () => {
  const name = exportFileName(
    { stem: 'image-builds', extension: 'csv' },
    Date.UTC(2026, 10, 24, 9, 15, 59),
  );
  expect(name).toBe('image-builds-2026-11-24T0915Z.csv');
});

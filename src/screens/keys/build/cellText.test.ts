// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { COLUMNS, type Column } from '../../../views/address/View.ts';
import { buildRecord } from '../../build/BuildRecord.ts';
import { artifact, build } from '../testing/builds.ts';
import { cellText, columnOf } from './cellText.ts';

it('gives what the API wrote, for each column', () => {
  const record = buildRecord(
    0,
    build('b1', {
      startedAt: '2026-11-20T09:01:00',
      completedAt: '2026-11-20T09:02:00',
      artifacts: [artifact({ fullImagePath: 'p/app:v1', errorMessage: 'no space' })],
    }),
  );
  const texts = Object.fromEntries(COLUMNS.map((column) => [column, cellText(record, column)]));
  expect(texts).toEqual({
    status: 'COMPLETED',
    image: 'app',
    tag: 'v1',
    artifacts: 'CONTAINER_IMAGE',
    error: 'no space',
    created: record.build.createdAt,
    started: '2026-11-20T09:01:00',
    ended: '2026-11-20T09:02:00',
    duration: '',
    wait: '',
    id: 'b1',
    path: 'p/app:v1',
  } satisfies Record<Column, string>);
});

it('gives nothing for what is not known', () => {
  const record = buildRecord(0, build('b1', { artifacts: null }));
  for (const column of ['artifacts', 'error', 'path', 'started', 'ended'] as const) {
    expect(cellText(record, column)).toBe('');
  }
});

it('finds the column of what is in a cell, status for a row', () => {
  document.body.innerHTML =
    '<div id="row"><div data-column="image"><b></b></div><div data-column="open"><i></i></div></div>';
  expect(columnOf(document.querySelector('b'))).toBe('image');
  expect(columnOf(document.querySelector('i'))).toBe('status');
  expect(columnOf(document.querySelector('#row'))).toBe('status');
  expect(columnOf(null)).toBe('status');
});

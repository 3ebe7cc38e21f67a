import { expect, it } from 'vitest';
import type { Build } from '../../contract/build.ts';
import { listOf } from '../../replica/testing/listOf.ts';
import { parseView } from '../../views/address/parseView.ts';
import { resolveView } from '../../views/resolveView.ts';
import { createRecordCache } from '../frame/list/recordCache.ts';
import { tableRows } from '../frame/list/tableRows.ts';
import { missingBuilds } from './missingBuilds.ts';

const NOW = Date.UTC(2026, 10, 20, 12);
const build = (id: string, status: string): Build => ({
  id,
  imageName: 'ubuntu',
  imageTag: id,
  status,
  createdAt: '2026-11-20T09:00:00',
  startedAt: null,
  completedAt: null,
  artifacts: [],
});

function missing(search: string, complete = true) {
  const { table } = listOf([build('done', 'COMPLETED'), build('broken', 'FAILED')]);
  const view = parseView(search);
  const { order } = table.newSelector().select(resolveView(view, NOW), NOW);
  const rows = tableRows(table, order, createRecordCache(table));
  return missingBuilds({ table, rows, view, complete, now: NOW });
}

it('says nothing of an opened build that is shown', () => {
  expect(missing('?open=broken')).toEqual([]);
});

it('names only the terms that hide an opened build', () => {
  const [found] = missing('?open=broken&status=completed&image=ubuntu');
  expect(found?.hiddenBy?.map((term) => term.kind)).toEqual(['words']);
});

it('says that a build is not in the list only once the list is complete', () => {
  expect(missing('?open=gone', false)).toEqual([]);
  expect(missing('?open=gone')).toEqual([{ id: 'gone', hiddenBy: null, opened: true }]);
});

it('treats an id that is searched for as one that is opened', () => {
  expect(missing('?q=broken&status=COMPLETED')).toMatchObject([{ id: 'broken', opened: false }]);
});

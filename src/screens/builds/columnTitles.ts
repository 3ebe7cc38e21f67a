import type { Column } from '../../views/address/View.ts';

/** What each column is called, in its header and in menus. */
export const COLUMN_TITLES: Record<Column, string> = {
  status: 'Status',
  image: 'Image',
  tag: 'Tag',
  artifacts: 'Artifacts',
  error: 'Error',
  created: 'Created',
  started: 'Started',
  ended: 'Ended',
  duration: 'Duration',
  wait: 'Waited',
  id: 'ID',
  path: 'Path',
};

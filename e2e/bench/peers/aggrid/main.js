import {
  ClientSideRowModelApiModule,
  ClientSideRowModelModule,
  createGrid,
  ExternalFilterModule,
  ModuleRegistry,
  QuickFilterModule,
  RowApiModule,
} from 'ag-grid-community';
import '../shared/page.css';
import {
  artifactsOf,
  countText,
  durationOf,
  durationText,
  errorOf,
  FACETS,
  imageOf,
  instantOf,
  ROW_HEIGHT,
  timeText,
} from '../shared/columns.js';
import { loadBuilds } from '../shared/loadBuilds.js';
import { makeBar } from '../shared/makeBar.js';

ModuleRegistry.registerModules([
  ClientSideRowModelModule,
  ClientSideRowModelApiModule,
  QuickFilterModule,
  RowApiModule,
  ExternalFilterModule,
]);

const unsearched = () => '';
const time = (cell) => timeText(instantOf(cell.value));
const columnDefs = [
  {
    colId: 'status',
    headerName: 'Status',
    field: 'status',
    width: 110,
    getQuickFilterText: unsearched,
  },
  { colId: 'image', headerName: 'Image', valueGetter: (cell) => imageOf(cell.data), flex: 2 },
  {
    colId: 'artifacts',
    headerName: 'Artifacts',
    valueGetter: (cell) => artifactsOf(cell.data),
    getQuickFilterText: unsearched,
    flex: 1.5,
  },
  { colId: 'error', headerName: 'Error', valueGetter: (cell) => errorOf(cell.data), flex: 2 },
  {
    colId: 'created',
    headerName: 'Created',
    field: 'createdAt',
    valueFormatter: time,
    getQuickFilterText: unsearched,
    width: 180,
  },
  {
    colId: 'started',
    headerName: 'Started',
    field: 'startedAt',
    valueFormatter: time,
    getQuickFilterText: unsearched,
    width: 180,
  },
  {
    colId: 'duration',
    headerName: 'Duration',
    valueGetter: (cell) => durationOf(cell.data),
    valueFormatter: (cell) => durationText(cell.value),
    getQuickFilterText: unsearched,
    width: 110,
  },
  { colId: 'id', headerName: 'ID', field: 'id', width: 230 },
];

let status = null;
const bar = makeBar({
  onSearch: (text) => grid.setGridOption('quickFilterText', text),
  facets: FACETS,
  onFacet: (value) => {
    status = value;
    grid.onFilterChanged();
  },
});

const holder = document.createElement('div');
holder.className = 'table';
document.body.append(bar.element, holder);

let loaded = 0;
const grid = createGrid(holder, {
  columnDefs,
  rowHeight: ROW_HEIGHT,
  animateRows: false,
  cacheQuickFilter: true,
  getRowId: (row) => row.data.id,
  isExternalFilterPresent: () => status !== null,
  doesExternalFilterPass: (row) => row.data.status === status,
  onModelUpdated: ({ api }) => bar.say(countText(api.getDisplayedRowCount(), loaded)),
});

loadBuilds((builds) => {
  loaded += builds.length;
  if (loaded === builds.length) grid.setGridOption('rowData', builds);
  else grid.applyTransactionAsync({ add: builds });
});

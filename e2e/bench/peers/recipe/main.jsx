import {
  columnFilteringFeature,
  createFilteredRowModel,
  createSortedRowModel,
  filterFn_equalsString,
  filterFn_includesString,
  globalFilteringFeature,
  rowSortingFeature,
  sortFn_alphanumeric,
  sortFn_text,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
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

const features = tableFeatures({
  rowSortingFeature,
  columnFilteringFeature,
  globalFilteringFeature,
  sortedRowModel: createSortedRowModel(),
  filteredRowModel: createFilteredRowModel(),
  sortFns: { alphanumeric: sortFn_alphanumeric, text: sortFn_text },
  filterFns: { includesString: filterFn_includesString, equalsString: filterFn_equalsString },
});

const time = (info) => timeText(instantOf(info.getValue()));
const columns = [
  { accessorKey: 'status', header: 'Status', filterFn: 'equalsString' },
  { id: 'image', accessorFn: imageOf, header: 'Image' },
  { id: 'artifacts', accessorFn: artifactsOf, header: 'Artifacts' },
  { id: 'error', accessorFn: errorOf, header: 'Error' },
  { id: 'created', accessorKey: 'createdAt', header: 'Created', cell: time },
  { id: 'started', accessorKey: 'startedAt', header: 'Started', cell: time },
  {
    id: 'duration',
    accessorFn: durationOf,
    header: 'Duration',
    cell: (info) => durationText(info.getValue()),
  },
  { accessorKey: 'id', header: 'ID' },
];
const SEARCHED = new Set(['image', 'error', 'id']);
const isSearched = (column) => SEARCHED.has(column.id);

function BuildsTable() {
  const [builds, setBuilds] = useState([]);
  const scroller = useRef(null);

  // The list comes from outside React, page by page.
  useEffect(() => {
    loadBuilds((page) => setBuilds((held) => [...held, ...page]));
  }, []);

  const table = useTable({
    features,
    columns,
    data: builds,
    globalFilterFn: 'includesString',
    getColumnCanGlobalFilter: isSearched,
  });
  const { rows } = table.getRowModel();
  const status = table.getColumn('status');

  return (
    <>
      <div className="bar">
        <input
          type="search"
          aria-label="Search builds"
          onChange={(event) => table.setGlobalFilter(event.target.value)}
        />
        {FACETS.map((facet) => (
          <button
            type="button"
            key={facet}
            aria-pressed={status.getFilterValue() === facet}
            onClick={() =>
              status.setFilterValue(status.getFilterValue() === facet ? undefined : facet)
            }
          >
            {facet}
          </button>
        ))}
        <span role="status">{countText(rows.length, builds.length)}</span>
      </div>
      <div className="table scroller" ref={scroller}>
        {table.getHeaderGroups().map((group) => (
          <div className="head" key={group.id}>
            {group.headers.map((header) => (
              <div key={header.id}>
                <button type="button" onClick={header.column.getToggleSortingHandler()}>
                  <table.FlexRender header={header} />
                </button>
              </div>
            ))}
          </div>
        ))}
        <Rows table={table} scroller={scroller} />
      </div>
    </>
  );
}

/** The page beside this one: rows of one height are not measured, and more are drawn ahead. */
const FIXED = document.documentElement.dataset.heights === 'fixed';

function Rows({ table, scroller }) {
  const { rows } = table.getRowModel();
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index].id,
    overscan: FIXED ? 10 : 5,
  });
  return (
    <div className="body" style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map((item) => {
        const row = rows[item.index];
        return (
          <div
            className="row"
            key={row.id}
            data-index={item.index}
            ref={FIXED ? undefined : virtualizer.measureElement}
            style={{ transform: `translateY(${item.start}px)` }}
          >
            {row.getAllCells().map((cell) => (
              <div key={cell.id}>
                <table.FlexRender cell={cell} />
              </div>
            ))}
          </div>
        );
      })}
    </div>
  );
}

const root = document.createElement('div');
root.style.display = 'contents';
document.body.append(root);
createRoot(root).render(<BuildsTable />);

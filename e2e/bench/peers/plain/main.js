import '../shared/page.css';
import { countText, durationText, FACETS, ROW_HEIGHT, timeText } from '../shared/columns.js';
import { loadBuilds } from '../shared/loadBuilds.js';
import { makeBar } from '../shared/makeBar.js';
import { Columns } from './Columns.js';

const SORTABLE = ['Status', 'Image', 'Created', 'Started', 'Duration'];
const HEADERS = ['Status', 'Image', 'Artifacts', 'Error', 'Created', 'Started', 'Duration', 'ID'];
const OVERSCAN = 12;

const columns = new Columns();
let sorted = null;
let order = new Uint32Array(0);
let needle = '';
let status = null;
let sort = null;

const bar = makeBar({
  onSearch: (text) => {
    needle = text.toLowerCase();
    select();
  },
  facets: FACETS,
  onFacet: (value) => {
    status = value;
    select();
  },
});

function element(className, ...children) {
  const made = document.createElement('div');
  made.className = className;
  made.append(...children);
  return made;
}

const head = element(
  'head',
  ...HEADERS.map((name) => {
    if (!SORTABLE.includes(name)) return element('', name);
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = name;
    button.addEventListener('click', () => sortBy(name));
    return element('', button);
  }),
);
const body = element('body');
const scroller = element('table scroller', head, body);
document.body.append(bar.element, scroller);
scroller.addEventListener('scroll', draw, { passive: true });

/** The first click sorts ascending, the next one reverses. */
function sortBy(column) {
  if (sort === column) sorted.reverse();
  else sorted = columns.sortedBy(column);
  sort = column;
  select();
}

function select() {
  const all = sorted ?? Uint32Array.from({ length: columns.size }, (_, row) => row);
  order = columns.matching(all, needle, status);
  body.style.height = `${order.length * ROW_HEIGHT}px`;
  bar.say(countText(order.length, columns.size));
  for (const slot of slots) slot.shown = -1;
  draw();
}

const slots = [];

/** Each element of the pool shows every n-th row, so that a scroll rewrites only the new ones. */
function draw() {
  const inView = Math.ceil(scroller.clientHeight / ROW_HEIGHT) + 2 * OVERSCAN;
  while (slots.length < inView) {
    const cells = HEADERS.map(() => element(''));
    const row = element('row', ...cells);
    body.append(row);
    slots.push({ row, cells, shown: -1 });
  }
  const first = Math.max(0, Math.floor(scroller.scrollTop / ROW_HEIGHT) - OVERSCAN);
  for (let index = first; index < first + slots.length; index++) {
    const slot = slots[index % slots.length];
    const row = order[index];
    slot.row.hidden = row === undefined;
    if (row === undefined || slot.shown === index) continue;
    slot.shown = index;
    slot.row.dataset.index = String(index);
    slot.row.style.transform = `translateY(${index * ROW_HEIGHT}px)`;
    for (const [at, text] of textsOf(row).entries()) slot.cells[at].textContent = text;
  }
}

function textsOf(row) {
  return [
    columns.statuses.values[columns.status[row]],
    `${columns.names.values[columns.name[row]]}:${columns.tags.values[columns.tag[row]]}`,
    columns.artifacts.values[columns.artifact[row]],
    columns.errors.values[columns.error[row]],
    timeText(columns.created[row]),
    timeText(columns.started[row]),
    durationText(columns.duration[row]),
    columns.ids[row],
  ];
}

loadBuilds((builds) => {
  columns.add(builds);
  select();
});

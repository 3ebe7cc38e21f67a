import { formatCount } from '../../lib/number.ts';
import { parseView } from '../address/parseView.ts';
import { reduceSavedViews } from './reduceSavedViews.ts';
import {
  BUILT_IN_VIEWS,
  cleanName,
  findSavedView,
  NO_SAVED_VIEWS,
  type SavedView,
  type SavedViews,
  searchToSave,
} from './SavedViews.ts';

const KIND = 'image-builds-views';
const VERSION = 1;
const LONGEST = 2_000_000;
/** More entries than this are not read; far fewer are kept. */
const MOST_ENTRIES = 1000;

/**
 * Writes saved views as JSON: with `personal` (what was opened when, the default) to keep on
 * this device, without it to share.
 */
export function printSavedViews(state: SavedViews, personal: boolean): string {
  const own = state.own.map(({ name, search, openedAt }) =>
    personal ? { name, search, openedAt } : { name, search },
  );
  const file = personal
    ? {
        kind: KIND,
        version: VERSION,
        views: own,
        opened: Object.fromEntries(state.builtInsOpened),
        defaultName: state.defaultName,
      }
    : { kind: KIND, version: VERSION, views: own };
  return JSON.stringify(file, null, personal ? 0 : 2);
}

/**
 * Reads what `printSavedViews` wrote, and what comes near: a list alone, whole addresses in
 * place of queries, files of other versions. What cannot be read is a sentence in `problems`,
 * and the rest is kept. No token stays in an address. Never throws.
 */
export function parseSavedViews(text: string): {
  readonly state: SavedViews;
  readonly problems: readonly string[];
} {
  const nothing = (problem: string) => ({ state: NO_SAVED_VIEWS, problems: [problem] });
  if (text.length > LONGEST) return nothing('This file is too large to be saved views.');
  const file = parseJson(text);
  const list = Array.isArray(file) ? file : isRecord(file) ? file['views'] : undefined;
  if (!Array.isArray(list)) return nothing('This is not a file of saved views.');
  const problems: string[] = [];
  if (isRecord(file) && typeof file['version'] === 'number' && file['version'] > VERSION) {
    problems.push('This file is of a newer version; what it adds was left out.');
  }
  let state = NO_SAVED_VIEWS;
  if (list.length > MOST_ENTRIES) {
    const counts = `${formatCount(MOST_ENTRIES)} of ${formatCount(list.length)}`;
    problems.push(`Only the first ${counts} views were read.`);
  }
  for (const [index, entry] of list.slice(0, MOST_ENTRIES).entries()) {
    const view = readEntry(entry);
    if (view === null) {
      problems.push(`View ${index + 1} has no name or no address and was left out.`);
      continue;
    }
    const next = reduceSavedViews(state, { kind: 'import', views: [view] });
    const added = next.own[state.own.length];
    state =
      added === undefined
        ? next
        : { ...next, own: [...state.own, { ...added, openedAt: view.openedAt }] };
  }
  return { state: isRecord(file) ? withPersonal(state, file) : state, problems };
}

function readEntry(entry: unknown): SavedView | null {
  if (!isRecord(entry) || typeof entry['name'] !== 'string') return null;
  const name = cleanName(entry['name']);
  const address = entry['search'] ?? entry['url'];
  if (name === '' || typeof address !== 'string') return null;
  const search = searchToSave(parseView(queryOf(address)));
  return { name, search, openedAt: readTime(entry['openedAt']) };
}

/** The query of a whole address, or the query itself with or without its `?`. */
function queryOf(address: string): string {
  const start = address.indexOf('?');
  if (start < 0) return /^[a-z]+:\/\//i.test(address) ? '' : address;
  return address.slice(start).replace(/#.*$/s, '');
}

function withPersonal(state: SavedViews, file: Readonly<Record<string, unknown>>): SavedViews {
  const opened = file['opened'];
  const builtInsOpened = new Map<string, number>();
  for (const { name } of BUILT_IN_VIEWS) {
    const at = isRecord(opened) && Object.hasOwn(opened, name) ? readTime(opened[name]) : null;
    if (at !== null) builtInsOpened.set(name, at);
  }
  const chosen = file['defaultName'];
  const defaultName = typeof chosen === 'string' ? findSavedView(state, chosen)?.name : undefined;
  return { ...state, builtInsOpened, defaultName: defaultName ?? null };
}

function readTime(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

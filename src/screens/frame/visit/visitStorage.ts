import type { Visit } from './visit.ts';
import { KEEP_VISITS, OWN_VISIT, VISITS } from './wipeVisits.ts';

/** Lists whose marks are kept at most: the oldest marks go first. */
const MOST = 50;

/** Where visits are kept: a time under a hash, nothing else. Storage that fails keeps nothing. */
export interface VisitStorage {
  /** The mark of a list on this device; null: none. */
  mark(key: string): number | null;
  /** Marks never go back: of two tabs the later one counts. */
  setMark(key: string, at: number): void;
  /** The visit of this tab to a list, from before a reload. */
  own(key: string): Visit | null;
  setOwn(key: string, visit: Visit): void;
  /** True when marks outlive a sign-out. */
  keeps(): boolean;
  keep(wanted: boolean): void;
}

/** Storage of this device and of this tab. */
export const browserVisits: VisitStorage = {
  mark: (key) => readMarks().get(key) ?? null,
  setMark(key, at) {
    const marks = readMarks();
    marks.set(key, Math.max(marks.get(key) ?? at, at));
    const newest = [...marks].sort(([, a], [, b]) => b - a).slice(0, MOST);
    write(localStorageOrNull(), VISITS, JSON.stringify(Object.fromEntries(newest)));
  },
  own(key) {
    const kept = parse(read(sessionStorageOrNull(), OWN_VISIT));
    if (typeof kept !== 'object' || kept === null) return null;
    if (!('key' in kept) || kept.key !== key) return null;
    const time = (value: unknown) => (typeof value === 'number' ? value : null);
    return {
      mark: 'mark' in kept ? time(kept.mark) : null,
      leftAt: 'leftAt' in kept ? time(kept.leftAt) : null,
      dismissed: 'dismissed' in kept && kept.dismissed === true,
    };
  },
  setOwn: (key, visit) =>
    write(sessionStorageOrNull(), OWN_VISIT, JSON.stringify({ key, ...visit })),
  keeps: () => read(localStorageOrNull(), KEEP_VISITS) !== null,
  keep(wanted) {
    if (wanted) write(localStorageOrNull(), KEEP_VISITS, '1');
    else remove(localStorageOrNull(), KEEP_VISITS);
  },
};

/** Reads what was kept, in whatever state it is: a hash and a time each, nothing else. */
export function parseMarks(text: string | null): Map<string, number> {
  const kept = parse(text);
  if (typeof kept !== 'object' || kept === null) return new Map();
  const marks = Object.entries(kept).flatMap(([key, at]: [string, unknown]) =>
    /^[0-9a-f]{64}$/.test(key) && typeof at === 'number' && Number.isFinite(at)
      ? [[key, at] as const]
      : [],
  );
  return new Map(marks);
}

function readMarks(): Map<string, number> {
  return parseMarks(read(localStorageOrNull(), VISITS));
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

function localStorageOrNull(): Storage | null {
  return reach(() => window.localStorage);
}

function sessionStorageOrNull(): Storage | null {
  return reach(() => window.sessionStorage);
}

/** Where storage is switched off, naming it throws already. */
function reach(name: () => Storage): Storage | null {
  try {
    return name();
  } catch {
    return null;
  }
}

function read(store: Storage | null, key: string): string | null {
  try {
    return store?.getItem(key) ?? null;
  } catch {
    return null;
  }
}

function write(store: Storage | null, key: string, text: string): void {
  try {
    store?.setItem(key, text);
  } catch {
    // Full: the mark stays where it was.
  }
}

function remove(store: Storage | null, key: string): void {
  try {
    store?.removeItem(key);
  } catch {
    // Nothing is kept there.
  }
}

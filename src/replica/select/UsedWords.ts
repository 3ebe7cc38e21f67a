import { bytes } from '../../lib/grown.ts';
import type { BuildStore } from '../columns/BuildStore.ts';

/** 1 for each code of a status, and of an artifact type, that a build in a store has. */
export interface Used {
  readonly statuses: Uint8Array;
  readonly types: Uint8Array;
}

/** The words that the builds of one store have: read once for each version, not with each filter. */
export class UsedWords {
  readonly #store: BuildStore;
  #kept: { readonly version: number; readonly used: Used } | null = null;

  constructor(store: BuildStore) {
    this.#store = store;
  }

  /** Of the store as it is now; the same object while it does not change. */
  now(): Used {
    const { version } = this.#store;
    if (this.#kept?.version !== version) this.#kept = { version, used: usedIn(this.#store) };
    return this.#kept.used;
  }
}

function usedIn({ alive, columns }: BuildStore): Used {
  const { rows, status, statuses, first, count, artifacts } = columns;
  const { type } = artifacts;
  const used = { statuses: bytes(statuses.size), types: bytes(artifacts.types.size) };
  for (let row = 0; row < rows; row += 1) {
    if (alive[row] !== 1) continue;
    used.statuses[status[row] ?? 0] = 1;
    const from = first[row] ?? 0;
    const end = from + (count[row] ?? 0);
    for (let at = from; at < end; at += 1) used.types[type[at] ?? 0] = 1;
  }
  return used;
}

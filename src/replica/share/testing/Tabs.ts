import { QueryClient } from '@tanstack/react-query';
import { vi } from 'vitest';
import type { fetchPage } from '../../../contract/fetchPage.ts';
import { FakeLines } from '../../../lib/tabs/testing/FakeLines.ts';
import { FakeLocks } from '../../../lib/tabs/testing/FakeLocks.ts';
import { createReplica, type Replica } from '../../createReplica.ts';
import { FakeApi, FakeCopies, FakeVisibility } from '../../testing/fakeApi.ts';
import { joinTabs } from '../joinTabs.ts';

export interface Tab {
  readonly token: string;
  readonly replica: Replica;
  readonly visibility: FakeVisibility;
  /** The tokens that it heard to be refused. */
  readonly refused: string[];
  /** Its calls. */
  calls: number;
}

/** Tabs of one browser under fake timers, over an API whose answers take their time. */
export class Tabs {
  readonly api = new FakeApi();
  readonly locks = new FakeLocks();
  readonly lines = new FakeLines();
  /** Those that are open. */
  readonly open = new Set<Tab>();
  #seed: number;

  /** How long a call takes, either way, at most. Milliseconds. */
  latency = 100;
  /** False: a browser without locks. */
  hasLocks = true;

  constructor(seed = 1) {
    this.#seed = seed;
  }

  get list() {
    return this.api.lists.get('one') ?? [];
  }

  /** Opens a tab. */
  start(visible = true, token = 'one'): Tab {
    const visibility = new FakeVisibility();
    visibility.set(visible);
    const refused: string[] = [];
    const { lines } = this;
    const locks = this.hasLocks ? this.locks : null;
    const browser = { locks, openLine: lines.open, visibility, random: this.#random };
    const replica = createReplica({
      token,
      queryClient: new QueryClient(),
      visibility,
      copies: new FakeCopies(),
      fetchPage: (request) => {
        tab.calls += 1;
        return this.#fetch(request);
      },
      onUnauthorized: (old) => refused.push(old),
      random: this.#random,
      share: (list, parts) => joinTabs(list, parts, browser),
    });
    const tab: Tab = { token, replica, visibility, refused, calls: 0 };
    this.open.add(tab);
    replica.start();
    return tab;
  }

  /** Closes a tab as a crash does: it says nothing of it. */
  kill(tab: Tab): void {
    this.open.delete(tab);
    this.lines.cut(() => tab.replica.dispose());
  }

  /** Ends a tab as a sign-out does. */
  end(tab: Tab): void {
    this.open.delete(tab);
    tab.replica.dispose();
  }

  /** Closes all. */
  close(): void {
    for (const { replica } of this.open) replica.dispose();
    this.open.clear();
  }

  async pass(ms: number): Promise<void> {
    await vi.advanceTimersByTimeAsync(ms);
  }

  /** The builds of a tab, or of the server's list, with what became of each. */
  rowsOf({ replica }: Tab): string[] {
    const { table } = replica;
    return Array.from({ length: table.rowCount }, (_, row) => row)
      .filter((row) => table.alive[row] === 1)
      .map((row) => `${table.id.at(row)} ${table.texts.statuses.at(table.status[row] ?? 0)}`)
      .sort();
  }

  idsOf({ replica: { table } }: Tab): string[] {
    const rows = Array.from({ length: table.rowCount }, (_, row) => row);
    return rows.filter((row) => table.alive[row] === 1).map((row) => table.id.at(row));
  }

  get rowsOfServer(): string[] {
    return this.list.map(({ id, status }) => `${id} ${status}`).sort();
  }

  readonly #fetch: typeof fetchPage = async (request) => {
    const [there, back] = [this.#random() * this.latency, this.#random() * this.latency];
    await new Promise((resolve) => setTimeout(resolve, there));
    try {
      return await this.api.fetchPage(request);
    } finally {
      await new Promise((resolve) => setTimeout(resolve, back));
    }
  };

  readonly #random = () => {
    this.#seed = (this.#seed * 48_271) % 2_147_483_647;
    return this.#seed / 2_147_483_647;
  };
}

import { ApiError, type ApiErrorKind } from '../../contract/ApiError.ts';
import type { Artifact, Build, Page } from '../../contract/build.ts';
import type { PageRequest } from '../../contract/fetchPage.ts';
import { artifactOf, buildOf } from '../../contract/testing/builds.ts';
import type { ReplicaVisibility } from '../../lib/surroundings.ts';
import type { Copies, ListCopy } from '../copy/Copies.ts';

/** A build that never began, newest last: number 7 is created seven seconds after number 0. */
export function fakeBuild(number: number, part: Partial<Build> = {}): Build {
  return buildOf(`b${number}`, {
    imageTag: String(number),
    createdAt: new Date(Date.UTC(2026, 10, 1) + number * 1000).toISOString(),
    startedAt: null,
    completedAt: null,
    artifacts: null,
    ...part,
  });
}

export function fakeArtifact(id: string, part: Partial<Artifact> = {}): Artifact {
  const createdAt = '2026-11-01T00:00:00Z';
  return artifactOf(id, { createdAt, startedAt: null, completedAt: null, ...part });
}

/** So many builds, newest first. */
export function fakeBuilds(count: number, from = 0): Build[] {
  return Array.from({ length: count }, (_, at) => fakeBuild(from + count - 1 - at));
}

export function fakeError(kind: ApiErrorKind, retryAfterMs: number | null = null): ApiError {
  return new ApiError({ kind, status: null, message: kind, retryAfterMs });
}

/** An API in memory: lists by token, failures to come, answers that wait to be let go. */
export class FakeApi {
  readonly lists = new Map<string, Build[]>();
  readonly calls: PageRequest[] = [];
  /** Each call takes the first of these and fails with it. */
  readonly failures: ApiError[] = [];
  /** While true, calls wait for `release`. */
  stalling = false;
  /** While true, a call that waits has its answer, which is still to be read. */
  arriving = false;
  cap = 1000;
  #waiting: (() => void)[] = [];

  readonly fetchPage = async (request: PageRequest): Promise<Page> => {
    this.calls.push(request);
    const failure = this.failures.shift();
    if (this.arriving) void Promise.resolve().then(() => request.onArrived?.());
    if (this.stalling) {
      await new Promise<void>((resolve, reject) => {
        this.#waiting.push(resolve);
        request.signal?.addEventListener('abort', () => reject(request.signal?.reason));
      });
    }
    if (failure) throw failure;
    const list = this.lists.get(request.token);
    if (!list) throw fakeError('unauthorized');
    const { offset } = request;
    const limit = Math.min(request.limit, this.cap);
    const builds = list.slice(offset, offset + limit);
    const total = list.length > 0 || offset === 0 ? list.length : null;
    request.onText?.(JSON.stringify({ total_count: total, offset, limit, data: builds }));
    return { total, offset, limit, status: null, builds, received: builds.length, unreadable: [] };
  };

  /** Lets the waiting calls go, the last one first when `backwards`. */
  release(backwards = false): void {
    const waiting = backwards ? this.#waiting.reverse() : this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }

  get asked(): string[] {
    return this.calls.map(({ offset, limit }) => `${offset}+${limit}`);
  }
}

export class FakeVisibility implements ReplicaVisibility {
  #visible = true;
  readonly listeners = new Set<() => void>();

  isVisible = () => this.#visible;

  subscribe = (changed: () => void) => {
    this.listeners.add(changed);
    return () => {
      this.listeners.delete(changed);
    };
  };

  set(visible: boolean): void {
    this.#visible = visible;
    for (const listener of this.listeners) listener();
  }
}

/** Storage in memory; `broken` makes it keep nothing, as a full or disabled one does. */
export class FakeCopies implements Copies {
  readonly copies = new Map<string, ListCopy>();
  wish = false;
  broken = false;

  wanted = () => this.wish;
  want = (wanted: boolean) => {
    this.wish = wanted;
  };
  load = (key: string) => Promise.resolve(this.broken ? null : (this.copies.get(key) ?? null));
  save = (key: string, copy: ListCopy) => {
    if (!this.broken) this.copies.set(key, structuredClone(copy));
    return Promise.resolve(!this.broken);
  };
  remove = (key: string) => {
    if (this.broken) return Promise.reject(new Error('broken'));
    this.copies.delete(key);
    return Promise.resolve();
  };
  wipe = () => {
    this.wish = false;
    return this.tidy();
  };
  tidy = () => {
    if (this.broken) return Promise.reject(new Error('broken'));
    if (!this.wish) this.copies.clear();
    return Promise.resolve();
  };
}

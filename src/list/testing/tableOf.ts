import type { Artifact, Build } from '../../contract/build.ts';
import { readTime } from '../../lib/instant.ts';
import { firstLine } from '../../lib/text.ts';
import type { BuildTable, Texts } from '../BuildTable.ts';
import { isConflicted } from '../conflict.ts';
import { firstErrorOf } from '../facts.ts';

/** Texts numbered in the order they first come. */
class TextList implements Texts {
  readonly #texts: string[] = [];
  readonly #codes = new Map<string, number>();

  get size(): number {
    return this.#texts.length;
  }

  at(code: number): string {
    return this.#texts[code] ?? '';
  }

  codeFor(text: string): number {
    const known = this.#codes.get(text);
    if (known !== undefined) return known;
    this.#codes.set(text, this.#texts.length);
    return this.#texts.push(text) - 1;
  }
}

/** The plain way to a table: builds of different ids, row by row, that never change. */
export function tableOf(
  builds: readonly Build[],
  { complete = true, epoch = 1, version = 1 } = {},
): BuildTable {
  const names = new TextList();
  const tags = new TextList();
  const statuses = new TextList();
  const types = new TextList();
  const errors = new TextList();
  const errorCode = (text: string | null) => (text === null ? 0 : errors.codeFor(text) + 1);
  const places: Artifact[] = builds.flatMap((build) => build.artifacts ?? []);
  const first: number[] = [];
  for (let row = 0; row < builds.length; row += 1) {
    first.push((first.at(-1) ?? 0) + countOf(builds[row - 1]));
  }
  const firstError = builds.map((build) => errorCode(firstErrorOf(build.artifacts)));
  const error = places.map((one) => errorCode(one.errorMessage));
  const lines: number[] = [];
  // First lines are errors too, and come behind them.
  for (let code = 0; code < errors.size; code += 1) {
    lines.push(errors.codeFor(firstLine(errors.at(code))));
  }
  const texts = (all: readonly string[]): Texts => ({
    size: all.length,
    at: (code) => all[code] ?? '',
  });
  return {
    epoch,
    version,
    complete,
    rowCount: builds.length,
    size: builds.length,
    alive: builds.map(() => 1),
    id: texts(builds.map(({ id }) => id)),
    name: builds.map((build) => names.codeFor(build.imageName)),
    tag: builds.map((build) => tags.codeFor(build.imageTag)),
    status: builds.map((build) => statuses.codeFor(build.status)),
    created: builds.map((build) => readTime(build.createdAt)),
    started: builds.map((build) => readTime(build.startedAt)),
    ended: builds.map((build) => readTime(build.completedAt)),
    firstError,
    firstLine: lines,
    conflicted: builds.map((build) => {
      const words = (build.artifacts ?? []).map((one) => one.status);
      return Number(isConflicted(build.status, words));
    }),
    artifacts: {
      known: builds.map((build) => Number(build.artifacts !== null)),
      first,
      count: builds.map(countOf),
      id: texts(places.map((one) => one.id)),
      type: places.map((one) => types.codeFor(one.artifactType)),
      status: places.map((one) => statuses.codeFor(one.status)),
      error,
      created: places.map((one) => readTime(one.createdAt)),
      started: places.map((one) => readTime(one.startedAt)),
      ended: places.map((one) => readTime(one.completedAt)),
    },
    texts: { names, tags, statuses, types, errors },
    rowOf(id) {
      const row = builds.findIndex((build) => build.id === id);
      return row < 0 ? undefined : row;
    },
    build(row) {
      const build = builds[row];
      if (!build) throw new RangeError(`no row ${row}`);
      return build;
    },
    pathAt: (_, place) => places[place]?.fullImagePath ?? null,
    changesSince: (since) => (since === version ? { rows: [] } : null),
  };
}

const countOf = (build: Build | undefined): number => build?.artifacts?.length ?? 0;

import type { Build } from '../../contract/build.ts';
import { bytes, grown, signed, words } from '../../lib/grown.ts';
import { isConflicted } from '../../list/conflict.ts';
import { compareNames } from '../text/compareNames.ts';
import { RankedTexts } from '../text/RankedTexts.ts';
import { TextPool } from '../text/TextPool.ts';
import { TextTable } from '../text/TextTable.ts';
import { ArtifactColumns, type ArtifactTexts } from './ArtifactColumns.ts';
import { TimeColumn, TimeShapes } from './TimeColumn.ts';

/** Facts of a row, one bit each, that clauses ask for. */
export const CONFLICTED = 1;
export const HAS_ERROR = 2;
export const HAS_PATH = 4;

/** Artifacts that no build owns any more are cleared away when there are this many, and half. */
const LEAST_WASTE = 1024;

/** The texts of all builds. */
export interface Texts extends ArtifactTexts {
  readonly ids: TextTable;
  readonly names: TextTable;
  readonly tags: TextTable;
}

function newTexts(): Texts {
  const table = () => new TextTable();
  return {
    ids: table(),
    names: table(),
    tags: table(),
    statuses: table(),
    types: table(),
    errors: table(),
    otherPaths: table(),
    artifactIds: new TextPool(),
  };
}

/** The content of every build, in columns. The code of a build's id is its row. */
export class BuildColumns {
  readonly ids: TextTable;
  readonly names: TextTable;
  readonly tags: TextTable;
  readonly statuses: TextTable;
  readonly artifacts: ArtifactColumns;
  readonly shapes = new TimeShapes();
  readonly created = new TimeColumn(this.shapes);
  readonly started = new TimeColumn(this.shapes);
  readonly ended = new TimeColumn(this.shapes);
  readonly ranked: Readonly<Record<'ids' | 'names' | 'tags' | 'errors', RankedTexts>>;
  name = words(0);
  tag = words(0);
  status = words(0);
  facts = bytes(0);
  /** The place of the first artifact. */
  first = words(0);
  /** How many artifacts; -1 when the API did not say. */
  count = signed(0);
  #waste = 0;

  constructor(texts = newTexts()) {
    this.ids = texts.ids;
    this.names = texts.names;
    this.tags = texts.tags;
    this.statuses = texts.statuses;
    this.artifacts = new ArtifactColumns(texts, this.shapes);
    this.ranked = {
      ids: new RankedTexts(texts.ids, (a, b) => (a < b ? -1 : a > b ? 1 : 0)),
      names: new RankedTexts(texts.names, compareNames),
      tags: new RankedTexts(texts.tags, compareNames),
      errors: new RankedTexts(texts.errors, compareNames),
    };
    // What a row shows that was given to an id but never written.
    for (const table of [this.names, this.tags, this.statuses]) table.codeFor('');
  }

  get rows(): number {
    return this.ids.size;
  }

  /** The row of an id; a new, empty one for a new id. */
  rowFor(id: string): number {
    const row = this.ids.codeFor(id);
    if (row < this.name.length) return row;
    this.ensure(row + 1);
    return row;
  }

  ensure(rows: number): void {
    this.name = grown(this.name, rows, words);
    this.tag = grown(this.tag, rows, words);
    this.status = grown(this.status, rows, words);
    this.facts = grown(this.facts, rows, bytes);
    this.first = grown(this.first, rows, words);
    this.count = grown(this.count, rows, signed);
    this.created.ensure(rows);
    this.started.ensure(rows);
    this.ended.ensure(rows);
  }

  /** True when the row holds this build, text for text. */
  is(row: number, build: Build): boolean {
    const { imageName, imageTag, artifacts } = build;
    const first = this.first[row] ?? 0;
    return (
      this.statuses.is(this.status[row] ?? 0, build.status) &&
      this.names.is(this.name[row] ?? 0, imageName) &&
      this.tags.is(this.tag[row] ?? 0, imageTag) &&
      this.created.is(row, build.createdAt) &&
      this.started.is(row, build.startedAt) &&
      this.ended.is(row, build.completedAt) &&
      this.count[row] === (artifacts?.length ?? -1) &&
      (artifacts?.every((one, at) => this.artifacts.is(first + at, one, imageName, imageTag)) ??
        true)
    );
  }

  write(row: number, build: Build): void {
    const { imageName, imageTag } = build;
    this.name[row] = this.names.codeFor(imageName);
    this.tag[row] = this.tags.codeFor(imageTag);
    this.status[row] = this.statuses.codeFor(build.status);
    this.created.set(row, build.createdAt);
    this.started.set(row, build.startedAt);
    this.ended.set(row, build.completedAt);
    this.#writeArtifacts(row, build);
    this.facts[row] = factsOf(build);
  }

  #writeArtifacts(row: number, build: Build): void {
    const { artifacts, imageName, imageTag } = build;
    const first = this.first[row] ?? 0;
    const before = Math.max(this.count[row] ?? 0, 0);
    const place =
      artifacts?.length === before &&
      artifacts.every((one, at) => this.artifacts.ids.is(first + at, one.id));
    if (place) {
      artifacts.forEach((one, at) => {
        this.artifacts.set(first + at, one, imageName, imageTag);
      });
    } else {
      this.#waste += before;
      this.first[row] = this.artifacts.size;
      for (const one of artifacts ?? []) this.artifacts.append(one, imageName, imageTag);
    }
    this.count[row] = artifacts?.length ?? -1;
    if (this.#waste > LEAST_WASTE && this.#waste * 2 > this.artifacts.size) {
      this.artifacts.compact(this.first, this.count, this.rows);
      this.#waste = 0;
    }
  }

  /** The build as it was written. */
  read(row: number): Build {
    const imageName = this.names.at(this.name[row] ?? 0);
    const imageTag = this.tags.at(this.tag[row] ?? 0);
    const first = this.first[row] ?? 0;
    const count = this.count[row] ?? -1;
    return {
      id: this.ids.at(row),
      imageName,
      imageTag,
      status: this.statuses.at(this.status[row] ?? 0),
      createdAt: this.created.text(row) ?? '',
      startedAt: this.started.text(row),
      completedAt: this.ended.text(row),
      artifacts:
        count < 0
          ? null
          : Array.from({ length: count }, (_, at) =>
              this.artifacts.read(first + at, imageName, imageTag),
            ),
    };
  }

  /** Brings the orders of texts nearly up to date, so that no sort has much left to do. */
  settleRanks(): void {
    for (const ranked of Object.values(this.ranked)) ranked.settleSome();
  }
}

/** The bits that `facts` holds for a build. */
export function factsOf(build: Build): number {
  const artifacts = build.artifacts ?? [];
  const statuses = artifacts.map((one) => one.status);
  return (
    (isConflicted(build.status, statuses) ? CONFLICTED : 0) |
    (artifacts.some((one) => one.errorMessage) ? HAS_ERROR : 0) |
    (artifacts.some((one) => one.fullImagePath) ? HAS_PATH : 0)
  );
}

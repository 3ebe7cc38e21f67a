import type { Build } from '../../contract/build.ts';
import { bytes, grown, words } from '../../lib/grown.ts';
import { searchError } from '../../lib/searchText.ts';
import { compareText } from '../../lib/text.ts';
import { RankedTexts } from '../../lib/texts/RankedTexts.ts';
import { isConflicted } from '../../list/conflict.ts';
import { TextPool } from '../text/TextPool.ts';
import { TextTable } from '../text/TextTable.ts';
import { ArtifactColumns, type ArtifactTexts } from './ArtifactColumns.ts';
import { TimeColumn, TimeShapes } from './TimeColumn.ts';

/** Artifacts that no build owns any more are cleared away when there are this many, and half. */
const LEAST_WASTE = 1024;

/** The texts of all builds. */
export interface Texts extends ArtifactTexts {
  readonly ids: TextTable;
  readonly names: TextTable;
  readonly tags: TextTable;
}

function newTexts(): Texts {
  const table = (form?: (text: string) => string) => new TextTable(new TextPool(form));
  return {
    ids: table(),
    names: table(),
    tags: table(),
    statuses: table(),
    types: table(),
    errors: table(searchError),
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
  /** 1 when the status contradicts the artifacts. */
  conflicted = bytes(0);
  /** The code of the first error that says something + 1; 0 is none. */
  firstError = words(0);
  /** 1 when an artifact has a path. */
  hasPath = bytes(0);
  /** 1 when the API said which artifacts there are. */
  known = bytes(0);
  /** The place of the first artifact. */
  first = words(0);
  /** How many artifacts; 0 also when unknown. */
  count = words(0);
  #waste = 0;

  constructor(texts = newTexts()) {
    this.ids = texts.ids;
    this.names = texts.names;
    this.tags = texts.tags;
    this.statuses = texts.statuses;
    this.artifacts = new ArtifactColumns(texts, this.shapes);
    this.ranked = {
      ids: new RankedTexts(texts.ids, (a, b) => (a < b ? -1 : a > b ? 1 : 0)),
      names: new RankedTexts(texts.names, compareText),
      tags: new RankedTexts(texts.tags, compareText),
      errors: new RankedTexts(texts.errors, compareText),
    };
    // What a row shows that was given to an id but never written.
    for (const table of [this.names, this.tags, this.statuses]) table.codeFor('');
  }

  /** How long all texts are, those included that nothing uses any more: UTF-16 units. */
  get textLength(): number {
    return this.#pools().reduce((sum, pool) => sum + pool.length, 0);
  }

  /** Those that are searched. */
  #pools(): readonly TextPool[] {
    const { ids, names, tags, artifacts } = this;
    const { errors, paths } = artifacts;
    return [...[ids, names, tags, errors, paths.others].map(({ pool }) => pool), artifacts.ids];
  }

  get rows(): number {
    return this.ids.size;
  }

  /** The row of an id; a new, empty one for a new id. */
  rowFor(id: string): number {
    const row = this.ids.codeFor(id);
    if (row >= this.name.length) this.ensure(row + 1);
    return row;
  }

  /** Makes room in all columns. `name` is asked for all of them: none is ever shorter. */
  ensure(least: number): void {
    this.name = grown(this.name, least, words);
    const rows = this.name.length;
    this.tag = grown(this.tag, rows, words);
    this.status = grown(this.status, rows, words);
    this.conflicted = grown(this.conflicted, rows, bytes);
    this.firstError = grown(this.firstError, rows, words);
    this.hasPath = grown(this.hasPath, rows, bytes);
    this.known = grown(this.known, rows, bytes);
    this.first = grown(this.first, rows, words);
    this.count = grown(this.count, rows, words);
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
      this.known[row] === Number(artifacts !== null) &&
      this.count[row] === (artifacts?.length ?? 0) &&
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
    this.learnFacts(row);
  }

  /** Works out what is known of a row beside what was written. */
  learnFacts(row: number): void {
    const { artifacts } = this;
    const { error, saysSomething, status } = artifacts;
    const first = this.first[row] ?? 0;
    const end = first + (this.count[row] ?? 0);
    let firstError = 0;
    let hasPath = 0;
    const words: string[] = [];
    for (let at = first; at < end; at += 1) {
      const code = error[at] ?? 0;
      if (firstError === 0 && code > 0 && saysSomething[code - 1] === 1) firstError = code;
      if (hasPath === 0 && artifacts.hasPath(at)) hasPath = 1;
      words.push(this.statuses.at(status[at] ?? 0));
    }
    this.firstError[row] = firstError;
    this.hasPath[row] = hasPath;
    this.conflicted[row] = Number(isConflicted(this.statuses.at(this.status[row] ?? 0), words));
  }

  #writeArtifacts(row: number, build: Build): void {
    const { artifacts, imageName, imageTag } = build;
    const first = this.first[row] ?? 0;
    const before = this.count[row] ?? 0;
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
    this.count[row] = artifacts?.length ?? 0;
    this.known[row] = Number(artifacts !== null);
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
    const count = this.count[row] ?? 0;
    return {
      id: this.ids.at(row),
      imageName,
      imageTag,
      status: this.statuses.at(this.status[row] ?? 0),
      createdAt: this.created.text(row) ?? '',
      startedAt: this.started.text(row),
      completedAt: this.ended.text(row),
      artifacts:
        this.known[row] !== 1
          ? null
          : Array.from({ length: count }, (_, at) =>
              this.artifacts.read(first + at, imageName, imageTag),
            ),
    };
  }

  /** The path of an artifact of a row, by the artifact's place. */
  pathAt(row: number, place: number): string | null {
    const name = this.names.at(this.name[row] ?? 0);
    return this.artifacts.pathAt(place, name, this.tags.at(this.tag[row] ?? 0));
  }

  /** Makes some texts ready to be sorted or searched where much is new; false when there is none. */
  settleNext(): boolean {
    return (
      // Searches first: whoever types waits for each letter.
      this.#pools().some((pool) => pool.foldNext()) ||
      Object.values(this.ranked).some((texts) => texts.settleSome())
    );
  }
}

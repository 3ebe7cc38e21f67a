import type { Artifact } from '../../contract/build.ts';
import { bytes, grown, signed, words } from '../../lib/grown.ts';
import { firstLine } from '../../lib/text.ts';
import { isPath, saysSomething } from '../../list/facts.ts';
import { TextPool } from '../text/TextPool.ts';
import type { TextTable } from '../text/TextTable.ts';
import { PathCodes } from './PathCodes.ts';
import { TimeColumn, type TimeShapes } from './TimeColumn.ts';

/** The texts of all artifacts; `statuses` are those of builds, too. */
export interface ArtifactTexts {
  readonly statuses: TextTable;
  readonly types: TextTable;
  readonly errors: TextTable;
  readonly otherPaths: TextTable;
  readonly artifactIds: TextPool;
}

/** Every artifact in columns; the artifacts of one build stand together, at `first`. */
export class ArtifactColumns {
  readonly statuses: TextTable;
  readonly types: TextTable;
  readonly errors: TextTable;
  /** For each error, the code of its first line. */
  firstLines = words(0);
  /** For each error, 1 when it says something. */
  saysSomething = bytes(0);
  readonly paths: PathCodes;
  ids: TextPool;
  type = words(0);
  status = words(0);
  /** The code of the error + 1; 0 is none. */
  error = words(0);
  /** See `PathCodes`. */
  path = signed(0);
  created: TimeColumn;
  started: TimeColumn;
  ended: TimeColumn;
  readonly #shapes: TimeShapes;

  constructor(texts: ArtifactTexts, shapes: TimeShapes) {
    this.statuses = texts.statuses;
    this.types = texts.types;
    this.errors = texts.errors;
    this.paths = new PathCodes(texts.otherPaths);
    this.ids = texts.artifactIds;
    this.#shapes = shapes;
    this.created = new TimeColumn(shapes);
    this.started = new TimeColumn(shapes);
    this.ended = new TimeColumn(shapes);
  }

  get size(): number {
    return this.ids.size;
  }

  /** Makes room in all columns. `type` is asked for all of them: none is ever shorter. */
  ensure(least: number): void {
    if (least <= this.type.length) return;
    this.type = grown(this.type, least, words);
    const { length } = this.type;
    this.status = grown(this.status, length, words);
    this.error = grown(this.error, length, words);
    this.path = grown(this.path, length, signed);
    this.created.ensure(length);
    this.started.ensure(length);
    this.ended.ensure(length);
  }

  /** Appends an artifact of the build `name:tag` and returns its place. */
  append(artifact: Artifact, name: string, tag: string): number {
    const at = this.ids.push(artifact.id);
    this.ensure(at + 1);
    this.set(at, artifact, name, tag);
    return at;
  }

  /** Writes over an artifact of the same id. */
  set(at: number, artifact: Artifact, name: string, tag: string): void {
    const { errorMessage, fullImagePath } = artifact;
    this.type[at] = this.types.codeFor(artifact.artifactType);
    this.status[at] = this.statuses.codeFor(artifact.status);
    this.error[at] = errorMessage === null ? 0 : this.errorCodeFor(errorMessage) + 1;
    this.path[at] = this.paths.codeFor(fullImagePath, name, tag);
    this.created.set(at, artifact.createdAt);
    this.started.set(at, artifact.startedAt);
    this.ended.set(at, artifact.completedAt);
  }

  /** The code of an error; gives one to its first line, too. */
  errorCodeFor(message: string): number {
    const known = this.errors.size;
    const code = this.errors.codeFor(message);
    if (code === known) this.#learnFirstLine(code, message);
    return code;
  }

  #learnFirstLine(code: number, message: string): void {
    const line = firstLine(message);
    const lineCode = line === message ? code : this.errorCodeFor(line);
    this.firstLines = grown(this.firstLines, this.errors.size, words);
    this.firstLines[code] = lineCode;
    this.saysSomething = grown(this.saysSomething, this.errors.size, bytes);
    this.saysSomething[code] = Number(saysSomething(message));
  }

  /** Fills `firstLines` for errors that were read from a snapshot; false when one is missing. */
  learnFirstLines(): boolean {
    const { size } = this.errors;
    for (let code = 0; code < size; code += 1) this.#learnFirstLine(code, this.errors.at(code));
    return this.errors.size === size;
  }

  /** The path of a place, beside its build's name and tag; null: none. */
  pathAt(at: number, name: string, tag: string): string | null {
    return this.paths.at(this.path[at] ?? 0, name, tag);
  }

  /** True when the artifact at a place has a path that can be seen. */
  hasPath(at: number): boolean {
    const code = this.path[at] ?? 0;
    // A path of a shape has a name, a colon and a tag in it.
    return code > 0 || (code < 0 && isPath(this.paths.at(code, '', '')));
  }

  /** True when the place holds this artifact, text for text. */
  is(at: number, artifact: Artifact, name: string, tag: string): boolean {
    const error = this.error[at] ?? 0;
    const { errorMessage } = artifact;
    return (
      this.ids.is(at, artifact.id) &&
      this.statuses.is(this.status[at] ?? 0, artifact.status) &&
      this.types.is(this.type[at] ?? 0, artifact.artifactType) &&
      (errorMessage === null
        ? error === 0
        : error > 0 && this.errors.is(error - 1, errorMessage)) &&
      this.pathAt(at, name, tag) === artifact.fullImagePath &&
      this.created.is(at, artifact.createdAt) &&
      this.started.is(at, artifact.startedAt) &&
      this.ended.is(at, artifact.completedAt)
    );
  }

  /** The artifact as it was written. */
  read(at: number, name: string, tag: string): Artifact {
    const error = this.error[at] ?? 0;
    return {
      id: this.ids.at(at),
      artifactType: this.types.at(this.type[at] ?? 0),
      status: this.statuses.at(this.status[at] ?? 0),
      fullImagePath: this.pathAt(at, name, tag),
      errorMessage: error === 0 ? null : this.errors.at(error - 1),
      createdAt: this.created.text(at) ?? '',
      startedAt: this.started.text(at),
      completedAt: this.ended.text(at),
    };
  }

  /**
   * Keeps only the artifacts of the groups given, and moves them together. `first` and `count`
   * are of each build; `first` is rewritten.
   */
  compact(first: Uint32Array, count: Uint32Array, builds: number): void {
    const old = { ...this };
    this.ids = new TextPool();
    this.type = words(0);
    this.status = words(0);
    this.error = words(0);
    this.path = signed(0);
    this.created = new TimeColumn(this.#shapes);
    this.started = new TimeColumn(this.#shapes);
    this.ended = new TimeColumn(this.#shapes);
    for (let build = 0; build < builds; build += 1) {
      const from = first[build] ?? 0;
      first[build] = this.ids.size;
      for (let place = from; place < from + (count[build] ?? 0); place += 1) {
        const at = this.ids.push(old.ids.at(place));
        this.ensure(at + 1);
        this.type[at] = old.type[place] ?? 0;
        this.status[at] = old.status[place] ?? 0;
        this.error[at] = old.error[place] ?? 0;
        this.path[at] = old.path[place] ?? 0;
        old.created.copy(place, at, this.created);
        old.started.copy(place, at, this.started);
        old.ended.copy(place, at, this.ended);
      }
    }
  }
}

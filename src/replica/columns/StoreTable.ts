import type { Build } from '../../contract/build.ts';
import type {
  ArtifactTable,
  BuildTable,
  Numbers,
  RowChanges,
  Texts,
} from '../../list/BuildTable.ts';
import type { BuildColumns } from './BuildColumns.ts';

/** What the face of a store reads of it. */
export interface StoreSource {
  readonly columns: BuildColumns;
  readonly epoch: number;
  readonly version: number;
  readonly size: number;
  readonly rowCount: number;
  readonly alive: Numbers;
  rowOf(id: string): number | undefined;
  build(row: number): Build;
  changesSince(version: number): RowChanges | null;
}

/** The face of a store: reads what is there when it is asked, and cannot be written to. */
export class StoreTable implements BuildTable {
  readonly epoch: number;
  readonly texts: BuildTable['texts'];
  readonly id: Texts;
  readonly artifacts: ArtifactTable;
  readonly #store: StoreSource;
  readonly #columns: BuildColumns;
  readonly #isComplete: () => boolean;

  /** `isComplete` tells whether the list is proven to be whole. */
  constructor(store: StoreSource, isComplete: () => boolean) {
    const { columns } = store;
    const { names, tags, statuses, ids } = columns;
    const { types, errors } = columns.artifacts;
    this.epoch = store.epoch;
    this.#store = store;
    this.#columns = columns;
    this.#isComplete = isComplete;
    this.texts = { names, tags, statuses, types, errors };
    this.id = ids;
    this.artifacts = artifactTable(columns);
  }

  get version(): number {
    return this.#store.version;
  }

  get complete(): boolean {
    return this.#isComplete();
  }

  get rowCount(): number {
    return this.#store.rowCount;
  }

  get alive(): Numbers {
    return this.#store.alive;
  }

  get size(): number {
    return this.#store.size;
  }

  get name(): Numbers {
    return this.#columns.name;
  }

  get tag(): Numbers {
    return this.#columns.tag;
  }

  get status(): Numbers {
    return this.#columns.status;
  }

  get created(): Numbers {
    return this.#columns.created.ms;
  }

  get started(): Numbers {
    return this.#columns.started.ms;
  }

  get ended(): Numbers {
    return this.#columns.ended.ms;
  }

  get firstError(): Numbers {
    return this.#columns.firstError;
  }

  get firstLine(): Numbers {
    return this.#columns.artifacts.firstLines;
  }

  get conflicted(): Numbers {
    return this.#columns.conflicted;
  }

  rowOf(id: string): number | undefined {
    return this.#store.rowOf(id);
  }

  build(row: number): Build {
    return this.#store.build(row);
  }

  pathAt(row: number, place: number): string | null {
    return this.#columns.pathAt(row, place);
  }

  changesSince(version: number): RowChanges | null {
    return this.#store.changesSince(version);
  }
}

/** Compacted artifacts stand in other arrays: each is read when it is asked for. */
function artifactTable(columns: BuildColumns): ArtifactTable {
  const { artifacts } = columns;
  return {
    get known() {
      return columns.known;
    },
    get first() {
      return columns.first;
    },
    get count() {
      return columns.count;
    },
    get id() {
      return artifacts.ids;
    },
    get type() {
      return artifacts.type;
    },
    get status() {
      return artifacts.status;
    },
    get error() {
      return artifacts.error;
    },
    get created() {
      return artifacts.created.ms;
    },
    get started() {
      return artifacts.started.ms;
    },
    get ended() {
      return artifacts.ended.ms;
    },
  };
}

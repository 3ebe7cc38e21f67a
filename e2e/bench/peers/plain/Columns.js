import { artifactsOf, durationOf, errorOf, instantOf } from '../shared/columns.js';

/** Builds at most: a power of two, so that a key and its row share one exact number. */
const ROOM = 2 ** 17;
const LAST = 2 ** 35;

/** Each distinct text once; builds hold its number. */
class Texts {
  values = [];
  #codes = new Map();

  codeOf(text) {
    let code = this.#codes.get(text);
    if (code === undefined) {
      code = this.values.push(text) - 1;
      this.#codes.set(text, code);
    }
    return code;
  }

  /** For each code, its place in the order of the texts. */
  ranks() {
    const codes = Uint32Array.from(this.values.keys());
    codes.sort((a, b) => (this.values[a] < this.values[b] ? -1 : 1));
    const ranks = new Uint32Array(codes.length);
    for (const [rank, code] of codes.entries()) ranks[code] = rank;
    return ranks;
  }

  /** For each code, 1 where the text holds the needle (lower case). */
  hits(needle) {
    return Uint8Array.from(this.values, (text) => (text.toLowerCase().includes(needle) ? 1 : 0));
  }
}

/** The builds as typed arrays: what the columns show and no more. */
export class Columns {
  size = 0;
  ids = [];
  names = new Texts();
  tags = new Texts();
  errors = new Texts();
  artifacts = new Texts();
  statuses = new Texts();
  name = new Uint32Array(ROOM);
  tag = new Uint32Array(ROOM);
  error = new Uint32Array(ROOM);
  artifact = new Uint16Array(ROOM);
  status = new Uint8Array(ROOM);
  created = new Float64Array(ROOM);
  started = new Float64Array(ROOM);
  duration = new Float64Array(ROOM);

  add(builds) {
    for (const build of builds) {
      const row = this.size++;
      this.ids.push(build.id);
      this.name[row] = this.names.codeOf(build.imageName);
      this.tag[row] = this.tags.codeOf(build.imageTag);
      this.error[row] = this.errors.codeOf(errorOf(build));
      this.artifact[row] = this.artifacts.codeOf(artifactsOf(build));
      this.status[row] = this.statuses.codeOf(build.status);
      this.created[row] = instantOf(build.createdAt);
      this.started[row] = instantOf(build.startedAt);
      this.duration[row] = durationOf(build);
    }
  }

  /** The rows that hold the needle in name, tag, error or id, and have the status, in order. */
  matching(order, needle, status) {
    const wanted = status === null ? -1 : this.statuses.codeOf(status);
    if (needle === '' && wanted < 0) return order;
    const names = this.names.hits(needle);
    const tags = this.tags.hits(needle);
    const errors = this.errors.hits(needle);
    return order.filter(
      (row) =>
        (wanted < 0 || this.status[row] === wanted) &&
        (names[this.name[row]] === 1 ||
          tags[this.tag[row]] === 1 ||
          errors[this.error[row]] === 1 ||
          this.ids[row].includes(needle)),
    );
  }

  /** Every row by one column, ascending, unknown values last: packed keys, sorted as numbers. */
  sortedBy(column) {
    const key = this.#keyOf(column);
    const packed = new Float64Array(this.size);
    for (let row = 0; row < this.size; row++) {
      const value = key(row);
      packed[row] = (value >= 0 ? value : LAST) * ROOM + row;
    }
    packed.sort();
    return Uint32Array.from(packed, (value) => value % ROOM);
  }

  /** A whole number below `LAST` for each row; times in seconds, to leave room for the row. */
  #keyOf(column) {
    if (column === 'Image') {
      const names = this.names.ranks();
      const tags = this.tags.ranks();
      return (row) => names[this.name[row]] * tags.length + tags[this.tag[row]];
    }
    if (column === 'Status') return (row) => this.status[row];
    const times = { Created: this.created, Started: this.started, Duration: this.duration }[column];
    return (row) => Math.floor(times[row] / 1000);
  }
}

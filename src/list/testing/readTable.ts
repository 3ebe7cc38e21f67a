import type { BuildTable, Numbers, Texts } from '../BuildTable.ts';

/** What a table says of the builds in it, spelt out, by id: two tables can be compared by it. */
export function readTable(table: BuildTable): ReadonlyMap<string, unknown> {
  const rows = Array.from({ length: table.rowCount }, (_, row) => row);
  const alive = rows.filter((row) => table.alive[row] === 1);
  return new Map(alive.map((row) => [table.id.at(row), readRow(table, row)]));
}

/** What a table says of one row. */
function readRow(table: BuildTable, row: number): unknown {
  const { artifacts, texts } = table;
  const first = artifacts.first[row] ?? -1;
  const places = Array.from({ length: artifacts.count[row] ?? 0 }, (_, at) => first + at);
  return {
    id: table.id.at(row),
    row: table.rowOf(table.id.at(row)) === row,
    name: word(texts.names, table.name, row),
    tag: word(texts.tags, table.tag, row),
    status: word(texts.statuses, table.status, row),
    times: [table.created[row], table.started[row], table.ended[row]],
    firstError: word(texts.errors, table.firstError, row, 1),
    firstLine: lineOf(table, row),
    conflicted: table.conflicted[row],
    known: artifacts.known[row],
    build: table.build(row),
    artifacts: places.map((place) => ({
      id: artifacts.id.at(place),
      type: word(texts.types, artifacts.type, place),
      status: word(texts.statuses, artifacts.status, place),
      error: word(texts.errors, artifacts.error, place, 1),
      path: table.pathAt(row, place),
      times: [artifacts.created[place], artifacts.started[place], artifacts.ended[place]],
    })),
  };
}

function lineOf({ firstError, firstLine, texts }: BuildTable, row: number): string | null {
  const code = (firstError[row] ?? 0) - 1;
  return code < 0 ? null : word(texts.errors, firstLine, code);
}

/** The text at a place; null for none. `from` is the code of the first text. */
function word(texts: Texts, codes: Numbers, at: number, from = 0): string | null {
  const code = (codes[at] ?? -1) - from;
  return code < 0 ? null : texts.at(code);
}

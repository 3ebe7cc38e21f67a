import { ApiError } from './ApiError.ts';
import type { Build, Page, Unreadable } from './build.ts';
import { errorDetails } from './errorDetails.ts';
import { unreadableMessage } from './errorMessage.ts';
import { isCount, isObject, nameOf } from './json.ts';
import { parseBuild } from './parseBuild.ts';

/** What a call asked for: the meaning of an echo that the answer left out. */
export interface Asked {
  readonly offset: number;
  readonly limit: number;
}

interface RawPage {
  readonly total_count?: unknown;
  readonly totalCount?: unknown;
  readonly offset?: unknown;
  readonly limit?: unknown;
  readonly data?: unknown;
  readonly status?: unknown;
  readonly errors?: unknown;
}

/**
 * Reads the body of a 200 (`GenericPaginationResponse` of openapi.yaml) into a page of builds.
 *
 * An echo (`offset`, `limit`) that is absent or no count means what was asked: the contract's
 * defaults, 0 and 100, are what an absent parameter asks for, and a server that does not echo has
 * not refused what it was asked. A total of 0, said or by default, counts only for an answer
 * without rows from offset 0; otherwise the total is unknown. `totalCount`, which the official
 * client takes as well, is read where `total_count` is missing. A row that cannot be read is left
 * out and reported, the others stay (`parseBuild`); so is one with the id of an earlier row that
 * says something else: both cannot be that build.
 *
 * @throws ApiError of kind `unreadable` when the body is no page, naming the field.
 */
export function parsePage(body: unknown, asked: Asked): Page {
  if (!isObject(body)) throw noPage(`it is ${nameOf(body)}, not an object`);
  const raw: RawPage = body;
  const data = raw.data;
  if (isFilled(raw.errors) && !isFilled(data)) {
    throw noPage('it lists errors', errorDetails(body));
  }
  if (data === undefined) throw noPage('“data” is missing', errorDetails(body));
  if (!Array.isArray(data)) throw noPage(`“data” is ${nameOf(data)}, not a list`);

  const rows: readonly unknown[] = data;
  const builds: Build[] = [];
  const unreadable: Unreadable[] = [];
  const byId = new Map<string, Build>();
  for (let index = 0; index < rows.length; index += 1) {
    const build = parseBuild(rows[index], index, asked.offset + index, unreadable);
    if (build === null) continue;
    const first = byId.get(build.id);
    if (first && !isSame(first, build)) {
      const problem = `also the id of another build in the answer, which is shown`;
      unreadable.push({ id: build.id, lost: 'build', field: `data[${index}].id`, problem });
      continue;
    }
    byId.set(build.id, build);
    builds.push(build);
  }
  return {
    total: parseTotal(totalOf(raw), asked.offset === 0 && rows.length === 0),
    offset: isCount(raw.offset) ? raw.offset : asked.offset,
    limit: isCount(raw.limit) ? raw.limit : asked.limit,
    status: typeof raw.status === 'string' ? raw.status : null,
    builds,
    received: rows.length,
    unreadable,
  };
}

/** True for two readings that say the same, text for text. */
function isSame(a: Build, b: Build): boolean {
  const { artifacts: parts, ...own } = a;
  const { artifacts: others, ...other } = b;
  if (!hasSameFields(own, other) || parts?.length !== others?.length) return false;
  return (parts ?? []).every((part, at) => hasSameFields(part, others?.[at] ?? {}));
}

/** Of objects made with the same fields in the same order. */
function hasSameFields(a: object, b: object): boolean {
  const texts: readonly unknown[] = Object.values(b);
  return Object.values(a).every((text, at) => text === texts[at]);
}

function totalOf({ total_count, totalCount }: RawPage): unknown {
  return isCount(totalCount) && !isCount(total_count) ? totalCount : total_count;
}

function parseTotal(value: unknown, mayBeZero: boolean): number | null {
  const total = value === undefined ? 0 : value;
  return isCount(total) && (total > 0 || mayBeZero) ? total : null;
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null;
}

function noPage(problem: string, details: readonly string[] = []): ApiError {
  return new ApiError({
    kind: 'unreadable',
    status: 200,
    message: unreadableMessage(problem),
    details,
  });
}

import { startOfLine } from '../../insights/errors/text/cleanLine.ts';
import { searchText } from '../../lib/searchText.ts';
import { stripAnsi } from '../../lib/stripAnsi.ts';
import { type Excerpt, excerptAround } from '../../lib/texts/excerptAround.ts';
import { findHits } from '../../lib/texts/findHits.ts';
import { saysSomething } from '../../list/facts.ts';
import type { Clause } from '../../list/Query.ts';
import { searchedTexts } from '../../list/searchedTexts.ts';
import type { BuildRecord } from './BuildRecord.ts';

/** Of a very long text only its two ends are looked through for a cell. Characters each. */
const MOST_READ = 16_000;
/** Of a build with thousands of artifacts. */
const MOST_TEXTS = 8;

/**
 * Finds, for builds that were searched for, what was hit: in the line that stands for the error,
 * else anywhere in the texts of the artifacts' errors. Each build is looked through once.
 */
export class ErrorExcerpts {
  readonly #needles: readonly string[];
  readonly #found = new WeakMap<BuildRecord, { readonly excerpt: Excerpt | null }>();

  constructor(clauses: readonly Clause[]) {
    this.#needles = searchedTexts(clauses).map(searchText);
  }

  /** The first hit with what stands around it; null where no error says what is searched for. */
  of(record: BuildRecord): Excerpt | null {
    const known = this.#found.get(record);
    if (known) return known.excerpt;
    const excerpt = this.#find(record);
    this.#found.set(record, { excerpt });
    return excerpt;
  }

  #find({ errorLine, build }: BuildRecord): Excerpt | null {
    if (errorLine === null) return null;
    const texts = (build.artifacts ?? []).map((one) => one.errorMessage).filter(saysSomething);
    return this.#firstIn([errorLine]) ?? this.#firstIn(texts.slice(0, MOST_TEXTS).flatMap(ends));
  }

  #firstIn(texts: readonly string[]): Excerpt | null {
    for (const text of texts) {
      for (const needle of this.#needles) {
        const [hit] = findHits(text, needle, 1);
        if (hit) return excerptAround(text, hit, startOf);
      }
    }
    return null;
  }
}

/** Behind what tools put before a line, such as a step and a clock; the hit goes on with it. */
const startOf = (before: string): number => startOfLine(`${before}x`);

function ends(text: string): string[] {
  if (text.length <= MOST_READ * 2) return [stripAnsi(text)];
  return [stripAnsi(text.slice(0, MOST_READ)), stripAnsi(text.slice(-MOST_READ))];
}

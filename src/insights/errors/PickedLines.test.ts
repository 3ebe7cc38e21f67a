import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { artifactOf, buildOf } from '../../contract/testing/builds.ts';
import { compareText, firstLine } from '../../lib/text.ts';
import { tableOf } from '../../list/testing/tableOf.ts';
import { PickedLines } from './PickedLines.ts';
import { shownLineOf } from './text/shownLineOf.ts';

/** A list that holds these errors, of which only the first few have come. */
function listOf(errors: readonly string[]) {
  const artifacts = errors.map((errorMessage, at) => artifactOf(`a${at}`, { errorMessage }));
  const table = tableOf([buildOf('b', { artifacts })]);
  const all = table.texts.errors;
  let size = all.size;
  const texts = {
    get size() {
      return size;
    },
    at: (code: number) => all.at(code),
  };
  return {
    table: { ...table, texts: { ...table.texts, errors: texts } },
    all,
    come: (many: number) => {
      size = Math.min(many, all.size);
    },
  };
}

const text = fc.oneof(
  fc.constantFrom('#0 building\n#1 ERROR: b', '#0 building\nE: a', '#0 building', 'b', 'B', 'a'),
  fc.constantFrom('ERROR: b', 'v9 not found', 'v10 not found\nx', '', ' \n', 'x\r\nfatal: y'),
  fc.string({ unit: fc.constantFrom('a', 'B', '\n', 'E', ':', ' ', '1'), maxLength: 6 }),
);

describe('the lines that stand for errors', () => {
  it('are those picked, of every text, whatever came when', () => {
    fc.assert(
      fc.property(fc.array(text), fc.nat({ max: 12 }), (errors, first) => {
        const { table, all, come } = listOf(errors);
        come(first);
        const reader = new PickedLines(table);
        expect(reader.work(Number.POSITIVE_INFINITY)).toBe(true);
        const early = reader.lines();
        come(all.size);
        expect(reader.isDone).toBe(all.size <= first);
        reader.work(Number.POSITIVE_INFINITY);
        const late = reader.lines();
        for (let code = 0; code < all.size; code += 1) {
          const { line } = shownLineOf(all.at(code));
          expect(late.at(code)).toBe(line);
          expect(early.at(code)).toBe(code < first ? line : null);
        }
      }),
    );
  });

  it('rank as they read, also beside first lines of what is not read yet', () => {
    fc.assert(
      fc.property(fc.array(text), fc.nat({ max: 12 }), fc.boolean(), (errors, first, goesOn) => {
        const { table, all, come } = listOf(errors);
        come(first);
        const reader = new PickedLines(table);
        reader.work(Number.POSITIVE_INFINITY);
        come(all.size);
        const lines = reader.lines();
        if (goesOn) reader.work(Number.POSITIVE_INFINITY);
        const said = (code: number) => lines.at(code) ?? firstLine(all.at(code));
        const ranks = [...lines.ranks()];
        expect(ranks).toHaveLength(all.size);
        const codes = ranks
          .map((_, code) => code)
          .sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0));
        for (let at = 1; at < codes.length; at += 1) {
          const [a = 0, b = 0] = [codes[at - 1], codes[at]];
          const order = Math.sign(compareText(said(a), said(b)));
          expect(order).toBe(ranks[a] === ranks[b] ? 0 : -1);
        }
        for (const rank of ranks) expect(rank).toBeLessThan(all.size);
      }),
    );
  });

  it('are read a slice at a time, each text once', () => {
    const { table, all } = listOf(Array.from({ length: 40 }, (_, at) => `error ${at} not found`));
    const at = vi.spyOn(table.texts.errors, 'at');
    const reader = new PickedLines(table);
    const clock = vi.spyOn(performance, 'now');
    let slices = 0;
    for (let now = 0, done = false; !done; slices += 1) {
      clock.mockImplementation(() => now++);
      done = reader.work(3);
    }
    expect(slices).toBeGreaterThan(2);
    expect(at).toHaveBeenCalledTimes(all.size);
  });
});

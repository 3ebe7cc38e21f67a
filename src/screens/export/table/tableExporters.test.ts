import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { characters } from '../../../lib/testing/characters.ts';
import { lensTableOf } from '../../frame/lens/LensExport.ts';
import { rearm } from '../formats/disarm.ts';
import { runTableExport } from '../runTableExport.ts';
import { type TableFormat, tableExporters } from './tableExporters.ts';

interface Thing {
  readonly name: string;
  readonly count: number;
  readonly seen: number;
  readonly took: number;
  readonly list: readonly string[];
}

const SEEN = Date.UTC(2026, 10, 20, 9, 0, 0, 250);
const NOW = Date.UTC(2026, 10, 24, 9, 15);

const tableOf = (things: readonly Thing[], complete = true) =>
  lensTableOf<Thing>({
    noun: ['thing', 'things'],
    said: `${things.length} things`,
    columns: [
      { title: 'Name', field: 'name', kind: 'text', value: ({ name }) => name },
      { title: 'Count', field: 'count', kind: 'count', value: ({ count }) => count },
      { title: 'Seen', field: 'seen', kind: 'time', value: ({ seen }) => seen },
      { title: 'Took', field: 'took_seconds', kind: 'span', value: ({ took }) => took },
      { title: 'List', field: 'list', kind: 'list', value: ({ list }) => list },
      { title: 'Rate', field: null, kind: 'words', value: () => '80 %' },
      { title: null, field: 'kind', kind: 'words', value: () => 'x' },
    ],
    rows: {
      count: things.length,
      at: (position) => {
        const thing = things[position];
        if (thing === undefined) throw new RangeError('no such thing');
        return thing;
      },
    },
    complete,
  });

const job = {
  now: NOW,
  about: { view: 'Things: all.', link: 'https://builds.example/?lens=things' },
  signal: new AbortController().signal,
};

async function textOf(format: TableFormat, things: readonly Thing[], complete = true) {
  const made = await runTableExport(tableExporters[format], tableOf(things, complete), job);
  return made.text();
}

const known: Thing = { name: 'a|b', count: 1234, seen: SEEN, took: 90_500, list: ['p', 'q'] };
const unknown: Thing = { name: '', count: 0, seen: Number.NaN, took: Number.NaN, list: [] };

describe('the table of a lens', () => {
  it('is CSV for spreadsheets: instants with Z, seconds, numbers that add up', async () => {
    expect(await textOf('csv', [known, unknown])).toBe(
      [
        '"name","count","seen","took_seconds","list","kind","complete"',
        '"a|b","1234","2026-11-20T09:00:00.250Z","90.5","p; q","x","true"',
        '"","0","","","","x","true"',
        '',
      ].join('\r\n'),
    );
  });

  it('leaves no cell that a spreadsheet runs, and each can be had back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: characters, maxLength: 30 }), async (name) => {
        const text = await textOf('csv', [{ ...known, name }]);
        const row = text.slice(text.indexOf('\r\n') + 2);
        const cell = /^"((?:[^"]|"")*)"/.exec(row)?.[1]?.replaceAll('""', '"') ?? '';
        expect(cell).not.toMatch(/^[=+@-]/);
        expect(rearm(cell)).toBe(name);
      }),
    );
  });

  it('is JSON by the name of its rows, exact, with what it is of', async () => {
    expect(JSON.parse(await textOf('json', [known, unknown], false))).toEqual({
      things: [
        {
          name: 'a|b',
          count: 1234,
          seen: '2026-11-20T09:00:00.250Z',
          took_seconds: 90.5,
          list: ['p', 'q'],
          kind: 'x',
        },
        { name: '', count: 0, seen: null, took_seconds: null, list: [], kind: 'x' },
      ],
      complete: false,
      as_of: '2026-11-24T09:15:00Z',
      view: 'Things: all.',
      link: 'https://builds.example/?lens=things',
    });
    expect(JSON.parse(await textOf('json', []))).toMatchObject({ things: [], complete: true });
  });

  it('is a Markdown table below what it is of, its times those of UTC', async () => {
    expect(await textOf('markdown', [known, unknown])).toBe(
      [
        '2 things, as of 2026-11-24 09:15:00 UTC. `Things: all.` <https://builds.example/?lens=things>',
        '',
        '| Name | Count | Seen (UTC) | Took | List | Rate |',
        '| --- | --- | --- | --- | --- | --- |',
        '| `a\\|b` | 1,234 | 2026-11-20 09:00:00 | 1 min 30 s | `p, q` | 80 % |',
        '|  | 0 | – | – |  | 80 % |',
        '',
      ].join('\n'),
    );
  });

  it('keeps each row on one line of Markdown, whatever the API wrote', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: characters, maxLength: 30 }), async (name) => {
        const text = await textOf('markdown', [{ ...known, name, list: [name] }]);
        expect(text.split(/[\r\n\u0085\u2028\u2029]/)).toHaveLength(6);
      }),
    );
  });

  it('lets the page in between slices, and stops when it is cancelled', async () => {
    const things = Array.from({ length: 100_000 }, () => known);
    const pause = vi.fn(() => Promise.resolve());
    const shares: number[] = [];
    const onProgress = (share: number) => shares.push(share);
    await runTableExport(tableExporters.csv, tableOf(things), { ...job, pause, onProgress });
    expect(pause.mock.calls.length).toBeGreaterThan(5);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    const leaving = new AbortController();
    const cancelled = runTableExport(tableExporters.json, tableOf(things), {
      ...job,
      signal: leaving.signal,
      pause: () => Promise.resolve(leaving.abort()),
    });
    await expect(cancelled).rejects.toHaveProperty('name', 'AbortError');
  });
});

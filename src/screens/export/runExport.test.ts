import { describe, expect, it, vi } from 'vitest';
import { rowsOf } from '../../replica/testing/listOf.ts';
import { incident } from './formats/incident.ts';
import { nameTagList } from './formats/nameTagList.ts';
import { ndjson } from './formats/ndjson.ts';
import { type ExportJob, runExport } from './runExport.ts';
import { artifactOf, buildOf, faceOf, storeOf } from './testing/storeOf.ts';

const IDS = Array.from({ length: 40 }, (_, at) => `c${at}`);

/** A clock that moves by 3 ms with each look. */
function ticking(): () => number {
  let now = 0;
  return () => {
    now += 3;
    return now;
  };
}

function jobOf(changes: Partial<ExportJob> = {}): ExportJob {
  const store = storeOf(IDS.map((id) => buildOf(id)));
  return {
    table: faceOf(store),
    rows: rowsOf(store, IDS),
    about: { view: 'All builds.', link: 'https://builds.example/' },
    now: 0,
    signal: new AbortController().signal,
    pause: () => Promise.resolve(),
    clock: ticking(),
    ...changes,
  };
}

const names = IDS.map((id) => `swe/${id}:v1\n`);

describe('an export', () => {
  it('holds all builds in their order, with the type of its format', async () => {
    const job = jobOf();
    const { text, builds } = await runExport(nameTagList, {
      ...job,
      rows: job.rows.slice().reverse(),
    });
    expect(await text.text()).toBe([...names].reverse().join(''));
    expect(text.type).toBe('text/plain;charset=utf-8');
    expect(builds).toBe(40);
  });

  it('lets the page in between slices, and says how far it is', async () => {
    const shares: number[] = [];
    const pause = vi.fn(() => Promise.resolve());
    await runExport(nameTagList, jobOf({ pause, onProgress: (share) => shares.push(share) }));
    expect(pause.mock.calls.length).toBeGreaterThan(5);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares[0]).toBeLessThan(0.2);
    expect(shares.at(-1)).toBe(1);
  });

  it('lets the page in while it passes builds that it does not take', async () => {
    const pause = vi.fn(() => Promise.resolve());
    const { builds } = await runExport(incident, jobOf({ pause }));
    expect(pause.mock.calls.length).toBeGreaterThan(5);
    expect(builds).toBe(0);
  });

  it('stops when it is cancelled, and makes nothing of the rest', async () => {
    const controller = new AbortController();
    const job = jobOf();
    const read = vi.spyOn(job.table, 'build');
    const made = runExport(ndjson, {
      ...job,
      signal: controller.signal,
      pause: () => {
        controller.abort();
        return Promise.resolve();
      },
    });
    await expect(made).rejects.toHaveProperty('name', 'AbortError');
    expect(read.mock.calls.length).toBeLessThan(5);
  });

  it('does not begin when it was cancelled before', async () => {
    const job = jobOf({ signal: AbortSignal.abort() });
    const read = vi.spyOn(job.table, 'build');
    await expect(runExport(ndjson, job)).rejects.toHaveProperty('name', 'AbortError');
    expect(read).not.toHaveBeenCalled();
  });

  it('leaves out a build that was removed meanwhile, and takes none that came', async () => {
    const store = storeOf(IDS.map((id) => buildOf(id)));
    const job = jobOf({ table: faceOf(store) });
    const pause = vi.fn(() => {
      store.remove(['c39'], 2);
      store.apply([buildOf('late')], 2);
      return Promise.resolve();
    });
    const { text, builds } = await runExport(nameTagList, { ...job, pause });
    expect(await text.text()).toBe(names.slice(0, -1).join(''));
    expect(builds).toBe(39);
  });

  it('keeps to the rows at its start when they are changed below it', async () => {
    const job = jobOf();
    const pause = () => {
      job.rows.fill(0);
      return Promise.resolve();
    };
    const { text } = await runExport(nameTagList, { ...job, pause });
    expect(await text.text()).toBe(names.join(''));
  });

  it('joins what it set aside in chunks', async () => {
    const errorMessage = 'é'.repeat(200_000);
    const all = IDS.map((id) => buildOf(id, { artifacts: [artifactOf('a', { errorMessage })] }));
    const store = storeOf(all);
    const { text } = await runExport(
      ndjson,
      jobOf({ table: faceOf(store), rows: rowsOf(store, IDS) }),
    );
    const lines = (await text.text()).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).id)).toEqual(IDS);
    for (const line of lines) expect(JSON.parse(line).artifacts[0].errorMessage).toBe(errorMessage);
  });

  it('pauses by itself where a browser cannot yield', async () => {
    const { pause: _, ...job } = jobOf();
    const { text } = await runExport(nameTagList, job);
    expect(await text.text()).toBe(names.join(''));
  });
});

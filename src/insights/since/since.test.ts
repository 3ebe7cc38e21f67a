import { describe, expect, it } from 'vitest';
import { artifactOf, buildOf } from '../../contract/testing/builds.ts';
import { tableOf } from '../../list/testing/tableOf.ts';
import { ErrorGroups } from '../errors/ErrorGroups.ts';
import { ImageNames } from '../images/ImageNames.ts';
import { StatusKinds } from '../StatusKinds.ts';
import { countSince } from './countSince.ts';
import { Since } from './Since.ts';

const MOMENT = Date.UTC(2026, 10, 26, 17, 40);
const at = (minutes: number) => new Date(MOMENT + minutes * 60_000).toISOString();

const FULL = 'no space left on device';
const GONE = 'failed to pull base image ubuntu:99: not found';

function build(id: string, status: string, ended: number | null, error: string | null = null) {
  return buildOf(id, {
    imageName: `image-${id[0]}`,
    status,
    createdAt: at((ended ?? 0) - 10),
    startedAt: at((ended ?? 0) - 9),
    completedAt: ended === null ? null : at(ended),
    artifacts: [
      artifactOf(`${id}-1`, { status, errorMessage: error, completedAt: at(ended ?? 0) }),
    ],
  });
}

const BUILDS = [
  build('a1', 'FAILED', -60, FULL),
  build('a2', 'FAILED', 20, FULL),
  build('b1', 'COMPLETED', -30),
  build('b2', 'FAILED', 30, GONE),
  build('c1', 'FAILED', 5, FULL),
  build('c2', 'COMPLETED', 25),
  build('d1', 'CANCELLED', 40),
  build('e1', 'BUILDING', null),
  build('f1', 'COMPLETED', 0),
];

function count(complete = true) {
  const table = tableOf(BUILDS, { complete });
  const errors = new ErrorGroups();
  const images = new ImageNames();
  errors.facts(table, MOMENT);
  images.facts(table);
  while (!errors.work(50)) {
    // Reads the rest.
  }
  while (!images.work(50)) {
    // Reads the rest.
  }
  const kinds = new StatusKinds().of(table);
  return countSince(
    { table, kinds, errors: errors.facts(table, MOMENT), images: images.facts(table) },
    MOMENT,
  );
}

describe('what happened since a moment', () => {
  it('is what ended and failed after it, what is broken by that, and causes never seen before', () => {
    const counts = count();
    expect(counts).toMatchObject({ complete: true, ended: 5, failed: 3, broken: 2 });
    expect(counts.newCauses).toHaveLength(1);
  });

  it('has no new causes while the list is partial', () => {
    expect(count(false)).toMatchObject({ complete: false, ended: 5, newCauses: [] });
  });
});

describe('the mark since', () => {
  const marked = (key: string, visit: number | null) => {
    const table = tableOf(BUILDS);
    const since = new Since(
      () => visit,
      () => () => {},
    );
    since.facts(table);
    const bits = since.mark('since', key)?.bits ?? [];
    return BUILDS.flatMap(({ id }, row) => (bits[row] === 1 ? [id] : []));
  };

  it('is on builds that were created, began or ended after the last visit', () => {
    expect(marked('last', MOMENT)).toEqual(['a2', 'b2', 'c1', 'c2', 'd1']);
    expect(marked('last', MOMENT + 35 * 60_000)).toEqual(['d1']);
  });

  it('is the same for the instant that a copied link says', () => {
    expect(marked('2026-11-26T17:40:00.000Z', null)).toEqual(marked('last', MOMENT));
  });

  it('is on none without a last visit', () => {
    expect(marked('last', null)).toEqual([]);
  });

  it('is made anew when the visit is another one', () => {
    let visit = MOMENT;
    const since = new Since(
      () => visit,
      () => () => {},
    );
    since.facts(tableOf(BUILDS));
    const before = since.mark('since', 'last');
    expect(since.mark('since', 'last')).toBe(before);
    visit += 35 * 60_000;
    expect(since.mark('since', 'last')?.version).not.toBe(before?.version);
    expect(since.mark('cause', 'last')).toBeNull();
  });
});

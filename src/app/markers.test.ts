import { expect, it } from 'vitest';
import { artifactOf, buildOf } from '../contract/testing/builds.ts';
import { fakeReplica } from '../screens/keys/testing/fakeReplica.ts';
import { IS_MARKS } from '../views/terms/marks.ts';
import { MARKERS } from './markers.ts';

const NOW = Date.UTC(2026, 10, 20, 12);
const at = (minutes: number) => new Date(Date.UTC(2026, 10, 20, 10, minutes)).toISOString();

/** A build that completed, and took the tag with it. */
const pushed = (id: string, from: number, to: number) => {
  const times = { createdAt: at(from), startedAt: at(from), completedAt: at(to) };
  const artifact = artifactOf(`${id}a`, { fullImagePath: 'prime/acct/app:v1', ...times });
  return buildOf(id, { ...times, artifacts: [artifact] });
};

async function marked(mark: string, key: string, replica: ReturnType<typeof fakeReplica>) {
  const marker = MARKERS.find(({ marks }) => marks.includes(mark));
  const insight = (await marker?.load())?.(replica);
  insight?.facts(replica.table, NOW);
  while (insight && !insight.work(50)) {
    // Reads the rest.
  }
  insight?.facts(replica.table, NOW);
  const bits = insight?.mark(mark, key)?.bits;
  return bits && [...bits].flatMap((bit, row) => (bit ? [replica.table.id.at(row)] : []));
}

it.each([...IS_MARKS, 'cause', 'batch', 'since'])('knows who makes the mark %s', async (mark) => {
  expect(await marked(mark, 'b1', fakeReplica([buildOf('b1')]))).toBeDefined();
});

it('marks the builds of a tag that may hold the older one', async () => {
  const replica = fakeReplica([pushed('older', 0, 20), pushed('newer', 5, 10), buildOf('other')]);
  expect(await marked('race', '', replica)).toContain('older');
  expect(await marked('race', '', replica)).not.toContain('other');
});

it('marks the builds that were pushed together with one', async () => {
  const push = Array.from({ length: 12 }, (_, n) =>
    buildOf(`p${n}`, { imageName: `swe-gym-${n}`, createdAt: at(n % 2), startedAt: at(n % 2) }),
  );
  const replica = fakeReplica([...push, buildOf('alone')]);
  expect(await marked('batch', 'p7', replica)).toHaveLength(12);
  expect(await marked('batch', 'alone', replica)).toEqual([]);
});

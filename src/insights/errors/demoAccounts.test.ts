import { expect, it } from 'vitest';
import type { Build } from '../../contract/build.ts';
import { parsePage } from '../../contract/parsePage.ts';
import { tableOf } from '../../list/testing/tableOf.ts';
import { DEMO_ACCOUNTS } from '../../local-api/demo/demoAccounts.ts';
import { ErrorGroups } from './ErrorGroups.ts';

const START = Date.UTC(2026, 10, 24, 9);
/** What people can look through; the limit of the lens's purpose. */
const MOST_GROUPS = 40;

it.each([...DEMO_ACCOUNTS.keys()])('%s has few groups, whose sum is its failures', (token) => {
  const contents = DEMO_ACCOUNTS.get(token)?.contents(7, START).builds ?? [];
  const groups = new ErrorGroups();
  const table = tableOf(parsed([...contents]));
  groups.facts(table, START);
  while (!groups.work(8));
  const facts = groups.facts(table, START);
  expect(facts.groups.length).toBeLessThanOrEqual(MOST_GROUPS);
  expect(facts.unread).toBe(0);
  expect(facts.groups.reduce((sum, one) => sum + one.all.artifacts, 0)).toBe(facts.artifacts);
});

function parsed(data: readonly unknown[]): readonly Build[] {
  const { builds } = parsePage(
    { data: JSON.parse(JSON.stringify(data)), total_count: data.length },
    { offset: 0, limit: data.length },
  );
  return [...new Map(builds.map((build) => [build.id, build])).values()];
}

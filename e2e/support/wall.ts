import type { Page } from '@playwright/test';
import type { Build } from '../../src/contract/build.ts';
import { artifactOf, buildOf } from '../../src/contract/testing/builds.ts';
import { expect, signIn, waitUntilComplete } from './test.ts';

const MINUTE = 60_000;
const iso = (minutes: number) => new Date(Date.now() - minutes * MINUTE).toISOString();

/** A build that ended `minutes` ago, and took so many. */
export function made(
  id: string,
  name: string,
  status: string,
  minutes: number,
  error = '',
  took = 1,
): Build {
  const ended = status === 'COMPLETED' || status === 'FAILED';
  const times = {
    createdAt: iso(minutes + took),
    startedAt: iso(minutes + took),
    completedAt: ended ? iso(minutes) : null,
  };
  const artifacts = [artifactOf(`${id}a`, { ...times, status, errorMessage: error })];
  return buildOf(id, { imageName: name, status, ...times, artifacts });
}

export const FULL = 'write /var/lib/layer.tar: no space left on device';
/** A push that goes on, as of now: 8 done, 1 failed, 3 active. */
export const pushOf = (family: string) =>
  Array.from({ length: 12 }, (_, at) => {
    const name = `${family}.task-${at}`;
    if (at === 0) return made(`${family}0`, name, 'FAILED', 0.1, FULL, 0.1);
    return made(`${family}${at}`, name, at > 8 ? 'BUILDING' : 'COMPLETED', 0.15, '', 0.1);
  });
/** As of now: a push that is made up too early has ended. No hour is over while one looks. */
export const wallBuilds = (): readonly Build[] => [
  ...pushOf('swe'),
  made('a1', 'alpha', 'COMPLETED', 60 * 50),
  made('a2', 'alpha', 'FAILED', 60 * 49 + 0.3, 'source image not found'),
  made('b1', 'beta', 'FAILED', 60 * 3 + 0.3, FULL),
  made('c1', 'gamma', 'COMPLETED', 30),
];

/** The whole screen, and its parts by what they are called. */
export const wall = (page: Page) => page.getByRole('region', { name: 'Wallboard' });
export const part = (page: Page, name: string) => wall(page).getByRole('region', { name });
export const stopped = (page: Page) =>
  wall(page).getByRole('status').filter({ hasText: 'stopped' });

/** Signs in, and shows the wall with its first answer. */
export async function openWall(page: Page, token: string, address = '/?lens=wall') {
  await signIn(page, token);
  await waitUntilComplete(page);
  await page.goto(address);
  await expect(part(page, 'Newest failures').getByRole('listitem').first()).toBeVisible();
  await expect(wall(page).getByText(/^as of \d\d:\d\d:\d\d UTC$/)).toBeVisible();
}

/** The colours of all texts and drawings of the wall. */
export const colours = (page: Page) =>
  wall(page)
    .locator('*')
    .evaluateAll((all) => [
      ...new Set(
        all.flatMap((one) => {
          const { color, backgroundColor, borderTopColor } = getComputedStyle(one);
          return [color, backgroundColor, borderTopColor];
        }),
      ),
    ]);

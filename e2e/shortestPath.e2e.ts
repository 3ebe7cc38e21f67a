import type { Page } from '@playwright/test';
import type { Build } from '../src/contract/build.ts';
import { makeBuilds } from '../src/local-api/makeBuilds.ts';
import { Hands, promised } from './support/Hands.ts';
import { idsOnScreen } from './support/idsOnScreen.ts';
import { expect, signIn, test, waitUntilComplete, waitUntilHears } from './support/test.ts';

const IMAGE = 'reward-server';
const TWENTY_MINUTES = 1_200_000;

/** Three days of builds, one each twenty minutes, none near the edge of the last day. */
function builds(): readonly Build[] {
  const now = Date.now();
  return makeBuilds({ count: 216, seed: 7, now, days: 3 }).map((build, index) => ({
    ...build,
    imageName: index % 2 === 0 ? 'code-judge' : IMAGE,
    status: index % 3 === 0 ? 'FAILED' : 'COMPLETED',
    createdAt: new Date(now - (index + 0.5) * TWENTY_MINUTES).toISOString(),
    artifacts: [],
  }));
}

const WAYS: Readonly<Record<string, (page: Page, hands: Hands) => Promise<void>>> = {
  mouse: async (page, hands) => {
    await hands.click(page.getByRole('link', { name: /^Failed in the last 24 h/ }));
    await hands.click(page.getByRole('searchbox', { name: 'Search builds' }));
    await hands.type(IMAGE);
  },
  keyboard: async (_, hands) => {
    await hands.press('g', 'f', '/');
    await hands.type(IMAGE);
  },
};

for (const [by, go] of Object.entries(WAYS)) {
  test(`is as near as the README says, by ${by}: the failed builds of one image in the last day`, async ({
    page,
    account,
  }) => {
    const lastDay = account.fill(builds()).slice(0, 72);
    const wanted = lastDay.filter(
      ({ imageName, status }) => imageName === IMAGE && status === 'FAILED',
    );
    expect(wanted).toHaveLength(12);
    await signIn(page, account.token);
    await waitUntilComplete(page);
    await waitUntilHears(page);

    const hands = new Hands(page);
    await go(page, hands);
    await expect(page.getByRole('status').filter({ hasText: 'of 216 builds' })).toHaveText(
      '12 of 216 builds',
    );
    expect(await idsOnScreen(page)).toEqual(wanted.map(({ id }) => id));
    expect([hands.clicks, hands.keys]).toEqual(await promised(by));
  });
}

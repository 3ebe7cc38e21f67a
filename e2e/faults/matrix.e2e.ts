import { type Body, bodies, expectedInPage, STATUSES } from '../support/faultMatrix.ts';
import { expect, test } from '../support/faultTest.ts';
import { idsInView } from '../support/idsOnScreen.ts';
import { openAs, waitUntilComplete } from '../support/test.ts';

test.use({ place: 'gateway' });

const BODIES: readonly Body[] = [
  'contract errors',
  'detail text',
  'detail list',
  'HTML',
  'empty',
  'broken JSON',
  '5 MB of text',
];

// Every status twice and every body six times; the unit tests of the gateway walk all 154 cells.
for (const shift of [0, 3]) {
  const from = BODIES[shift];
  const cells = STATUSES.map((status, index) => ({
    status,
    body: BODIES[(index + shift) % BODIES.length] ?? 'empty',
  }));
  test(`meets every status in one sentence and keeps the rows, bodies from ${from} on`, async ({
    page,
    faults,
  }) => {
    // Back-offs are drawn from here: none of them waits.
    await page.addInitScript(() => {
      Math.random = () => 0;
    });
    await openAs(page, faults.token);
    await waitUntilComplete(page);
    const refresh = page.getByRole('button', { name: 'Refresh' });
    const said = () => page.locator('[role=alert], section').allInnerTexts();
    const rows = await idsInView(page);
    expect(rows.length).toBeGreaterThan(10);

    for (const cell of cells) {
      const expected = expectedInPage(cell);
      const name = `${cell.status} with ${cell.body}`;
      const before = faults.server.calls.length;
      faults.server.answer((_call, reply) => {
        // What a limit that is not said to end would leave behind is waited for otherwise.
        const headers = cell.status === 429 ? ['retry-after: 1'] : [];
        reply.send({ status: cell.status, headers, ...bodies[cell.body] });
      });
      await refresh.click();
      await page.waitForFunction(
        (sentence) => document.body.innerText.includes(sentence),
        expected.sentence,
        { polling: 'raf' },
      );
      const text = (await said()).join('\n');
      expect(text, name).toContain(expected.sentence);
      for (const line of expected.details) {
        if (line instanceof RegExp)
          expect(text.split('\n').join(' '), name).toMatch(withoutEnds(line));
        else expect(text, name).toContain(String(line));
      }
      expect(await page.title(), name).not.toContain('taken over');
      expect(text.length, name).toBeLessThan(5000);
      const kept = await idsInView(page);
      expect(rows.slice(0, kept.length), `${name}: rows`).toEqual(kept);
      expect(kept.length, `${name}: rows`).toBeGreaterThan(10);
      const calls = faults.server.calls.slice(before).map(({ target }) => target);
      const most = Math.max(...calls.map((each) => calls.filter((one) => one === each).length));
      // A limit is said at once, while its retries still wait. More calls may be polls.
      const tries = cell.status === 429 ? 1 : 1 + expected.retries;
      expect(most, `${name}: tries`).toBeGreaterThanOrEqual(tries);

      faults.mend();
      if (expected.kind === 'unauthorized') {
        await page.getByRole('textbox', { name: 'API token' }).fill(faults.newToken());
        await page.getByRole('button', { name: 'Sign in' }).click();
      } else {
        await expect(page.getByRole('alert').getByRole('button', { name: 'Retry' })).toBeVisible();
        await refresh.click();
      }
      await page.waitForFunction(
        (sentence) => !document.body.innerText.includes(sentence),
        expected.sentence,
        { polling: 'raf' },
      );
    }
  });
}

function withoutEnds(line: RegExp): RegExp {
  return new RegExp(line.source.replace(/^\^|\$$/g, ''));
}

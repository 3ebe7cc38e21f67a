import { copiesOf } from '../support/copiesOf.ts';
import { expect, test } from '../support/faultTest.ts';
import { signIn, waitUntilComplete } from '../support/test.ts';

test('says at sign-out that the browser keeps the copy, and removes it at the next start', async ({
  page,
  faults,
}) => {
  await signIn(page, faults.token);
  await waitUntilComplete(page);
  await page.getByRole('button', { name: 'Display' }).click();
  await page.getByRole('checkbox', { name: /^Keep a copy on this device/ }).check();
  await expect.poll(() => copiesOf(page)).toHaveLength(1);
  await page.keyboard.press('Escape');
  const mend = await page.evaluateHandle(() => {
    const { open, deleteDatabase } = IDBFactory.prototype;
    const refuse = () => {
      throw new DOMException('refused', 'UnknownError');
    };
    Object.assign(IDBFactory.prototype, { open: refuse, deleteDatabase: refuse });
    return () => Object.assign(IDBFactory.prototype, { open, deleteDatabase });
  });
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('textbox', { name: 'API token' })).toBeVisible();
  await expect(page.getByText(/did not remove everything that was kept/)).toBeVisible();
  await mend.evaluate((undo) => undo());
  expect(await copiesOf(page)).toHaveLength(1);

  await page.reload();
  await expect(page.getByRole('textbox', { name: 'API token' })).toBeVisible();
  await expect.poll(() => copiesOf(page)).toEqual([]);
  await expect(page.getByText(/did not remove everything that was kept/)).toHaveCount(0);
});

import { bench, describe } from 'vitest';
import { openStore } from './openStore.ts';

/** `npx vitest bench src/local-api`: a page costs the same at every size and offset. */
const store = openStore();
const accounts = [100, 10_000, 100_000].map((count) => {
  const account = store.open(`${count}`);
  store.put(
    account,
    Array.from({ length: count }, (_, at) => ({
      id: `cm${at}`,
      imageName: 'ubuntu',
      imageTag: 'latest',
      status: 'COMPLETED',
      created: at,
      body: 'x'.repeat(700),
    })),
  );
  return { account, count };
});

describe('a page of 100 builds', () => {
  for (const { account, count } of accounts) {
    for (const offset of new Set([0, count - 100])) {
      bench(`offset ${offset} of ${count}`, () => {
        store.page(account, offset, 100);
      });
    }
  }
});

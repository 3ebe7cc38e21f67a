// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import type { Replica } from '../../replica/createReplica.ts';
import { ReplicaProvider } from './list/usePageReplica.ts';
import { OneAccount } from './OneAccount.tsx';

afterEach(cleanup);

let drawn = 0;
function Keeper() {
  const [first] = useState(() => ++drawn);
  return <p>kept since {first}</p>;
}

it('lets go of all that screens keep when the account is another, and only then', () => {
  const listeners = new Set<() => void>();
  let state = { account: 0, version: 1 };
  const replica: Pick<Replica, 'subscribe'> & { getState: () => typeof state } = {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const become = (next: typeof state) =>
    act(() => {
      state = next;
      for (const listener of listeners) listener();
    });
  render(
    <ReplicaProvider value={replica as Replica}>
      <OneAccount>
        <Keeper />
      </OneAccount>
    </ReplicaProvider>,
  );
  const text = () => screen.getByText(/kept since/).textContent;
  const before = text();
  become({ account: 0, version: 2 });
  expect(text()).toBe(before);
  become({ account: 1, version: 3 });
  expect(text()).not.toBe(before);
});

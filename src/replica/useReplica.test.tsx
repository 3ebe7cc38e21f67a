// @vitest-environment happy-dom
import { QueryClient } from '@tanstack/react-query';
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { createReplica, type Replica } from './createReplica.ts';
import { FakeApi, fakeBuilds } from './testing/fakeApi.ts';
import { useReplica } from './useReplica.ts';

afterEach(cleanup);

function Count({ replica }: { readonly replica: Replica }) {
  const { loaded, completeness } = useReplica(replica);
  return <p>{`${loaded} builds, ${completeness}`}</p>;
}

it('draws each state of the replica', async () => {
  const api = new FakeApi();
  api.lists.set('one', fakeBuilds(250));
  const replica = createReplica({
    token: 'one',
    queryClient: new QueryClient(),
    fetchPage: api.fetchPage,
    onUnauthorized: () => {},
  });
  render(<Count replica={replica} />);
  expect(screen.getByText('0 builds, empty')).toBeTruthy();
  act(() => replica.start());
  expect(await screen.findByText('250 builds, complete')).toBeTruthy();
  replica.dispose();
});

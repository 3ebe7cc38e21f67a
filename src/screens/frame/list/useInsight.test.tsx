// @vitest-environment happy-dom
import { act, cleanup, render, renderHook, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { buildOf } from '../../../contract/testing/builds.ts';
import type { BuildTable } from '../../../list/BuildTable.ts';
import type { Insight } from '../../../list/Insight.ts';
import type { Replica } from '../../../replica/createReplica.ts';
import { fakeReplica } from '../../keys/testing/fakeReplica.ts';
import { type OfReplica, onePerReplica } from './onePerReplica.ts';
import { useInsight } from './useInsight.ts';
import { ReplicaProvider } from './usePageReplica.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** How many builds there are, and how many of them were looked at: three in each slice. */
class Looked implements Insight<string, string> {
  size = 0;
  looked = 0;

  facts(table: BuildTable): string {
    this.size = table.size;
    return `${this.looked} of ${this.size} looked at`;
  }
  pick(facts: string, rows: Uint32Array): string {
    return `${facts}, ${rows.length} picked`;
  }
  work(): boolean {
    this.looked = Math.min(this.size, this.looked + 3);
    return this.looked === this.size;
  }
}

function Shown({ of, rows }: { readonly of: OfReplica<Looked>; readonly rows: number }) {
  const { picked, ready } = useInsight(of, { order: new Uint32Array(rows) });
  return <p>{`${picked}${ready ? '' : ', not ready'}`}</p>;
}

const drawn = (replica: Replica, of: OfReplica<Looked>, rows = 2) => (
  <ReplicaProvider value={replica}>
    <Shown of={of} rows={rows} />
  </ReplicaProvider>
);
const text = () => screen.getByText(/picked/).textContent;
const builds = (count: number) => Array.from({ length: count }, (_, at) => buildOf(`b${at}`));

it('shows what is known at once, and the rest when the page was idle long enough', () => {
  const of = onePerReplica(() => new Looked());
  const replica = fakeReplica(builds(7));
  render(drawn(replica, of));
  expect(text()).toBe('0 of 7 looked at, 2 picked, not ready');
  act(() => vi.advanceTimersByTime(2000));
  expect(text()).toBe('7 of 7 looked at, 2 picked');
});

it('has what is dear to draw worked out ahead, from the facts that will be drawn', () => {
  const of = onePerReplica(() => new Looked());
  const ahead = vi.fn();
  const order = new Uint32Array(2);
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <ReplicaProvider value={fakeReplica(builds(4))}>{children}</ReplicaProvider>
  );
  const { result } = renderHook(() => useInsight(of, { order }, undefined, ahead), { wrapper });
  expect(ahead).not.toHaveBeenCalled();
  ahead.mockImplementation(() => expect(result.current.ready).toBe(false));
  act(() => vi.advanceTimersByTime(5000));
  expect(ahead.mock.calls[0]).toEqual(['4 of 4 looked at', '4 of 4 looked at, 2 picked']);
  expect(result.current.ready).toBe(true);
});

it('picks anew when the filter lets other rows through', () => {
  const of = onePerReplica(() => new Looked());
  const replica = fakeReplica(builds(2));
  const { rerender } = render(drawn(replica, of));
  rerender(drawn(replica, of, 1));
  expect(text()).toContain('1 picked');
});

it('keeps what it worked out for who looks again, and starts anew with another account', () => {
  const of = onePerReplica(() => new Looked());
  const replica = fakeReplica(builds(2));
  render(drawn(replica, of));
  act(() => vi.advanceTimersByTime(2000));
  cleanup();
  render(drawn(replica, of));
  expect(text()).toContain('2 of 2 looked at');
  cleanup();
  render(drawn(fakeReplica(builds(2)), of));
  expect(text()).toContain('0 of 2 looked at');
});

it('stops working when nobody looks any more', () => {
  const of = onePerReplica(() => new Looked());
  const replica = fakeReplica(builds(9));
  render(drawn(replica, of));
  cleanup();
  vi.advanceTimersByTime(5000);
  expect(of(replica).looked).toBe(0);
});

it('says nothing of a list that is gone, in no drawing', () => {
  const of = onePerReplica(() => new Looked());
  const known = fakeReplica(builds(3));
  const [before, after] = [known.table, fakeReplica(builds(1)).table];
  let [shown, epoch] = [before, 1];
  // The same table, emptied and filled again.
  const table = new Proxy(before, {
    get: (_, key) => (key === 'epoch' ? epoch : Reflect.get(shown, key, shown)),
  });
  const replica = { ...known, table };
  const { rerender } = render(drawn(replica, of));
  expect(text()).toContain('of 3 looked at');
  [shown, epoch] = [after, 2];
  rerender(drawn(replica, of, 1));
  expect(text()).toContain('of 1 looked at');
});

it('is another one for each replica, and for each account of it', () => {
  const of = onePerReplica(() => new Looked());
  const [one, other] = [fakeReplica([]), fakeReplica([])];
  const made = of(one);
  expect(of(one)).toBe(made);
  expect(of(other)).not.toBe(made);
  expect(of({ ...one, owner: {} })).not.toBe(made);
});

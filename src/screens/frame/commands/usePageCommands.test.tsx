// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { useOfferedCommands, usePageCommands } from './usePageCommands.ts';

afterEach(cleanup);

const done = vi.fn();

function Offering({ names }: { readonly names: readonly string[] }) {
  useOfferedCommands(names.map((name) => ({ name, run: () => done(name, names.length) })));
  return null;
}

function Listing() {
  return usePageCommands().map(({ name, run }) => (
    <button key={name} type="button" onClick={run}>
      {name}
    </button>
  ));
}

it('lists what is drawn, runs it as it was drawn last, and forgets what is gone', () => {
  const page = (one: readonly string[], two: readonly string[] | null) => (
    <>
      <Offering names={one} />
      {two && <Offering names={two} />}
      <Listing />
    </>
  );
  const listed = () => screen.queryAllByRole('button').map(({ textContent }) => textContent);
  const { rerender } = render(page(['Copy'], ['Save', 'Open']));
  expect(listed()).toEqual(['Copy', 'Save', 'Open']);
  rerender(page(['Copy', 'Print'], null));
  expect(listed()).toEqual(['Copy', 'Print']);
  screen.getByRole('button', { name: 'Copy' }).click();
  expect(done).toHaveBeenLastCalledWith('Copy', 2);
});

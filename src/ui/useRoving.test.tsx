// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { useRoving } from './useRoving.ts';

afterEach(cleanup);

function Bar({ names }: { readonly names: readonly string[] }) {
  const roving = useRoving();
  return (
    <>
      <div role="toolbar" aria-label="Bar" {...roving}>
        {names.map((name) => (
          <button key={name} type="button">
            {name}
          </button>
        ))}
        <div popover="auto">
          <button type="button">In a popover</button>
        </div>
      </div>
      <button type="button">After</button>
    </>
  );
}
const focused = () => document.activeElement?.textContent;

it('is one stop for Tab, and is walked by arrows, Home and End', async () => {
  render(<Bar names={['a', 'b', 'c']} />);
  const user = userEvent.setup();
  await user.tab();
  expect(focused()).toBe('a');
  await user.keyboard('{ArrowRight}');
  expect(focused()).toBe('b');
  await user.keyboard('{End}');
  expect(focused()).toBe('c');
  await user.keyboard('{ArrowRight}');
  expect(focused()).toBe('a');
  await user.keyboard('{ArrowLeft}');
  expect(focused()).toBe('c');
  await user.keyboard('{Home}{ArrowRight}');
  expect(focused()).toBe('b');
});

it('is come back to where it was left', async () => {
  render(<Bar names={['a', 'b', 'c']} />);
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'b' }));
  expect(screen.getByRole('button', { name: 'a' }).tabIndex).toBe(-1);
  await user.click(screen.getByRole('button', { name: 'After' }));
  await user.tab({ shift: true });
  expect(focused()).not.toBe('a');
});

it('begins anew when the button it was left at is gone', () => {
  const { rerender } = render(<Bar names={['a', 'b']} />);
  screen.getByRole('button', { name: 'b' }).focus();
  rerender(<Bar names={['a', 'c']} />);
  expect(screen.getByRole('button', { name: 'a' }).tabIndex).toBe(0);
  expect(screen.getByRole('button', { name: 'c' }).tabIndex).toBe(-1);
});

it('leaves what stands in a popover of it alone', () => {
  render(<Bar names={['a']} />);
  expect(screen.getByText('In a popover').tabIndex).toBe(0);
});

// @vitest-environment happy-dom
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { CopyButton } from './CopyButton.tsx';
import { CopyByHand } from './CopyByHand.tsx';
import { offerByHand, textByHand } from './textByHand.ts';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

it('offers what could not be copied in a field, selected, and lets it go when it is closed', async () => {
  const user = userEvent.setup();
  // As over plain http from another machine.
  vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(undefined as never);
  render(
    <>
      <CopyButton text="prime/app:v1" what="image path" />
      <CopyByHand />
    </>,
  );
  const button = screen.getByRole('button', { name: 'Copy image path' });
  await user.click(button);
  const field = await screen.findByRole<HTMLTextAreaElement>('textbox', {
    name: 'Text of the image path',
  });
  expect(screen.getByRole('dialog', { name: 'Copy the image path' })).toBeTruthy();
  expect(document.activeElement).toBe(field);
  const selected = field.value.slice(field.selectionStart, field.selectionEnd);
  expect([selected, field.readOnly]).toEqual(['prime/app:v1', true]);
  await user.click(screen.getByRole('button', { name: 'Close' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(document.activeElement).toBe(button);
});

it('keeps no text once the page of its account is gone', () => {
  render(<CopyByHand />);
  act(() => offerByHand({ text: 'private', what: 'it' }));
  expect(screen.getByRole('dialog')).toBeTruthy();
  cleanup();
  expect(textByHand()).toBeNull();
});

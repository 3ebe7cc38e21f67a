// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { EMPTY_VIEW } from '../../../views/address/View.ts';
import { useQueryText } from './useQueryText.ts';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

it('asks for a frame as a key is heard, before the rows are worked out', () => {
  const steps: string[] = [];
  vi.spyOn(window, 'requestAnimationFrame').mockImplementation(() => steps.push('frame'));
  const actions = { push: () => undefined, replace: () => steps.push('view') };
  const { result } = renderHook(() => useQueryText(EMPTY_VIEW, actions));
  act(() => result.current.change('4', 1));
  expect(steps).toEqual(['frame', 'view']);
});

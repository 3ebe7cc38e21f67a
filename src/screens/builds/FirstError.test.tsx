// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { artifactOf, buildOf } from '../../contract/testing/builds.ts';
import { buildRecord } from '../build/BuildRecord.ts';
import { FirstError } from './FirstError.tsx';

afterEach(cleanup);

const failed = artifactOf('a', {
  status: 'FAILED',
  errorMessage: 'no space left',
  createdAt: '2026-11-20T09:00:00Z',
});
const again = artifactOf('b', { createdAt: '2026-11-20T10:00:00Z' });

function shown(status: string, artifacts = [failed, again]): HTMLElement {
  render(<FirstError record={buildRecord(0, buildOf('x', { status, artifacts }))} />);
  return screen.getByText(/no space left/);
}

it('is not red, and says so, where a build completed at a later attempt', () => {
  const text = shown('COMPLETED');
  expect(text.textContent).toBe('earlier attempt: no space left');
  expect(text.className).not.toContain('tone-bad');
});

it('is red where it is of the latest attempt, or the build did not complete', () => {
  for (const [status, artifacts] of [
    ['FAILED', [failed, again]],
    ['FAILED', [failed]],
    ['COMPLETED', [failed]],
  ] as const) {
    const text = shown(status, [...artifacts]);
    expect(text.textContent).toBe('no space left');
    expect(text.className).toContain('tone-bad');
    cleanup();
  }
});

// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { artifactOf, buildOf } from '../../contract/testing/builds.ts';
import { buildRecord } from '../build/BuildRecord.ts';
import { ErrorExcerpts } from '../build/ErrorExcerpts.ts';
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

it('shows what was searched for, marked, wherever in the errors it stands', () => {
  const log = `#0 building\n${'x'.repeat(100)} \u001b[1mCollecting\u001b[0m torch==2.9.9\nno space left`;
  const artifacts = [
    artifactOf('a', { status: 'FAILED', errorMessage: log }),
    artifactOf('b', { status: 'FAILED', errorMessage: 'image  pull\u0301 denied' }),
  ];
  const record = {
    ...buildRecord(0, buildOf('x', { status: 'FAILED', artifacts })),
    errorLine: 'no space left',
  };
  const marked = (text: string) => {
    const clause = { kind: 'text', field: 'any', patterns: [{ match: 'contains', text }] } as const;
    const excerpts = new ErrorExcerpts([{ ...clause, not: false }]);
    const { container } = render(<FirstError record={record} excerpts={excerpts} />);
    const { textContent } = container;
    const mark = container.querySelector('mark')?.textContent;
    cleanup();
    return [mark, textContent];
  };
  expect(marked('SPACE')).toEqual(['space', 'no space left']);
  expect(marked('collecting torch')).toEqual([
    'Collecting torch',
    expect.stringMatching(/^…?x+ Coll/),
  ]);
  expect(marked('pull\u0301 d')).toEqual(['pull\u0301 d', 'image  pull\u0301 denied']);
  expect(marked('image web')).toEqual([undefined, 'no space left']);
});

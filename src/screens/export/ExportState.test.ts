import { describe, expect, it } from 'vitest';
import { doneState, MOST_COPIED, objection, spokenText } from './ExportState.ts';
import type { MadeExport } from './makeExport.ts';

function madeOf(changes: Partial<MadeExport> = {}): MadeExport {
  const text = new Blob(['x']);
  const said = { fileName: 'image-builds.csv', called: 'CSV', holds: '2,412 builds' };
  return { text, file: text, ...said, nothing: null, left: null, ...changes };
}

describe('an export that is made', () => {
  it('is handed over when nothing stands against it', () => {
    expect(objection('copy', madeOf())).toBeNull();
    expect(doneState('copy', madeOf())).toEqual({
      kind: 'done',
      text: 'Copied 2,412 builds as CSV.',
    });
    expect(doneState('download', madeOf({ holds: '1 build' }))).toEqual({
      kind: 'done',
      text: 'Saved 1 build in image-builds.csv.',
    });
  });

  it('is not handed over empty, and says why it is', () => {
    expect(objection('download', madeOf({ nothing: 'None of these builds failed.' }))).toEqual({
      kind: 'failed',
      text: 'None of these builds failed.',
    });
  });

  it('says what was left out, and offers to take it along', () => {
    const along = { of: 'push', format: 'names', all: true, how: 'copy', label: 'Copy' } as const;
    const left = { said: '3 good since', along };
    expect(doneState('copy', madeOf({ holds: '1 line for 2 builds', left }))).toEqual({
      kind: 'done',
      text: 'Copied 1 line for 2 builds as CSV. Left out: 3 good since.',
      along,
    });
    expect(objection('copy', madeOf({ nothing: 'Nothing.', left }))).toMatchObject({ along });
  });

  it('is offered as a file where it is too much for the clipboard', () => {
    const made = madeOf({ text: new Blob([new Uint8Array(MOST_COPIED + 1)]) });
    expect(objection('copy', made)).toEqual({
      kind: 'refused',
      text: '33 MB are too much for the clipboard.',
      made,
    });
    expect(objection('download', made)).toBeNull();
  });
});

it('is read out by quarters, not by percents', () => {
  const said = [0, 0.1, 0.24, 0.25, 0.6, 0.99, 1].map((share) =>
    spokenText({ kind: 'running', share }),
  );
  expect([...new Set(said)]).toEqual([0, 25, 50, 75, 100].map((at) => `Exporting, ${at} %`));
});

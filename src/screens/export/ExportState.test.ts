import { describe, expect, it } from 'vitest';
import { doneText, MOST_COPIED, objection, spokenText } from './ExportState.ts';
import type { MadeExport } from './makeExport.ts';

function madeOf(changes: Partial<MadeExport> = {}): MadeExport {
  const text = new Blob(['x']);
  const rest = { fileName: 'image-builds.csv', called: 'CSV', builds: 2412, failedOnly: false };
  return { text, file: text, ...rest, ...changes };
}

describe('an export that is made', () => {
  it('is handed over when nothing stands against it', () => {
    expect(objection('copy', madeOf())).toBeNull();
    expect(doneText('copy', madeOf())).toBe('Copied 2,412 builds as CSV.');
    expect(doneText('download', madeOf({ builds: 1 }))).toBe('Saved 1 build in image-builds.csv.');
  });

  it('is not handed over empty, and says why it is', () => {
    const why = (failedOnly: boolean) => objection('download', madeOf({ builds: 0, failedOnly }));
    expect(why(true)).toMatchObject({
      kind: 'failed',
      text: expect.stringContaining('builds failed'),
    });
    expect(why(false)).toMatchObject({ kind: 'failed', text: expect.stringContaining('is left') });
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

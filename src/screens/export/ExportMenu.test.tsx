// @vitest-environment happy-dom
import { act, cleanup, render, renderHook, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Build } from '../../contract/build.ts';
import { ImageNames } from '../../insights/images/ImageNames.ts';
import { rowsOf } from '../../replica/testing/listOf.ts';
import { textByHand } from '../../ui/clipboard/textByHand.ts';
import { useLensExport } from '../frame/lens/useLensExport.ts';
import { ExportMenu, whatIsExported } from './ExportMenu.tsx';
import * as makeExportModule from './makeExport.ts';
import { artifactOf, buildOf, faceOf, storeOf } from './testing/storeOf.ts';

const NOW = Date.UTC(2026, 10, 24, 9, 15);
const saved: { name: string; blob: Blob }[] = [];
const write = vi.fn<(items: readonly ClipboardItem[]) => Promise<void>>();

beforeEach(() => {
  saved.length = 0;
  const blobs = new Map<string, Blob>();
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    const url = `blob:${blobs.size}`;
    if (blob instanceof Blob) blobs.set(url, blob);
    return url;
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    const blob = blobs.get(this.href);
    if (blob) saved.push({ name: this.download, blob });
  });
  // The test's document draws no popovers.
  HTMLElement.prototype.hidePopover = () => undefined;
  vi.stubGlobal(
    'ClipboardItem',
    class {
      readonly text: Promise<Blob>;
      constructor(content: Record<string, Promise<Blob>>) {
        this.text = content['text/plain'] ?? Promise.reject(new Error('no text'));
      }
    },
  );
  write.mockReset();
  vi.spyOn(navigator.clipboard, 'write').mockImplementation((items) => write(items));
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Takes what is copied, as a browser does that is willing. */
function copied(): { text: string } {
  const taken = { text: '' };
  write.mockImplementation(async (items) => {
    const [item] = items as unknown as { text: Promise<Blob> }[];
    taken.text = (await (await item?.text)?.text()) ?? '';
  });
  return taken;
}

const BUILDS = [
  buildOf('c1'),
  buildOf('c2', { status: 'FAILED', artifacts: [artifactOf('a1')] }),
  buildOf('c3'),
];

function open(ticked: readonly string[] = [], builds: readonly Build[] = BUILDS) {
  const store = storeOf(builds);
  const ids = builds.map(({ id }) => id);
  const user = userEvent.setup({ writeToClipboard: false });
  const names = new ImageNames();
  const images = async () => names;
  const view = render(
    <ExportMenu
      table={faceOf(store)}
      about={() => ({ view: 'All builds. Newest first.', link: 'https://builds.example/' })}
      order={rowsOf(store, ids)}
      ticked={new Set(ticked)}
      images={images}
      now={() => NOW}
    />,
  );
  return { store, user, view };
}

const choose = (name: string) =>
  screen.getByRole('menuitem', {
    name: new RegExp(`^${name.replace(/[()]/g, '\\$&')}`),
    hidden: true,
  });
const exportButton = () => screen.getByRole<HTMLButtonElement>('button', { name: /^Export / });

describe('the export menu', () => {
  it.each([
    [37, 0, 100, '37 filtered builds'],
    [1, 0, 100, '1 filtered build'],
    [2412, 0, 2412, 'all 2,412 builds'],
    [1, 0, 1, '1 build'],
    [3, 3, 100, '3 selected builds'],
    [2, 3, 100, '2 of 3 selected builds, the others are not shown'],
  ])('says of %i shown, %i ticked, %i held: %s', (count, ticked, held, words) => {
    expect(whatIsExported(count, ticked, held)).toBe(words);
  });

  it('says of what it is', () => {
    open(['c1', 'c2']);
    expect(exportButton().getAttribute('aria-label')).toBe('Export 2 selected builds');
    expect(screen.getByText('Exports 2 selected builds')).toBeDefined();
  });

  it('offers nothing where no build is shown', () => {
    open([], []);
    expect(exportButton().disabled).toBe(true);
  });

  it('saves the builds shown as a file and says so', async () => {
    const { user } = open();
    await user.click(choose('Download CSV'));
    await screen.findAllByText('Saved 3 builds in image-builds-2026-11-24T0915Z.csv.');
    expect(saved.map(({ name }) => name)).toEqual(['image-builds-2026-11-24T0915Z.csv']);
    const bytes = new Uint8Array((await saved[0]?.blob.arrayBuffer()) ?? new ArrayBuffer(0));
    expect([...bytes.subarray(0, 4)]).toEqual([0xef, 0xbb, 0xbf, 0x22]);
  });

  it('copies the selected builds alone, without the mark of a file', async () => {
    const taken = copied();
    const { user } = open(['c3', 'c1']);
    await user.click(choose('Copy CSV'));
    await screen.findAllByText('Copied 2 builds as CSV.');
    expect(taken.text.split('\r\n').map((line) => line.slice(0, 4))).toEqual([
      '"bui',
      '"c1"',
      '"c3"',
      '',
    ]);
  });

  it('offers the file when the browser refuses to copy', async () => {
    write.mockRejectedValue(new DOMException('no', 'NotAllowedError'));
    const { user } = open();
    await user.click(choose('Copy JSON'));
    await screen.findAllByText('The browser refused to copy.');
    await user.click(screen.getByRole('button', { name: 'Download instead' }));
    expect(saved.map(({ name }) => name)).toEqual(['image-builds-2026-11-24T0915Z.json']);
    expect(document.activeElement).toBe(exportButton());
  });

  it('shows the text to be copied by hand where the page has no clipboard', async () => {
    const { user } = open();
    vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(undefined as never);
    await user.click(choose('Copy every name:tag'));
    await screen.findAllByText('The browser refused to copy.');
    await user.click(screen.getByRole('button', { name: 'Copy by hand' }));
    await waitFor(() => expect(textByHand()?.text).toBe('swe/c1:v1\nswe/c2:v1\nswe/c3:v1\n'));
    expect(screen.queryByText('The browser refused to copy.')).toBeNull();
  });

  it('copies as text where a browser has no clipboard items', async () => {
    vi.stubGlobal('ClipboardItem', undefined);
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const { user } = open();
    await user.click(choose('Copy every name:tag'));
    await screen.findAllByText('Copied 3 builds as a name:tag list.');
    expect(writeText).toHaveBeenCalledWith('swe/c1:v1\nswe/c2:v1\nswe/c3:v1\n');
  });

  it('says how many failed builds an incident holds, and when there are none', async () => {
    const taken = copied();
    const { user, view } = open();
    await user.click(choose('Copy as incident'));
    await screen.findAllByText('Copied 1 build as an incident.');
    expect(taken.text).toContain('## 1. `swe/c2:v1`');
    view.unmount();
    taken.text = '';
    const again = open(['c1']);
    await again.user.click(choose('Copy as incident'));
    await screen.findAllByText('None of these builds failed: there is nothing to export.');
    expect(taken.text).toBe('');
  });

  it('copies what to push again without what is good since, and offers to take it along', async () => {
    const taken = copied();
    const at = (id: string, status: string, hour: string, imageName: string) =>
      buildOf(id, {
        status,
        imageName,
        completedAt: `2026-11-20T${hour}:00:00Z`,
        artifacts: [artifactOf(`${id}a`, { status, completedAt: `2026-11-20T${hour}:00:00Z` })],
      });
    const { user } = open(
      [],
      [
        at('c1', 'FAILED', '10', 'web'),
        at('c2', 'FAILED', '11', 'web'),
        at('c3', 'failed', '10', 'api'),
        at('c4', 'COMPLETED', '12', 'api'),
      ],
    );
    await user.click(choose('Copy name:tag list'));
    await screen.findAllByText(
      'Copied 1 line for 2 builds as a name:tag list. Left out: 1 good since.',
    );
    expect(taken.text).toBe('web:v1\n');
    await user.click(screen.getByRole('button', { name: 'Copy with those left out' }));
    await screen.findAllByText('Copied 2 lines for 3 builds as a name:tag list.');
    expect(taken.text).toBe('web:v1\napi:v1\n');
    expect(document.activeElement).toBe(exportButton());
    await user.click(choose('Download failed images (JSONL)'));
    await screen.findAllByText(/^Saved 1 line for 2 builds in image-builds-push-again-/);
    const text = (await saved[0]?.blob.text()) ?? '';
    expect(JSON.parse(text)).toEqual({
      image: 'web',
      tag: 'v1',
      error: 'no space left on device',
    });
  });

  it('says why nothing is to be pushed again', async () => {
    const { user } = open(['c1']);
    await user.click(choose('Copy name:tag list'));
    await screen.findAllByText('None of these builds failed: there is nothing to push again.');
  });

  it('offers the table of the lens that is shown, then its builds', async () => {
    const taken = copied();
    const lens = renderHook(() =>
      useLensExport({
        noun: ['cause', 'causes'],
        said: '1 cause',
        columns: [{ title: 'Cause', field: 'cause', kind: 'text', value: () => '=boom' }],
        rows: { count: 1, at: () => ({}) },
        complete: false,
      }),
    );
    const { user } = open();
    expect(exportButton().getAttribute('aria-label')).toBe('Export 1 cause so far or all 3 builds');
    expect(
      screen.getAllByRole('group', { hidden: true }).map((group) => group.firstChild?.textContent),
    ).toEqual(['This table: 1 cause so far', 'Its builds', 'Failures', 'Push again']);
    await user.click(choose('Copy causes as CSV'));
    await screen.findAllByText('Copied 1 cause so far as CSV.');
    expect(taken.text).toBe(`"cause","complete"\r\n"'=boom","false"\r\n`);
    await user.click(choose('Download causes as JSON'));
    await screen.findAllByText(
      'Saved 1 cause so far in image-builds-causes-so-far-2026-11-24T0915Z.json.',
    );
    act(() => lens.unmount());
    expect(exportButton().getAttribute('aria-label')).toBe('Export all 3 builds');
  });

  it('shows how far it is, is cancelled, and gives the focus back', async () => {
    let fail = () => {};
    const making = new Promise<never>((_resolve, reject) => {
      fail = () => reject(new DOMException('cancelled', 'AbortError'));
    });
    let aborted: AbortSignal | undefined;
    vi.spyOn(makeExportModule, 'makeExport').mockImplementation((_format, job) => {
      aborted = job.signal;
      act(() => job.onProgress?.(0.42));
      return making;
    });
    const { user } = open();
    await user.click(choose('Download JSON'));
    await screen.findByText('Exporting, 42 %');
    expect(screen.getByText('Exporting, 25 %').getAttribute('aria-live')).toBe('polite');
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('42');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(aborted?.aborted).toBe(true);
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(document.activeElement).toBe(exportButton());
    fail();
    await waitFor(() => expect(screen.queryByText(/could not be made/)).toBeNull());
    expect(saved).toEqual([]);
  });

  it('is cancelled by leaving the screen', async () => {
    let aborted: AbortSignal | undefined;
    vi.spyOn(makeExportModule, 'makeExport').mockImplementation((_format, job) => {
      aborted = job.signal;
      return new Promise(() => undefined);
    });
    const { user, view } = open();
    await user.click(choose('Download JSON'));
    await waitFor(() => expect(aborted).toBeDefined());
    view.unmount();
    expect(aborted?.aborted).toBe(true);
  });

  it('says what to do when it cannot be made', async () => {
    vi.spyOn(makeExportModule, 'makeExport').mockRejectedValue(new Error('chunk gone'));
    const { user } = open();
    await user.click(choose('Download NDJSON'));
    await screen.findAllByText(/could not be made\. Reload the page/);
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByText(/could not be made/)).toBeNull();
  });
});

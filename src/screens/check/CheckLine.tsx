import type { ReactNode } from 'react';
import type { CheckedList, CheckState } from '../../insights/check/ListCheck.ts';
import { formatCount, plural } from '../../lib/number.ts';
import { makeVisible } from '../../lib/text.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyAll } from '../frame/lens/CopyAll.tsx';
import { imageLines, imagesJsonl } from '../frame/lens/imageLines.ts';
import { useView } from '../frame/view/useView.ts';
import type { Draft } from './CheckDraft.ts';
import { withShow } from './checkView.ts';
import { CHECK_STATES, checkWords, sumText } from './checkWords.ts';

const PRESSED = 'aria-pressed:border-accent aria-pressed:bg-chosen';

export interface CheckLineProps {
  readonly draft: Draft;
  /** Null: not yet. */
  readonly checked: CheckedList | null;
  /** The images that are shown; null: of every state. */
  readonly show: CheckState | null;
}

/** How the images of the list stand in sum, which of them are shown, and what can be taken. */
export function CheckLine({ draft, checked, show }: CheckLineProps) {
  const [, actions] = useView();
  const choose = (state: CheckState | null) => actions.push((now) => withShow(now, state));
  const { list } = draft;
  if (list === null) return <Waiting>Reading the list</Waiting>;
  if (list.images.length === 0) return <Unreadable draft={draft} />;
  if (checked === null) {
    return <Waiting>Checking {plural(list.images.length, 'image', 'images')}</Waiting>;
  }
  const { counts, images, complete } = checked;
  const missing = () => images.filter(({ state }) => state === 'failed' || state === 'never');
  const count = counts.failed + counts.never;
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        <span role="status" className="font-medium text-ink tabular-nums">
          {sumText(checked)}
        </span>
        {list.repeated > 0 && (
          <span>{plural(list.repeated, 'line names', 'lines name')} an image again</span>
        )}
        {list.cut && <span className="text-bad">only the first 100,000 are checked</span>}
        <span>against the whole list, whatever is filtered</span>
      </div>
      <div className="flex flex-wrap items-center gap-x-1 gap-y-1 text-sm">
        <fieldset aria-label="Shown images" className="flex flex-wrap gap-1">
          <Button aria-pressed={show === null} onClick={() => choose(null)} className={PRESSED}>
            All {formatCount(images.length)}
          </Button>
          {CHECK_STATES.map((state) => (
            <Button
              key={state}
              aria-pressed={show === state}
              onClick={() => choose(show === state ? null : state)}
              className={PRESSED}
            >
              {capital(checkWords(state, complete).word)} {formatCount(counts[state])}
            </Button>
          ))}
        </fieldset>
        <span className="mx-2 text-muted">
          {formatCount(count)} failed or {checkWords('never', complete).word}:
        </span>
        <CopyAll label="Copy lines" text={() => imageLines(missing())} empty={count === 0} />
        <CopyAll label="Copy JSONL" text={() => imagesJsonl(missing())} empty={count === 0} />
      </div>
      <Unreadable draft={draft} />
    </>
  );
}

const LISTED = 20;

/** Lines that name no image: said and kept, so that none is lost without a word. */
function Unreadable({ draft: { list } }: Pick<CheckLineProps, 'draft'>) {
  const unreadable = list?.unreadable ?? [];
  if (unreadable.length === 0) return null;
  const text = () => unreadable.map((one) => `${one.text}\n`).join('');
  return (
    <details className="text-sm">
      <summary className="cursor-pointer text-bad">
        {plural(unreadable.length, 'line names', 'lines name')} no image: line{' '}
        {unreadable
          .slice(0, 3)
          .map(({ line }) => formatCount(line))
          .join(', ')}
        {unreadable.length > 3 && ' …'}
      </summary>
      <ul className="max-h-40 overflow-auto">
        {unreadable.slice(0, LISTED).map(({ line, text }) => (
          <li key={line} className="flex gap-x-2">
            <span className="text-muted tabular-nums">line {formatCount(line)}</span>
            <code className="font-mono text-xs wrap-anywhere">{makeVisible(text)}</code>
          </li>
        ))}
        {unreadable.length > LISTED && <li>and {formatCount(unreadable.length - LISTED)} more</li>}
      </ul>
      <CopyAll label="Copy these lines" text={text} empty={false} />
    </details>
  );
}

function Waiting({ children }: { readonly children: ReactNode }) {
  return <p className="text-sm text-muted">{children}</p>;
}

const capital = (word: string) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;

import { type ReactNode, useMemo } from 'react';
import { printView } from '../../../views/address/printView.ts';
import { makeView } from '../../../views/address/View.ts';
import { parseQueryText } from '../../../views/query/parseQueryText.ts';
import { PageLink } from '../../frame/lens/PageLink.tsx';
import { useLenses } from '../../frame/lens/useLenses.ts';
import { FILTERS, LENS_NOTES, STORED } from './helpTexts.ts';

/** What can be typed, what the lenses say, and what is stored; `onLeave` when a link was taken. */
export function HelpNotes({ onLeave }: { readonly onLeave: () => void }) {
  const lenses = useLenses();
  return (
    // A click on a link, by mouse or keyboard; other clicks leave nothing.
    <div
      className="mb-3 flex flex-col gap-2"
      onClickCapture={(event) => {
        const link = event.target instanceof Element && event.target.closest('a');
        if (link) queueMicrotask(onLeave);
      }}
    >
      <Note title="What to type into the search">
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 max-sm:grid-cols-1">
          {FILTERS.map(({ text, finds }) => (
            <div key={text} className="contents">
              <dt className="font-mono text-xs">
                <Example text={text} />
              </dt>
              <dd className="max-sm:mb-2">{finds}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-2 text-muted">
          Terms must all hold. A field can be written as it is said: what is misspelt is named below
          the box, with what may be meant.
        </p>
      </Note>
      <Note title="What the lenses say">
        <dl className="flex flex-col gap-2">
          {lenses.map(({ lens, label }) => (
            <div key={lens}>
              <dt className="font-medium">
                <PageLink href={printView(makeView({ lens }))}>{label}</PageLink>
              </dt>
              <dd>{LENS_NOTES[lens]}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-2 text-muted">
          Figures are of the whole list; the filter chooses what is shown. “So far” stands where the
          list is still being read.
        </p>
      </Note>
      <Note title="What is stored where">
        <ul className="flex list-disc flex-col gap-1 pl-5">
          {STORED.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </Note>
    </div>
  );
}

function Example({ text }: { readonly text: string }) {
  const href = useMemo(() => printView(makeView({ filter: parseQueryText(text).filter })), [text]);
  return <PageLink href={href}>{text}</PageLink>;
}

function Note({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <details className="rounded-md border border-line px-3 py-2 text-sm">
      <summary className="cursor-pointer font-semibold max-sm:py-2">{title}</summary>
      <div className="mt-2">{children}</div>
    </details>
  );
}

import { useId, useMemo, useRef, useState } from 'react';
import { formatCount, plural } from '../../lib/number.ts';
import { Button } from '../../ui/Button.tsx';
import { useView } from '../frame/view/useView.ts';
import type { CheckDraft, Draft } from './CheckDraft.ts';
import { withList } from './checkView.ts';
import { readFile } from './readFile.ts';

/** Longer texts are not put into the field, where browsers take seconds to lay them out. */
const LONGEST_TYPED = 50_000;
const FIRST_LINES = 20;

/** Where a list is pasted, typed or opened from a file. */
export function CheckInput({
  store,
  draft: { text, name },
}: {
  readonly store: CheckDraft;
  readonly draft: Draft;
}) {
  const [, actions] = useView();
  const id = useId();
  const file = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState('');
  // What is another list than the kept one has not its name in the address.
  const unname = () => actions.replace((now) => withList(now, null));
  const long = text.length > LONGEST_TYPED;
  const written = useMemo(() => (long ? excerpt(text) : text), [long, text]);
  const clear = () => {
    store.clear();
    unname();
  };
  const open = async (chosen: File) => {
    try {
      store.read(await readFile(chosen), chosen.name);
      unname();
      setProblem('');
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'The file cannot be read.');
    }
  };
  return (
    <div className="flex flex-col gap-1">
      <textarea
        aria-label="Images to check"
        aria-describedby={id}
        readOnly={long}
        value={written}
        rows={text === '' ? 5 : 3}
        spellCheck={false}
        autoComplete="off"
        placeholder={'name:tag, a line each, JSONL or JSON'}
        onChange={({ currentTarget }) => {
          setProblem('');
          store.read(currentTarget.value);
          unname();
        }}
        className="block w-full rounded-md border border-edge bg-raised p-2 font-mono text-sm"
      />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        <span id={id}>
          {text === ''
            ? `Up to ${formatCount(100_000)} images: paste them, or drop a file anywhere on the page`
            : `${name === '' ? 'A list' : name}${long ? ', too long to be edited here' : ''}`}
        </span>
        <input
          ref={file}
          type="file"
          tabIndex={-1}
          aria-label="A file with a list"
          className="sr-only"
          onChange={({ currentTarget }) => {
            const [chosen] = currentTarget.files ?? [];
            if (chosen) void open(chosen);
            currentTarget.value = '';
          }}
        />
        <Button onClick={() => file.current?.click()}>Open a file</Button>
        {text !== '' && <Button onClick={clear}>Clear the list</Button>}
        {problem !== '' && (
          <span role="alert" className="text-bad">
            {problem}
          </span>
        )}
      </div>
    </div>
  );
}

/** The first lines of a long text, and how many there are. */
function excerpt(text: string): string {
  const lines = text.slice(0, LONGEST_TYPED).split('\n', FIRST_LINES);
  let count = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return `${lines.map((line) => line.slice(0, 200)).join('\n')}\n… ${plural(count, 'line', 'lines')} in all`;
}

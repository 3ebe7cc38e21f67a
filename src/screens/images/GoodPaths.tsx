import type { NameHistory, TypeHistory } from '../../insights/images/NameHistory.ts';
import { rateWords } from '../../insights/rates.ts';
import { makeVisible } from '../../lib/text.ts';
import { Button } from '../../ui/Button.tsx';
import { useCopy } from '../../ui/clipboard/useCopy.ts';
import { Age } from '../build/Age.tsx';
import { artifactLook } from '../build/artifactLook.ts';

/** Where an image is to be had, for each artifact type: never that it still is. */
export function GoodPaths({ image }: { readonly image: NameHistory }) {
  return (
    <section aria-label="Last good paths">
      <h2 className="text-sm text-muted">Last good paths</h2>
      {image.types.length === 0 && <p className="text-sm">No build of it completed or failed.</p>}
      <ul className="flex flex-col gap-1 text-sm">
        {image.types.map((history) => (
          <li key={history.type ?? ''} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <OneType history={history} name={image.name} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneType({ history, name }: { readonly history: TypeHistory; readonly name: string }) {
  const { type, lastGood } = history;
  const word = type === null ? 'Builds that name no artifacts' : artifactLook(type).word;
  return (
    <>
      <span>
        {word} <span className="text-muted">{rateWords(history)} completed</span>
      </span>
      {lastGood === null ? (
        <span className="text-muted">no path</span>
      ) : (
        <>
          <code className="min-w-0 font-mono text-xs wrap-anywhere">
            {makeVisible(lastGood.path.slice(0, 2000))}
          </code>
          <span className="text-muted">
            {makeVisible(lastGood.tag.slice(0, 200))} <Age at={lastGood.time} />
          </span>
          <Copies name={name} type={type} path={lastGood.path} word={word} />
        </>
      )}
    </>
  );
}

interface CopiesProps {
  readonly name: string;
  readonly type: string | null;
  readonly path: string;
  readonly word: string;
}

function Copies({ name, type, path, word }: CopiesProps) {
  const texts = [
    { label: 'Path', text: path },
    ...(type === 'VM_SANDBOX'
      ? []
      : [
          { label: 'docker pull', text: `docker pull ${path}` },
          { label: 'FROM', text: `FROM ${path}` },
        ]),
    { label: 'JSON', text: JSON.stringify({ imageName: name, artifactType: type, path }) },
  ];
  return (
    <span className="flex flex-wrap gap-1">
      {texts.map(({ label, text }) => (
        <CopyText key={label} label={label} text={text} what={`${label} of ${word}`} />
      ))}
    </span>
  );
}

function CopyText({
  label,
  text,
  what,
}: {
  readonly label: string;
  readonly text: string;
  readonly what: string;
}) {
  const [state, copy] = useCopy();
  return (
    <Button aria-label={`Copy ${what}`} onClick={() => void copy(text, `the ${what}`)}>
      <span aria-live="polite">{state === 'copied' ? 'Copied' : label}</span>
    </Button>
  );
}

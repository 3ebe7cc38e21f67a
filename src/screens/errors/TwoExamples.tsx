import type { ErrorExample } from '../../insights/errors/GroupMembers.ts';
import { stripAnsi } from '../../lib/stripAnsi.ts';
import { makeVisible } from '../../lib/text.ts';
import { Age } from '../build/Age.tsx';
import { ImageName } from '../build/ImageName.tsx';
import { ownLines } from './ownLines.ts';

const MOST_CHARACTERS = 40_000;

/** Two failures of one cause side by side; lines that only one of them has are marked. */
export function TwoExamples({
  left,
  right,
}: {
  readonly left: ErrorExample;
  readonly right: ErrorExample;
}) {
  const [one, two] = [shown(left), shown(right)];
  return (
    <div className="grid gap-3 lg:grid-cols-2">
      <Side example={left} text={one} other={two} />
      <Side example={right} text={two} other={one} />
    </div>
  );
}

function Side({
  example,
  text,
  other,
}: {
  readonly example: ErrorExample;
  readonly text: string;
  readonly other: string;
}) {
  return (
    <section aria-label={`Example ${example.name}:${example.tag}`} className="min-w-0">
      <h2 className="flex flex-wrap items-baseline gap-x-2 text-sm text-muted">
        <ImageName name={example.name} tag={example.tag} />
        <Age at={example.time} />
      </h2>
      <pre className="tone-bad max-w-full rounded-md border border-tone bg-tone-soft p-2 font-mono text-xs leading-5 whitespace-pre-wrap wrap-anywhere">
        {ownLines(text, other).map((line, at) =>
          line.own ? <mark key={at}>{`${line.text}\n`}</mark> : `${line.text}\n`,
        )}
      </pre>
    </section>
  );
}

function shown({ text }: ErrorExample): string {
  const whole = stripAnsi(text ?? '').replace(/\r\n?/g, '\n');
  return makeVisible(whole.slice(0, MOST_CHARACTERS), true).trim();
}

import { plural } from '../../lib/number.ts';
import { Button } from '../../ui/Button.tsx';

export interface NoMatchProps {
  readonly terms: readonly {
    readonly text: string;
    readonly without: number;
    readonly remove: () => void;
  }[];
  readonly total: number;
  readonly complete: boolean;
  readonly onClear: () => void;
}

/** Empty by filter: for each part of it, how many builds removing it would bring. */
export function NoMatch({ terms, total, complete, onClear }: NoMatchProps) {
  return (
    <div className="mx-auto flex max-w-xl flex-col items-start gap-3 px-4 py-10">
      <h2 className="text-lg font-semibold">
        {complete ? 'No build matches this filter' : 'No build matches this filter so far'}
      </h2>
      <p className="text-muted">
        {plural(total, 'build is', 'builds are')} {complete ? 'in the list' : 'loaded'}.
      </p>
      <ul className="flex w-full flex-col gap-1">
        {terms.map(({ text, without, remove }) => (
          <li key={text} className="flex flex-wrap items-center gap-2">
            <Button onClick={remove}>Remove “{text}”</Button>
            <span className="text-muted tabular-nums">
              {without === 0 ? 'still none' : `shows ${plural(without, 'build', 'builds')}`}
            </span>
          </li>
        ))}
      </ul>
      <Button variant="primary" onClick={onClear}>
        Clear the filter
      </Button>
    </div>
  );
}

/** The account has no builds at all. */
export function NoBuilds() {
  return (
    <div className="mx-auto flex max-w-xl flex-col items-start gap-2 px-4 py-10">
      <h2 className="text-lg font-semibold">No builds yet</h2>
      <p className="text-muted">
        The API has no image builds for this token. Push an image, and it appears here by itself.
      </p>
    </div>
  );
}

import { X } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { classes } from '../../../ui/classes.ts';
import { useRoving } from '../../../ui/useRoving.ts';
import { diagnoseView, type Remark } from '../../../views/address/diagnoseView.ts';
import { fitsAddress } from '../../../views/address/fitsAddress.ts';
import { printView } from '../../../views/address/printView.ts';
import { withFilter } from '../../../views/editView.ts';
import { freezeView, isRelative } from '../../../views/freezeView.ts';
import { describeTerm } from '../../../views/terms/describeTerm.ts';
import type { Term } from '../../../views/terms/Filter.ts';
import { termParts } from '../../../views/terms/termParts.ts';
import { useStage } from '../list/useStage.ts';
import { QueryProblem } from '../search/QueryProblem.tsx';
import type { QueryText } from '../search/useQueryText.ts';
import { useView } from '../view/useView.ts';
import { cleared, swapTerm } from './clearFilter.ts';

/**
 * What is filtered by, in words: each part can be edited, turned round and removed. Grey for
 * what was not understood, with what was probably meant.
 */
export function FilterChips({ query }: { readonly query: QueryText }) {
  const [view, actions] = useView();
  const { search } = useStage();
  const roving = useRoving();
  const onEdit = () => search.current?.focus();
  const remarks = diagnoseView(view);
  const { chips, settled, text } = query;
  const problems = settled ? query.problems : [];
  const long = !fitsAddress(printView(view));
  // What was not understood has to be read whole: it takes the lines it needs.
  const isLine = remarks.length + problems.length === 0 && !long;
  const isMany = isLine && chips.length > 2;
  const row = useNewestInSight(isMany ? chips.length : 0);
  if (chips.length + remarks.length + problems.length === 0 && !long) return null;
  return (
    <div
      {...roving}
      role="toolbar"
      aria-label="Edit the filter"
      className="max-lg:col-span-2 max-lg:row-start-2 lg:min-w-48 lg:flex-1 print:hidden"
    >
      <ul
        aria-label="Filter"
        onClick={({ detail }) => {
          // By keys, and what had the focus is gone: it goes on where the filter is typed.
          if (detail > 0) return;
          setTimeout(() => {
            if (document.activeElement === document.body) onEdit();
          });
        }}
        ref={row}
        className={classes(
          'flex flex-wrap items-center gap-1 py-0.5 text-sm',
          isLine && LINE,
          isMany && MANY,
        )}
      >
        {/* By place: a chip that is turned round keeps the focus, the next one takes a removed one's. */}
        {chips.map((term, index) => (
          <TermChip
            key={index}
            term={term}
            onEdit={() => {
              query.edit(term);
              onEdit();
            }}
          />
        ))}
        {problems.map((problem) => (
          <li key={`${problem.from} ${problem.message}`} className={REMARK}>
            <span>
              <QueryProblem
                text={text}
                problem={problem}
                onMend={(mended) => query.change(mended, mended.length)}
              />
            </span>
          </li>
        ))}
        {long && (
          <li className={REMARK}>
            <span role="status">
              Too long for an address: a reload or a link shows the view before it.
            </span>
          </li>
        )}
        {remarks.map((remark) => (
          <RemarkChip key={remark.part} remark={remark} />
        ))}
        {isRelative(view) && (
          <li>
            <Button
              variant="plain"
              title="Makes “last 24 h” the 24 hours up to now, for good"
              onClick={() => actions.push((now) => freezeView(now, Date.now()))}
            >
              Freeze times
            </Button>
          </li>
        )}
        <li>
          <Button variant="plain" onClick={() => actions.push(cleared)}>
            Clear all
          </Button>
        </li>
      </ul>
    </div>
  );
}

/** On a phone chips are one line, of which two always fit; more are scrolled to sideways. */
const LINE = 'max-sm:flex-nowrap max-sm:overflow-x-auto max-sm:[scrollbar-width:none]';
/** More of them than fit: what goes on behind the edge fades away. */
const MANY =
  'max-sm:pr-8 max-sm:*:shrink-0 max-sm:[mask-image:linear-gradient(to_right,#000_calc(100%-2rem),transparent)]';

/** Brings the end of a row of so many into view whenever there are more. */
function useNewestInSight(count: number) {
  const row = useRef<HTMLUListElement>(null);
  const before = useRef(count);
  // How wide the row is, is known once it is laid out.
  useLayoutEffect(() => {
    if (count > before.current) row.current?.scrollTo({ left: row.current.scrollWidth });
    before.current = count;
  }, [count]);
  return row;
}

function TermChip({ term, onEdit }: { readonly term: Term; readonly onEdit: () => void }) {
  const [view, actions] = useView();
  const zone = view.zone ?? 'UTC';
  const change = (to: Term | null) =>
    actions.push((now) => withFilter(now, swapTerm(now.filter, term, to)));
  const text = describeTerm(term, zone);
  const { subject, verb, object } = termParts(term, zone);
  return (
    <li className="inline-flex h-7 max-w-full items-center rounded-md border border-line bg-chosen pl-2 max-sm:h-11 max-sm:min-w-30">
      {subject !== '' && <span className="mr-1">{subject}</span>}
      <button
        type="button"
        aria-label={`Turn round ${text}`}
        title={term.not ? 'Show these instead' : 'Show all but these'}
        onClick={() => change({ ...term, not: !term.not })}
        className="mr-1 shrink-0 rounded font-medium text-accent underline decoration-dotted underline-offset-2 hover:bg-hover max-sm:h-11"
      >
        {verb}
      </button>
      <button
        type="button"
        aria-label={`Edit ${text}`}
        title="Change it in the search box"
        onClick={onEdit}
        className="min-w-0 truncate rounded hover:underline max-sm:h-11"
      >
        {object}
      </button>
      <RemoveButton what={text} onRemove={() => change(null)} />
    </li>
  );
}

const REMARK =
  'inline-flex min-h-7 max-w-full flex-wrap items-center gap-1 rounded-md border border-dashed border-edge pl-2 text-muted';

function RemarkChip({ remark }: { readonly remark: Remark }) {
  const [, actions] = useView();
  const { part, message, suggestion, repair, dismiss } = remark;
  return (
    <li className={REMARK}>
      <span className="max-w-80 truncate font-mono text-xs">{part}</span>
      <span>{message}</span>
      {repair !== null && suggestion !== null && (
        <Button variant="plain" onClick={() => actions.push(repair)}>
          Did you mean {suggestion}?
        </Button>
      )}
      <RemoveButton what={part} onRemove={() => actions.push(dismiss)} />
    </li>
  );
}

function RemoveButton({
  what,
  onRemove,
}: {
  readonly what: string;
  readonly onRemove: () => void;
}) {
  return (
    <button
      type="button"
      aria-label={`Remove ${what}`}
      onClick={onRemove}
      className="inline-flex size-6 shrink-0 items-center justify-center rounded text-muted hover:text-ink max-sm:size-11"
    >
      <X aria-hidden="true" className="size-3.5" />
    </button>
  );
}

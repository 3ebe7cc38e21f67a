import { makeVisible } from '../../lib/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Message } from '../../ui/Message.tsx';
import { withFilter, withOpen } from '../../views/editView.ts';
import { printQueryText } from '../../views/query/parseQueryText.ts';
import { type Filter, type Term, termKey } from '../../views/terms/Filter.ts';
import { useList } from '../frame/list/useList.ts';
import { usePageReplica } from '../frame/list/usePageReplica.ts';
import { useView } from '../frame/view/useView.ts';
import { missingBuilds } from './missingBuilds.ts';
import { useScrollToBuild } from './useScrollToBuild.ts';

const MOST = 3;

/**
 * Builds that the address opens, or whose id is searched for, and that are not on screen: hidden
 * by the filter, or not in the list, which is said only once the list is complete.
 */
export function DeepLinkNotes() {
  const replica = usePageReplica();
  const [view, actions] = useView();
  const list = useList();
  const scrollToBuild = useScrollToBuild();
  const missing = missingBuilds({
    table: replica.table,
    rows: list.rows,
    view,
    complete: list.state.completeness === 'complete',
    now: Date.now(),
  });
  return missing.slice(0, MOST).map(({ id, hiddenBy, opened }) => {
    const shown = makeVisible(id.slice(0, 80));
    const close = (
      <Button onClick={() => actions.push((now) => withOpen(now, id, false))}>Close it</Button>
    );
    if (hiddenBy === null) {
      return (
        <Message key={id} tone="info" role="status" action={opened ? close : undefined}>
          There is no build <span className="font-mono text-xs">{shown}</span> in the list of this
          account.
        </Message>
      );
    }
    return (
      <Message
        key={id}
        tone="info"
        role="status"
        action={
          <Button
            onClick={() => {
              scrollToBuild(id);
              actions.push((now) =>
                withOpen(
                  withFilter(
                    now,
                    now.filter.filter((term) => !isOneOf(term, hiddenBy)),
                  ),
                  id,
                  true,
                ),
              );
            }}
          >
            Show it anyway
          </Button>
        }
      >
        This build is hidden by{' '}
        <span className="font-mono text-xs">{printQueryText(hiddenBy)}</span>:{' '}
        <span className="font-mono text-xs">{shown}</span>
      </Message>
    );
  });
}

function isOneOf(term: Term, terms: Filter): boolean {
  const key = termKey(term);
  return terms.some((each) => termKey(each) === key);
}

import type { Unreadable } from '../../../contract/build.ts';
import { plural } from '../../../lib/number.ts';
import { makeVisible } from '../../../lib/text.ts';
import { Message } from '../../../ui/Message.tsx';

const MOST = 20;

/** Builds that came but could not be read: how many, which, and the field at fault. */
export function UnreadableNote({ unreadable }: { readonly unreadable: readonly Unreadable[] }) {
  if (unreadable.length === 0) return null;
  return (
    <Message tone="waiting">
      <details>
        <summary className="cursor-pointer">
          {plural(unreadable.length, 'build', 'builds')} could not be read. All others are shown.
        </summary>
        <ul className="mt-1 max-h-40 overflow-auto text-sm">
          {unreadable.slice(0, MOST).map(({ id, field, problem }) => (
            <li key={`${id} ${field}`} className="wrap-anywhere">
              <span className="font-mono text-xs">{makeVisible(id.slice(0, 200))}</span>: {field},{' '}
              {problem}
            </li>
          ))}
          {unreadable.length > MOST && <li>and {unreadable.length - MOST} more</li>}
        </ul>
      </details>
    </Message>
  );
}

import type { Unreadable } from '../../../contract/build.ts';
import { makeVisible } from '../../../lib/text.ts';
import { Message } from '../../../ui/Message.tsx';
import { unreadableText } from './unreadableText.ts';

const MOST = 20;

/** What came and could not be read: how much, of which builds, and the field at fault. */
export function UnreadableNote({ unreadable }: { readonly unreadable: readonly Unreadable[] }) {
  if (unreadable.length === 0) return null;
  return (
    <Message tone="waiting">
      <details>
        <summary className="cursor-pointer">{unreadableText(unreadable)}</summary>
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

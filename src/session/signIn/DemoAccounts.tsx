import { useId } from 'react';
import type { DemoAccount } from '../../contract/gatewayInfo.ts';

export interface DemoAccountsProps {
  readonly accounts: readonly DemoAccount[];
  readonly onChoose: (account: DemoAccount) => void;
}

/** As many as stand above the fold of a phone; the others are there to see faults met. */
const SHOWN = 3;

/** The accounts of the embedded local API, one click each. Nothing where there are none. */
export function DemoAccounts({ accounts, onChoose }: DemoAccountsProps) {
  const title = useId();
  if (accounts.length === 0) return null;
  const others = accounts.slice(SHOWN);
  return (
    <section aria-labelledby={title} className="mt-6 border-t border-line pt-4">
      <h2 id={title} className="font-medium">
        Demo data
      </h2>
      <p className="mt-0.5 text-muted text-sm">
        No API is connected: these accounts hold invented builds.
      </p>
      <Accounts accounts={accounts.slice(0, SHOWN)} onChoose={onChoose} />
      {others.length > 0 && (
        <details className="mt-2">
          <summary className="min-h-8 cursor-pointer content-center text-sm max-sm:min-h-11">
            Faults to try
          </summary>
          <Accounts accounts={others} onChoose={onChoose} />
        </details>
      )}
    </section>
  );
}

function Accounts({ accounts, onChoose }: DemoAccountsProps) {
  return (
    <ul className="-mx-2 mt-2">
      {accounts.map((account) => (
        <li key={account.token}>
          <button
            type="button"
            className="flex min-h-8 w-full items-baseline gap-3 rounded-md px-2 py-1.5 text-left hover:bg-hover max-sm:min-h-11 max-sm:items-center"
            onClick={() => onChoose(account)}
          >
            <span className="shrink-0 font-mono text-accent text-sm">{account.token}</span>{' '}
            <span className="min-w-0 flex-1 text-right text-muted text-sm">{account.summary}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

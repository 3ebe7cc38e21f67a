import { type ReactNode, useId } from 'react';

export interface SignInFrameProps {
  readonly compact: boolean;
  readonly children: ReactNode;
}

const CARD = 'w-full max-w-sm rounded-lg border border-line bg-raised p-6 max-sm:p-4';

/** What stands around the sign-in: the whole page, or a panel over the rows that are kept. */
export function SignInFrame({ compact, children }: SignInFrameProps) {
  const title = useId();
  if (compact) {
    return (
      <section aria-labelledby={title} className={`${CARD} max-h-full overflow-y-auto shadow-lg`}>
        <h2 id={title} className="font-semibold text-lg">
          Sign in again
        </h2>
        {children}
      </section>
    );
  }
  return (
    <main className="flex min-h-full items-center justify-center bg-sunken p-4">
      <div className={CARD}>
        <h1 className="font-semibold text-lg">Image Builds</h1>
        <p className="text-muted">Every container and VM image build of your account, at once.</p>
        {children}
      </div>
    </main>
  );
}

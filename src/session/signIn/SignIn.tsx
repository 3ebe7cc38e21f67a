import { type FormEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import type { DemoAccount } from '../../contract/gatewayInfo.ts';
import { Button } from '../../ui/Button.tsx';
import { Message } from '../../ui/Message.tsx';
import { SignInProblem } from '../SignInProblem.ts';
import { useGatewayInfo } from '../useGatewayInfo.ts';
import { useSession } from '../useSession.ts';
import { DemoAccounts } from './DemoAccounts.tsx';
import { HostingNote } from './HostingNote.tsx';
import { RememberChoice } from './RememberChoice.tsx';
import { SignInFrame } from './SignInFrame.tsx';
import { TeamChoice } from './TeamChoice.tsx';
import { TokenField } from './TokenField.tsx';
import { useSignIn } from './useSignIn.ts';

export interface SignInProps {
  /** A panel over the rows that are kept, instead of the whole page. */
  readonly compact?: boolean;
  /** The view that the address holds, in whole sentences: `All builds. Longest first.` */
  readonly viewSummary?: string | null;
  /** The team that the address names. */
  readonly team?: string | null;
}

/** Asks for an API token, checks it, and says in place what is wrong with it. */
export function SignIn({ compact = false, viewSummary = null, team = null }: SignInProps) {
  const state = useSession();
  const info = useGatewayInfo();
  const { progress, signIn, cancel, report } = useSignIn();
  const field = useRef<HTMLInputElement>(null);
  const teamField = useRef<HTMLInputElement>(null);
  const [remember, setRemember] = useState(false);
  const noteId = useId();
  const hintId = useId();
  const problemId = useId();

  // What had the focus is gone or covered: the field is the one thing to do here.
  useEffect(() => field.current?.focus(), []);

  const note = state.kind === 'starting' ? null : state.note;
  const problem = progress.kind === 'problem' ? progress.problem : null;
  const ofTeam = problem?.kind === 'team';
  const said = progress.kind === 'problem' && (
    <Message key={progress.attempt} id={problemId} role="alert" tone="bad" className="mt-2">
      {progress.problem.message}
      <Said lines={progress.problem.details} />
    </Message>
  );
  const checking = progress.kind === 'checking';
  const clearField = () => {
    if (field.current) field.current.value = '';
  };

  const pastedWith = (token: string) => ({ token, team: textIn(teamField) });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (checking) return;
    const outcome = await signIn(pastedWith(textIn(field)), remember);
    if (outcome === null) return;
    if (outcome === 'accepted' || outcome.spent) clearField();
    const wrong = outcome !== 'accepted' && outcome.kind === 'team' ? teamField : field;
    wrong.current?.focus();
  };

  const chooseDemo = (account: DemoAccount) => {
    clearField();
    void signIn(pastedWith(account.token), remember);
  };

  return (
    <SignInFrame compact={compact}>
      {note && (
        <Message id={noteId} tone={state.kind === 'refused' ? 'bad' : 'info'} className="mt-4">
          {note}
          <Said lines={state.kind === 'refused' ? state.said : []} />
        </Message>
      )}
      <HostingNote />
      <form className="mt-4" onSubmit={submit} noValidate>
        <TokenField
          ref={field}
          invalid={problem !== null && !ofTeam}
          describedBy={[problem && !ofTeam && problemId, note && noteId, hintId]
            .filter(Boolean)
            .join(' ')}
          onEdit={cancel}
          onProblem={(text) => report(new SignInProblem('malformed', text))}
        />
        {!ofTeam && said}
        <p id={hintId} className="mt-1.5 text-muted text-sm">
          Checked by one call{info?.upstream && ` to ${info.upstream}`}, then kept while a tab of
          this page is open.
        </p>
        <RememberChoice remember={remember} onChange={setRemember} />
        <TeamChoice
          ref={teamField}
          team={team ?? (state.kind === 'refused' ? state.team : null) ?? ''}
          onEdit={cancel}
          problem={ofTeam ? { id: problemId, text: said } : null}
        />
        <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button type="submit" variant="primary" size="medium" aria-disabled={checking}>
            {checking ? 'Checking…' : 'Sign in'}
          </Button>
          {info?.tokensUrl && (
            <a
              href={info.tokensUrl}
              target="_blank"
              rel="noreferrer"
              className="text-accent underline underline-offset-2"
            >
              Create a token
            </a>
          )}
        </div>
        <p aria-live="polite" className="sr-only">
          {checking && 'Checking the token.'}
        </p>
      </form>
      {viewSummary && <p className="mt-4 text-muted text-sm">Your view is kept: {viewSummary}</p>}
      <DemoAccounts accounts={info?.demoAccounts ?? []} onChoose={chooseDemo} />
    </SignInFrame>
  );
}

const textIn = ({ current }: RefObject<HTMLInputElement | null>) => current?.value ?? '';

/** What the API said, in its own words. */
function Said({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return <p className="mt-1 whitespace-pre-line text-sm">{lines.join('\n')}</p>;
}

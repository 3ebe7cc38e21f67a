import { SignIn } from '../../session/signIn/SignIn.tsx';
import { describeView } from '../../views/describeView.ts';
import { isPlain } from '../../views/editView.ts';
import { useAddress, useView } from './view/useView.ts';

/** The sign-in, which says which view is kept through it. */
export function SignInScreen({ compact = false }: { readonly compact?: boolean }) {
  const [view] = useView();
  const team = useAddress().team();
  return (
    <SignIn compact={compact} team={team} viewSummary={isPlain(view) ? null : describeView(view)} />
  );
}

import { SignIn } from '../../session/signIn/SignIn.tsx';
import { describeView } from '../../views/describeView.ts';
import { isPlain } from '../../views/editView.ts';
import { useView } from './view/useView.ts';

/** The sign-in, which says which view is kept through it. */
export function SignInScreen({ compact = false }: { readonly compact?: boolean }) {
  const [view] = useView();
  return <SignIn compact={compact} viewSummary={isPlain(view) ? null : describeView(view)} />;
}

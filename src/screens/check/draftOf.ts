import type { Replica } from '../../replica/createReplica.ts';
import { onePerReplica } from '../frame/list/onePerReplica.ts';
import { CheckDraft } from './CheckDraft.ts';

const held = onePerReplica((): { account: number; draft: CheckDraft } => ({
  account: Number.NaN,
  draft: new CheckDraft(),
}));

/** The list that is checked of a replica's account: another account has another one. */
export function draftOf(replica: Replica): CheckDraft {
  const one = held(replica);
  const { account } = replica.getState();
  if (one.account !== account) {
    one.account = account;
    one.draft = new CheckDraft();
  }
  return one.draft;
}

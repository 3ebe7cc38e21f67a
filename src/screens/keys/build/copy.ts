import { copyText } from '../../../ui/clipboard/copyText.ts';
import { offerByHand } from '../../../ui/clipboard/textByHand.ts';
import { announce } from './announce.ts';

/** Copies a text and says so; `what` it is, and `of` what, complete the sentence. */
export async function copy(text: string, what: string, of = ''): Promise<void> {
  if (await copyText(text)) announce(`Copied ${what}${of}`);
  else offerByHand({ text, what: what + of });
}

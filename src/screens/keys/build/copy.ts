import { announce } from './announce.ts';

/** Copies a text and says so; `what` it is, and `of` what, complete the sentence. */
export async function copy(text: string, what: string, of = ''): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    announce(`Copied ${what}${of}`);
  } catch {
    announce(`The browser refused to copy ${what}. Open the build and copy it by hand.`);
  }
}

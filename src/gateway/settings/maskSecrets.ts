/**
 * Hides in a line for the terminal whatever could be a token: every run of 20 or more letters and
 * digits that has both. People paste what they have on the clipboard, and terminals are kept.
 */
export function maskSecrets(line: string): string {
  return line.replace(/[A-Za-z0-9_]{20,}/g, (run) => (isMixed(run) ? '•••' : run));
}

function isMixed(run: string): boolean {
  return /\d/.test(run) && /[A-Za-z]/.test(run);
}

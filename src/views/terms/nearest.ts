const LONGEST = 24;

/**
 * The candidate that a word was probably meant to be, null when none is near: one slip (a letter
 * missing, added, changed, or two swapped) in words of up to five letters, two in longer ones.
 * Words under three letters and over 24 are near to nothing. Case does not count.
 */
export function nearest(word: string, candidates: readonly string[]): string | null {
  if (word.length < 3 || word.length > LONGEST) return null;
  const lower = word.toLowerCase();
  let best: string | null = null;
  let least = word.length <= 5 ? 2 : 3;
  for (const candidate of candidates) {
    if (candidate.length < 3 || Math.abs(candidate.length - word.length) >= least) continue;
    const slips = editDistance(lower, candidate.toLowerCase());
    if (slips < least) {
      least = slips;
      best = candidate;
    }
  }
  return best;
}

/** Slips between two words: optimal string alignment (Levenshtein with swaps of neighbours). */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(
        (row[j - 1] ?? 0) + 1,
        (last[j] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      }
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

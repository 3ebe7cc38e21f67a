const LEAST_SAMPLES = 9;
const SHARE = 1.1;
const LEAST_BYTES = 2_000_000;

/**
 * Whether a heap leaks. Of its sizes after a forced collection the first quarter is left out as
 * warming up, the rest is cut into three. It grows steadily when the smallest size rises from each
 * part to the next, and by more than 10 % and 2 MB from the first to the last.
 *
 * @param {readonly number[]} sizes bytes, in the order of time
 * @returns {boolean | null} null for fewer than 9 sizes, which tell nothing
 */
export function growsSteadily(sizes) {
  if (sizes.length < LEAST_SAMPLES) return null;
  const warm = sizes.slice(Math.floor(sizes.length / 4));
  const third = Math.floor(warm.length / 3);
  const [first, second, last] = [
    warm.slice(0, third),
    warm.slice(third, 2 * third),
    warm.slice(2 * third),
  ].map((part) => Math.min(...part));
  const grown = last - first;
  return first < second && second < last && grown > LEAST_BYTES && last > first * SHARE;
}

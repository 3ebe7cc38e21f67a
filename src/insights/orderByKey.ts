import { floats, words } from '../lib/grown.ts';
import { orderByTime } from './orderByTime.ts';

/**
 * Codes with the lowest key first, to the whole number (`orderByTime`), equal ones as they stand,
 * and behind them those of which the key is not known (NaN).
 */
export function orderByKey(codes: Uint32Array, keyOf: (code: number) => number): Uint32Array {
  const keys = floats(codes.length);
  const known = words(codes.length);
  const unknown: number[] = [];
  let count = 0;
  for (const code of codes) {
    const key = keyOf(code);
    if (Number.isNaN(key)) {
      unknown.push(code);
      continue;
    }
    keys[count] = key;
    known[count] = code;
    count += 1;
  }
  const order = words(codes.length);
  const places = orderByTime(count, keys);
  for (let at = 0; at < count; at += 1) order[at] = known[places[at] ?? 0] ?? 0;
  order.set(unknown, count);
  return order;
}

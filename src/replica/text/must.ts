/** @throws TypeError when the condition does not hold: the snapshot is corrupt. */
export function must(condition: boolean): asserts condition {
  if (!condition) throw new TypeError('corrupt snapshot');
}

/** The property of an object, whatever it is. @throws TypeError when there is none. */
export function part(whole: unknown, name: string): unknown {
  must(typeof whole === 'object' && whole !== null && Object.hasOwn(whole, name));
  return Reflect.get(whole, name);
}

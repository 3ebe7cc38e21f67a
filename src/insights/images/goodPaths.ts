import type { LastGood, NameHistory } from './NameHistory.ts';

/** The last good paths of a name's types, each once. */
export function goodPathsOf({ types }: Pick<NameHistory, 'types'>): readonly LastGood[] {
  const paths: LastGood[] = [];
  for (const { lastGood } of types) {
    if (lastGood === null || paths.some(({ path }) => path === lastGood.path)) continue;
    paths.push(lastGood);
  }
  return paths;
}

import { useCallback, useState } from 'react';

/** Heights of opened rows below their own line, in pixels, measured as they are drawn. */
export function useExtraHeights() {
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map());
  const measure = useCallback((key: string, height: number) => {
    setHeights((last) => {
      if (last.get(key) === height) return last;
      return new Map(last).set(key, height);
    });
  }, []);
  return [heights, measure] as const;
}

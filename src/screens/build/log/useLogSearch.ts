import { useEffect, useMemo, useState } from 'react';
import { nextTask } from '../../../lib/tasks/nextTask.ts';
import type { LogLines } from './LogLines.ts';
import { LogSearch } from './LogSearch.ts';

/** What is looked through at once, half a frame; most logs are shorter. Milliseconds. */
const SLICE = 8;

/** The search for a text in a log: through most at once, through long ones slice by slice. */
export function useLogSearch(lines: LogLines, text: string): LogSearch {
  const search = useMemo(() => {
    const begun = new LogSearch(lines, text);
    begun.work(SLICE);
    return begun;
  }, [lines, text]);
  const [, setRead] = useState<LogSearch>();
  // Work between the browser's own tasks is outside of React.
  useEffect(() => {
    if (search.done) return;
    let isWanted = true;
    const goOn = async () => {
      while (isWanted && !search.work(SLICE)) await nextTask();
      if (isWanted) setRead(search);
    };
    void goOn();
    return () => {
      isWanted = false;
    };
  }, [search]);
  return search;
}

import type { Settings } from './settings.ts';

/** One line for what can go wrong at the start, in words where the system gives only a code. */
export function startProblem(error: unknown, { host, port }: Settings): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return `${host}:${port} is taken: choose another --port`;
  if (code === 'EACCES') return `${host}:${port} may not be used: choose a --port above 1023`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `--host ${host} is no address of this machine`;
  }
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}

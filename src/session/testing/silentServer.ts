import { expect, vi } from 'vitest';

/** Has no server answer; returns a look at how long what asks would wait for one. */
export function silentServer(): { readonly expectLimit: (ms: number) => void } {
  const late = new AbortController();
  const limit = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(late.signal);
  const asked = vi.fn((_url: string, _how: RequestInit) => new Promise<Response>(() => undefined));
  vi.stubGlobal('fetch', asked);
  return {
    expectLimit: (ms) => {
      const signal = asked.mock.calls[0]?.[1].signal;
      expect(limit).toHaveBeenCalledWith(ms);
      expect(signal?.aborted).toBe(false);
      late.abort();
      expect(signal?.aborted).toBe(true);
    },
  };
}

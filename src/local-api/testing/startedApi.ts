import { afterEach } from 'vitest';
import type { Build } from '../../contract/build.ts';
import { type LocalApi, type LocalApiOptions, startLocalApi } from '../startLocalApi.ts';
import { wholeAnswer } from './wholeAnswer.ts';

export const PATH = '/api/v1/images/builds';

/** A page as it came, before anything about it is believed. */
export interface Envelope {
  total_count: number;
  offset: number;
  limit: number;
  status: string;
  data: Build[];
}

/** A local API that listens, and ends with its test; no accounts unless some are asked for. */
export interface StartedApi {
  readonly api: LocalApi;
  readonly origin: string;
  get(query?: string, token?: string | null, init?: RequestInit): Promise<Response>;
  /** @throws Error when the answer is not 200. */
  page(query?: string, token?: string): Promise<Envelope>;
}

const opened: LocalApi[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((api) => api.close()));
});

export async function startedApi(options: LocalApiOptions = {}): Promise<StartedApi> {
  const api = await startLocalApi({ accounts: [], ...options });
  opened.push(api);
  const origin = await api.listen(0);
  const get: StartedApi['get'] = (query = '', token = 'mine', init = {}) =>
    wholeAnswer(`${origin}${PATH}${query}`, {
      headers: token === null ? {} : { authorization: `Bearer ${token}` },
      ...init,
    });
  const page: StartedApi['page'] = async (query = '', token = 'mine') => {
    const answer = await get(query, token);
    if (answer.status !== 200) throw new Error(`answered ${answer.status}`);
    return await answer.json();
  };
  return { api, origin, get, page };
}

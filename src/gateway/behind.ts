import type { DemoAccount, GatewayInfo } from '../contract/gatewayInfo.ts';
import { listenLocally } from './localUpstream.ts';
import type { Settings } from './settings/settings.ts';

/** What API calls go to, and what the page is told about it. */
export interface Behind {
  readonly upstream: URL;
  readonly info: GatewayInfo;
  /** The account of the loaded file. The page is not told: everyone on this machine can ask it. */
  readonly loaded: DemoAccount | null;
  close(): Promise<void>;
}

/**
 * Makes ready what stands behind the gateway: the upstream of the settings, or the local API.
 *
 * @throws Error of one line when the file to load is no good.
 */
export async function standBehind(settings: Settings): Promise<Behind> {
  if (settings.api) {
    const info = upstreamInfo(settings.api);
    return { upstream: settings.api, info, loaded: null, close: async () => {} };
  }
  // Loaded only where needed: with an upstream, no database is opened.
  const { startLocalApi } = await import('../local-api/startLocalApi.ts');
  const api = await startLocalApi({
    ...(settings.load === null ? {} : { load: settings.load }),
    ...(settings.latencyMs === null ? {} : { latencyMs: settings.latencyMs }),
    ...(settings.seed === null ? {} : { seed: settings.seed }),
  });
  const local = await listenLocally(api);
  return {
    upstream: local.origin,
    info: { upstream: null, tokensUrl: null, demoAccounts: api.accounts },
    loaded: api.loaded,
    close: local.close,
  };
}

/** What the page is told about an upstream. */
export function upstreamInfo(api: URL): GatewayInfo {
  const isPrime = api.hostname === PRIME || api.hostname.endsWith(`.${PRIME}`);
  return { upstream: api.host, tokensUrl: isPrime ? TOKENS_URL : null, demoAccounts: [] };
}

const PRIME = 'primeintellect.ai';
const TOKENS_URL = 'https://app.primeintellect.ai/dashboard/tokens';

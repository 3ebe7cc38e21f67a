import { queryOptions, useQuery } from '@tanstack/react-query';
import { GATEWAY_INFO_PATH, type GatewayInfo } from '../contract/gatewayInfo.ts';
import { NO_GATEWAY_INFO, parseGatewayInfo } from './parseGatewayInfo.ts';

/** A hint on the sign-in screen is not worth a longer wait. Milliseconds. */
const TIMEOUT_MS = 10_000;

const gatewayInfo = queryOptions({
  queryKey: ['gateway-info'],
  queryFn: ({ signal }) =>
    fetchGatewayInfo(AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)])),
  staleTime: Number.POSITIVE_INFINITY,
  networkMode: 'always',
  retry: false,
});

/**
 * What stands behind the page: the upstream, where tokens are made, the demo accounts. Asked for
 * once; nothing is known while it is asked for, and where the gateway does not say.
 */
export function useGatewayInfo(): GatewayInfo {
  return useQuery(gatewayInfo).data ?? NO_GATEWAY_INFO;
}

async function fetchGatewayInfo(signal: AbortSignal): Promise<GatewayInfo> {
  try {
    const response = await fetch(GATEWAY_INFO_PATH, {
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      signal,
    });
    return response.ok ? parseGatewayInfo(await response.json()) : NO_GATEWAY_INFO;
  } catch {
    return NO_GATEWAY_INFO;
  }
}

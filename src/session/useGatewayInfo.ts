import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { GATEWAY_INFO_PATH, type GatewayInfo } from '../contract/gatewayInfo.ts';
import { pageFolder } from '../contract/served/pageFolder.ts';
import { parseGatewayInfo } from './parseGatewayInfo.ts';

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
 * once. Null while it is asked for, and where the gateway does not say: then the builds may be
 * anybody's, and are not called demo data.
 */
export function useGatewayInfo(): GatewayInfo | null {
  const client = useQueryClient();
  const [info, setInfo] = useState(() => client.getQueryData(gatewayInfo.queryKey) ?? null);
  // Asked of the client itself: what observes a query weighs 4 kB before the first rows.
  useEffect(() => {
    let gone = false;
    client.fetchQuery(gatewayInfo).then(
      (said) => {
        if (!gone) setInfo(said);
      },
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [client]);
  return info;
}

async function fetchGatewayInfo(signal: AbortSignal): Promise<GatewayInfo | null> {
  try {
    const response = await fetch(pageFolder() + GATEWAY_INFO_PATH.slice(1), {
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      signal,
    });
    return response.ok ? parseGatewayInfo(await response.json()) : null;
  } catch {
    return null;
  }
}

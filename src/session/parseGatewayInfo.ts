import type { DemoAccount, GatewayInfo } from '../contract/gatewayInfo.ts';
import { isToken } from './cleanToken.ts';

/** What is known of the API behind the page where the gateway does not say. */
export const NO_GATEWAY_INFO: GatewayInfo = { upstream: null, tokensUrl: null, demoAccounts: [] };

/** Reads the gateway's word on what stands behind it. What cannot be read is left out. */
export function parseGatewayInfo(body: unknown): GatewayInfo {
  if (typeof body !== 'object' || body === null) return NO_GATEWAY_INFO;
  const upstream = 'upstream' in body && typeof body.upstream === 'string' ? body.upstream : null;
  const tokensUrl = 'tokensUrl' in body && isWebAddress(body.tokensUrl) ? body.tokensUrl : null;
  const accounts =
    'demoAccounts' in body && Array.isArray(body.demoAccounts) ? body.demoAccounts : [];
  return { upstream: upstream || null, tokensUrl, demoAccounts: accounts.flatMap(parseAccount) };
}

function parseAccount(account: unknown): DemoAccount[] {
  if (typeof account !== 'object' || account === null) return [];
  if (!('token' in account) || !isToken(account.token)) return [];
  const summary =
    'summary' in account && typeof account.summary === 'string' ? account.summary : '';
  return [{ token: account.token, summary }];
}

/** A link goes to a page of the web, never to a script. */
function isWebAddress(value: unknown): value is string {
  return typeof value === 'string' && URL.canParse(value) && new URL(value).protocol === 'https:';
}

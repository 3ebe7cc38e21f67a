import type { DemoAccount, GatewayInfo } from '../contract/gatewayInfo.ts';
import { isToken } from './isToken.ts';

/**
 * Reads the gateway's word on what stands behind it. Null where it does not say: a web page, an
 * answer of another server. What cannot be read of the rest is left out.
 */
export function parseGatewayInfo(body: unknown): GatewayInfo | null {
  if (typeof body !== 'object' || body === null || !('upstream' in body)) return null;
  const { upstream } = body;
  if (upstream !== null && (typeof upstream !== 'string' || upstream === '')) return null;
  const tokensUrl = 'tokensUrl' in body && isWebAddress(body.tokensUrl) ? body.tokensUrl : null;
  const accounts =
    'demoAccounts' in body && Array.isArray(body.demoAccounts) ? body.demoAccounts : [];
  const demoAccounts = accounts.flatMap(parseAccount);
  // Without an upstream there is the embedded API, which has accounts to offer.
  if (upstream === null && demoAccounts.length === 0) return null;
  return { upstream, tokensUrl, demoAccounts: upstream === null ? demoAccounts : [] };
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

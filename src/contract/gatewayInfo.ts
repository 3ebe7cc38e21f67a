/** Where the gateway says what stands behind it. Served beside the page, never cached. */
export const GATEWAY_INFO_PATH = '/gateway.json';

/** What the page needs to know about the API it was given. */
export interface GatewayInfo {
  /** The upstream's host, such as `api.primeintellect.ai`; null for the embedded local API. */
  readonly upstream: string | null;
  /** Where tokens are made, when the upstream is known to have such a page. */
  readonly tokensUrl: string | null;
  /** The demo accounts of the embedded local API; empty with an upstream. */
  readonly demoAccounts: readonly DemoAccount[];
}

export interface DemoAccount {
  readonly token: string;
  /** Such as `2,412 builds, alive`. */
  readonly summary: string;
}

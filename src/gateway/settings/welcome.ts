import type { DemoAccount, GatewayInfo } from '../../contract/gatewayInfo.ts';

/**
 * What a person reads once the gateway listens: where, what is behind it, how to sign in. The
 * token of a loaded file is told here and nowhere else.
 */
export function welcomeText(url: string, info: GatewayInfo, loaded: DemoAccount | null): string {
  const behind = info.upstream === null ? 'demo data' : info.upstream;
  const listed = [...(loaded ? [loaded] : []), ...info.demoAccounts];
  const width = Math.max(0, ...listed.map((account) => account.token.length));
  const accounts = listed.map(
    (account) => `    ${account.token.padEnd(width)}  ${account.summary}`,
  );
  const tokens =
    info.upstream === null
      ? ['', '  Sign in with one of these tokens:', ...accounts]
      : info.tokensUrl === null
        ? []
        : ['', `  Tokens are made at ${info.tokensUrl}`];
  return ['', `  Image Builds  ${url}`, `  behind it     ${behind}`, ...tokens, ''].join('\n');
}

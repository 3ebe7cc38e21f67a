import type { GatewayInfo } from '../../contract/gatewayInfo.ts';

/** What a person reads once the gateway listens: where, what is behind it, how to sign in. */
export function welcomeText(url: string, info: GatewayInfo): string {
  const behind = info.upstream === null ? 'demo data' : info.upstream;
  const width = Math.max(0, ...info.demoAccounts.map((account) => account.token.length));
  const accounts = info.demoAccounts.map(
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

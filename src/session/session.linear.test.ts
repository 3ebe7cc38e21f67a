import { expect, it } from 'vitest';
import { expectLinear, LINEAR_TIMEOUT } from '../lib/testing/expectLinear.ts';
import { cleanTeamId } from './cleanTeamId.ts';
import { cleanToken } from './cleanToken.ts';
import { isToken } from './isToken.ts';
import { parseGatewayInfo } from './parseGatewayInfo.ts';
import { isLoopback } from './signIn/isLoopback.ts';
import { stripTokenFromAddress } from './stripTokenFromAddress.ts';
import { parseTabMessage } from './tabMessage.ts';
import { memoryStorage } from './testing/fakeBrowser.ts';
import { createTokenStorage, TOKEN_KEY } from './tokenStorage.ts';

function stored(text: string) {
  const [tab, device] = [memoryStorage(), memoryStorage()];
  tab.setItem(TOKEN_KEY, text);
  device.setItem(TOKEN_KEY, JSON.stringify({ version: 1, token: text, mark: text }));
  return createTokenStorage(tab, device).read();
}

it.each([
  ['what is pasted', cleanToken],
  ['what is pasted as a team id', cleanTeamId],
  ['what is pasted with a team in it', (text: string) => cleanTeamId(`team-${text}`)],
  [
    'what is pasted behind wrappings',
    (text: string) => cleanToken(`export PRIME_API_KEY="${text}`),
  ],
  ['a token', isToken],
  [
    'the query of an address',
    (text: string) => stripTokenFromAddress({ search: `?${text}`, hash: '' }),
  ],
  [
    'a parameter of an address',
    (text: string) => stripTokenFromAddress({ search: `?${text}=${text}`, hash: `#${text}?x=1` }),
  ],
  ['a host', isLoopback],
  [
    'a message of a tab',
    (text: string) => parseTabMessage({ type: 'hand', asking: text, token: text }),
  ],
  [
    'what the gateway says',
    (text: string) =>
      parseGatewayInfo({
        upstream: null,
        tokensUrl: text,
        demoAccounts: [{ token: text, summary: text }],
      }),
  ],
  ['what is stored', stored],
] as const)('takes time in proportion to the text: %s', { timeout: LINEAR_TIMEOUT }, (_, read) => {
  expectLinear(read);
  expect.hasAssertions();
});

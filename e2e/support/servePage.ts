import { GATEWAY_INFO_PATH } from '../../src/contract/gatewayInfo.ts';
import { DATA_HEADERS, PAGE_HEADERS } from '../../src/gateway/pages/headers.ts';
import type { PageFiles } from '../../src/gateway/pages/pageFiles.ts';
import type { FaultReply } from './faultReply.ts';

const INFO = { upstream: 'api.example', tokensUrl: null, demoAccounts: [] };

/** Answers what is no call for builds as the gateway does: the page with its headers, else 404. */
export function servePage(files: PageFiles, target: string, reply: FaultReply): void {
  const path = target.replace(/\?.*$/s, '');
  if (path === GATEWAY_INFO_PATH) {
    reply.json(INFO, 200, linesOf(DATA_HEADERS));
    return;
  }
  const file = files.get(path);
  if (!file) {
    reply.send({ status: 404, type: 'text/plain', headers: linesOf(DATA_HEADERS) });
    return;
  }
  const headers = [...linesOf(PAGE_HEADERS), `cache-control: ${file.cacheControl}`];
  reply.send({ type: file.type, headers, body: file.plain.toString('utf8') });
}

function linesOf(headers: Readonly<Record<string, string>>): string[] {
  return Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
}

import type { Plugin } from 'vite';
import { BUILDS_PATH } from '../contract/fetchPage.ts';
import { GATEWAY_INFO_PATH } from '../contract/gatewayInfo.ts';
import { standBehind } from './behind.ts';
import { formatLogEntry } from './exchange/log.ts';
import { WRITE_MS } from './exchange/openExchange.ts';
import { Turns } from './exchange/Turns.ts';
import { makeHandler } from './handleRequest.ts';
import { readSettings } from './settings/settings.ts';
import { LastAnswer } from './upstream/LastAnswer.ts';
import { UPSTREAM_LIMITS } from './upstream/UpstreamCall.ts';
import { whenOrphaned } from './whenOrphaned.ts';

/**
 * Puts the gateway's own handling of the API path and `/gateway.json` into Vite's server, so that
 * `npm run dev` has the same rules, and the same API (`IMAGE_BUILDS_API`, else demo data).
 */
export function devGateway(): Plugin {
  return {
    name: 'image-builds:gateway',
    apply: 'serve',
    async configureServer(server) {
      // The unit tests start a server of Vite's as well; they need no API.
      if (process.env['VITEST']) return;
      const settings = readSettings([], process.env);
      if (typeof settings === 'string') return;
      if ('problem' in settings) throw new Error(settings.problem);
      const behind = await standBehind(settings);
      server.httpServer?.once('close', () => void behind.close());
      if (process.env['npm_lifecycle_event'] !== undefined) {
        whenOrphaned(
          () => process.ppid,
          () => void server.close().then(() => process.exit(0)),
        );
      }
      const handle = makeHandler({
        upstream: behind.upstream,
        proxy: settings.proxy,
        last: new LastAnswer(),
        basePath: '/',
        info: behind.info,
        files: new Map(),
        allowedHosts: settings.allowedHosts,
        limits: UPSTREAM_LIMITS,
        writeMs: WRITE_MS,
        turns: new Turns(),
        log: (entry) => server.config.logger.info(formatLogEntry(entry)),
      });
      server.middlewares.use((request, response, next) => {
        const path = (request.originalUrl ?? request.url ?? '').replace(/\?.*$/s, '');
        if (path === BUILDS_PATH || path === GATEWAY_INFO_PATH) handle(request, response);
        else next();
      });
    },
  };
}

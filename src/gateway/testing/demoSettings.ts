import type { Settings } from '../settings/settings.ts';

/** What the gateway runs with where nothing was asked for: the demo, on this machine. */
export const DEMO: Settings = {
  api: null,
  proxy: null,
  port: 4400,
  host: '127.0.0.1',
  allowedHosts: [],
  basePath: '/',
  log: 'text',
  load: null,
  latencyMs: null,
  seed: null,
  check: false,
};

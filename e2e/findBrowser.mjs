import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ROOT } from '../src/gateway/prepare.mjs';
import { aptInstall, isRoot, succeeds } from './installs.mjs';

/**
 * The path of a Chromium to test with: what `IMAGE_BUILDS_BROWSER` names, else Playwright's own,
 * else one of this machine, else one that is installed now.
 *
 * @throws Error when there is none and none can be installed.
 */
export async function findBrowser(env = process.env) {
  const named = env.IMAGE_BUILDS_BROWSER;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`IMAGE_BUILDS_BROWSER names ${named}, which is not there`);
  }
  const there = (await playwrightsOwn()) ?? installedBrowser(env);
  if (there) return there;
  for (const install of INSTALLS) {
    if (!install()) continue;
    const found = (await playwrightsOwn()) ?? installedBrowser(env);
    if (found) return found;
  }
  throw new Error('no Chromium was found or could be installed: name one in IMAGE_BUILDS_BROWSER');
}

/** The browser that this version of Playwright wants, where it is downloaded. */
async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : null;
}

// The headless shell draws no window of its own, and so takes half the time of a whole browser.
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'chrome',
];

/** A browser of this machine: on the PATH, or where macOS and Windows put theirs. */
export function installedBrowser(env) {
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const programs = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
  const known = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ...programs.map((folder) => join(folder, 'Google/Chrome/Application/chrome.exe')),
    ...programs.map((folder) => join(folder, 'Microsoft/Edge/Application/msedge.exe')),
  ];
  return [...onPath, ...known].find((path) => existsSync(path)) ?? null;
}

const playwright = (...args) =>
  succeeds(process.execPath, [
    join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js'),
    'install',
    ...args,
    'chromium',
  ]);

// A download alone lacks the system's libraries on a bare machine, which only root can add
// without being asked for a password.
const INSTALLS = [
  () => process.platform === 'linux' && isRoot() && playwright('--with-deps'),
  () => !(process.platform === 'linux' && isRoot()) && playwright(),
  () => aptInstall('chromium-headless-shell', 'chromium'),
  () => playwright(),
];

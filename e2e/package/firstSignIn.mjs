import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { alone } from './packed.mjs';

/**
 * What a new user does, from an empty folder with the tarball in it and an empty cache of npm until
 * the first rows are there: each thing that a person does by hand is an action. The seconds are
 * those of the machine, without the time to type. `page` is one of a browser that runs.
 */
export async function firstSignIn(tarball, page) {
  const folder = mkdtempSync(join(tmpdir(), 'first-'));
  copyFileSync(tarball, join(folder, basename(tarball)));
  const actions = [];
  const began = performance.now();

  const line = ['npx', '--yes', `./${basename(tarball)}`];
  actions.push(`type ${line.join(' ')}`);
  // Another port than the usual one, which may be taken here.
  const child = spawn(line[0], [...line.slice(1), '--port', '0'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
    env: { PATH: process.env.PATH, ...alone(folder) },
  });
  const ended = once(child, 'exit');
  try {
    const url = await addressOf(child);
    actions.push('open the address that it prints');
    await page.goto(url);
    await page.getByRole('button', { name: /^demo 2,412 builds/ }).click();
    actions.push('click a demo account');
    await page.getByRole('table', { name: 'Image builds' }).waitFor();
    await page.locator('[data-row]').first().waitFor();
    return { actions, seconds: (performance.now() - began) / 1000 };
  } finally {
    await page.goto('about:blank');
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The address that a started gateway prints. @throws Error when it ends before that */
async function addressOf(child) {
  for await (const text of createInterface({ input: child.stdout })) {
    const url = text.match(/http:\/\/[\w.:]+/)?.[0];
    if (url) return url;
  }
  throw new Error('The package ended before it served.');
}

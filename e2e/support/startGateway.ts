import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface RunningGateway {
  readonly url: string;
  /** All that it has printed so far. */
  readonly output: () => string;
  stop(): Promise<void>;
}

const SERVER = join(import.meta.dirname, '../../dist/server/main.js');

/** Starts the built gateway on a free port, as `npm start` does, and waits until it serves. */
export async function startGateway(args: readonly string[]): Promise<RunningGateway> {
  const child = spawn(process.execPath, [SERVER, '--port', '0', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'] ?? '' },
  });
  let output = '';
  child.stderr.on('data', (data: Buffer) => {
    output += data;
  });
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      output += `${line}\n`;
      const found = line.match(/http:\/\/[\w.:[\]-]+/)?.[0];
      if (found) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`The gateway ended with ${code}: ${output}`)));
  });
  return {
    url,
    output: () => output,
    stop: async () => {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

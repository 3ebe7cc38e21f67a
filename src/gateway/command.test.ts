import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runCommand } from './command.ts';
import { rawCall } from './testing/rawCall.ts';
import {
  bytesOf,
  EMPTY_PAGE,
  type RecordingUpstream,
  recordUpstream,
} from './testing/recordingUpstream.ts';

/** A process that is none: what it prints is kept, and nothing ends. */
function surroundings(argv: readonly string[], env: Record<string, string> = {}) {
  const signals = new Map<string, () => void>();
  const orphaned: (() => void)[] = [];
  const exit = vi.fn();
  return {
    argv,
    env,
    page,
    printed: [] as string[],
    complained: [] as string[],
    signals,
    orphaned,
    exit,
    print(line: string) {
      this.printed.push(line);
    },
    complain(line: string) {
      this.complained.push(line);
    },
    onSignal: (name: string, listener: () => void) => void signals.set(name, listener),
    onOrphaned: (listener: () => void) => void orphaned.push(listener),
    ended: () => vi.waitFor(() => expect(exit).toHaveBeenCalled(), 20_000),
    url(): string {
      return this.printed.join('\n').match(/http:\/\/127\.0\.0\.1:\d+/)?.[0] ?? '';
    },
  };
}

const ask = (url: string, target: string, token = 'canary') =>
  rawCall(
    url,
    `GET ${target} HTTP/1.1\r\nHost: ${new URL(url).host}\r\nAuthorization: Bearer ${token}\r\nConnection: close\r\n\r\n`,
  );
const LIST = '/api/v1/images/builds';

let page = '';
let upstream: RecordingUpstream;
beforeEach(async () => {
  page = mkdtempSync(join(tmpdir(), 'command-'));
  writeFileSync(join(page, 'index.html'), '<!doctype html>');
  upstream = await recordUpstream();
});
afterEach(async () => {
  rmSync(page, { recursive: true });
  await upstream.close();
});

describe('the command', () => {
  it.each(['SIGTERM', 'SIGINT'])('serves until %s, and lets the answers end', async (signal) => {
    let finish = () => {};
    await upstream.close();
    upstream = await recordUpstream((socket) => {
      finish = () => socket.end(bytesOf('200 OK'));
    });
    const around = surroundings(['--port', '0', '--api', upstream.origin.href]);
    await runCommand(around);
    const url = around.url();
    expect(around.printed[0]).toContain(`behind it     ${upstream.origin.host}`);
    expect((await ask(url, '/')).body).toBe('<!doctype html>');
    const answer = ask(url, LIST);
    await upstream.asked();
    around.signals.get(signal)?.();
    expect(around.exit).not.toHaveBeenCalled();
    finish();
    expect((await answer).body).toBe(EMPTY_PAGE);
    await around.ended();
    expect(around.exit.mock.calls).toEqual([[0]]);
    expect(around.complained).toEqual([]);
    const [, ...lines] = around.printed;
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z GET page 200 \d+ ms 15 B [0-9a-f]{16}$/,
    );
    expect(lines[1]).toMatch(
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z GET api 200 \d+ ms \d+ B [0-9a-f]{16}$/,
    );
    expect((await ask(url, '/')).status).toBe(0);
  });

  it('does not wait any longer at the second signal', async () => {
    await upstream.close();
    upstream = await recordUpstream(() => {});
    const around = surroundings(['--port', '0', '--api', upstream.origin.href]);
    await runCommand(around);
    const answer = ask(around.url(), LIST);
    const socket = await upstream.asked();
    around.signals.get('SIGINT')?.();
    expect(around.exit).not.toHaveBeenCalled();
    around.signals.get('SIGINT')?.();
    expect(around.exit.mock.calls).toEqual([[1]]);
    socket.destroy();
    await answer;
    await vi.waitFor(() => expect(around.exit).toHaveBeenLastCalledWith(0), 20_000);
  });

  it('ends with what started it, and takes that for no second signal', async () => {
    await upstream.close();
    upstream = await recordUpstream(() => {});
    const around = surroundings(['--port', '0', '--api', upstream.origin.href]);
    await runCommand(around);
    const answer = ask(around.url(), LIST);
    const socket = await upstream.asked();
    around.signals.get('SIGTERM')?.();
    for (const gone of around.orphaned) gone();
    expect(around.exit).not.toHaveBeenCalled();
    socket.end(bytesOf('200 OK'));
    expect((await answer).body).toBe(EMPTY_PAGE);
    await around.ended();
    expect(around.exit.mock.calls).toEqual([[0]]);
  });

  it('prints the token of a loaded file, which the page is not told', async () => {
    const file = join(page, 'builds.json');
    writeFileSync(file, '[]');
    const around = surroundings(['--port', '0', '--load', file]);
    await runCommand(around);
    const [, token = ''] = around.printed[0]?.match(/^ {4}(loaded-[0-9a-f]{32}) /m) ?? [];
    expect((await ask(around.url(), LIST, token)).status).toBe(200);
    expect((await ask(around.url(), LIST, 'loaded')).status).toBe(401);
    expect((await ask(around.url(), '/gateway.json')).body).not.toContain('loaded');
    around.orphaned[0]?.();
    await around.ended();
    expect(around.printed.slice(1).join()).not.toContain('loaded');
  });

  it('repeats no token when it says what is wrong', async () => {
    const token = 'pit_0123456789abcdef0123456789abcdef';
    for (const argv of [[token], ['--load', `/nowhere/${token}`], ['--host', `${token}.test`]]) {
      const around = surroundings(['--port', '0', '--allow-host', 'a.test', ...argv]);
      await runCommand(around);
      expect(around.complained.join()).toMatch(/^image-builds: .{10,}$/);
      expect(around.complained.join()).not.toContain(token.slice(4, 12));
    }
  });

  it('ends the demo with itself', async () => {
    const around = surroundings(['--port', '0']);
    await runCommand(around);
    expect(around.printed[0]).toMatch(/^ {4}demo-small +\S/m);
    const reply = await ask(around.url(), `${LIST}?limit=1`, 'demo-small');
    expect(JSON.parse(reply.body)).toMatchObject({ total_count: 25 });
    around.signals.get('SIGTERM')?.();
    await around.ended();
    expect(around.exit.mock.calls).toEqual([[0]]);
  });

  it('writes nothing but JSON where that is asked for, and no token among it', async () => {
    const around = surroundings(['--port', '0', '--log', 'json', '--base-path', 'builds']);
    await runCommand(around);
    await ask(around.url(), '/builds/?q=canary');
    around.orphaned[0]?.();
    await around.ended();
    const [listening, page, ...more] = around.printed.map((line) => JSON.parse(line));
    const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(listening).toEqual({
      time,
      event: 'listening',
      url: `${around.url()}/builds/`,
      upstream: null,
    });
    expect(page).toMatchObject({ time, method: 'GET', route: 'page', status: 200, why: null });
    expect(more).toEqual([]);
    expect(around.printed.join()).not.toMatch(/canary|demo-small/);
    expect(around.complained.join()).toContain('demo-small');
  });

  it('warns where tokens go to the API without TLS', async () => {
    const around = surroundings(['--port', '0', '--allow-http', '--api', 'http://10.1.2.3']);
    await runCommand(around);
    expect(around.complained).toEqual([expect.stringMatching(/^image-builds: WARNING: tokens go/)]);
    around.orphaned[0]?.();
    await around.ended();
  });

  it('checks the one that runs', async () => {
    const around = surroundings(['--port', '0']);
    await runCommand(around);
    const { port } = new URL(around.url());
    for (const host of ['127.0.0.1', '0.0.0.0']) {
      const check = surroundings([
        '--check',
        '--port',
        port,
        '--host',
        host,
        '--allow-host',
        'a.b',
      ]);
      await runCommand(check);
      expect([check.exit.mock.calls, check.printed]).toEqual([[[0]], []]);
    }
    around.orphaned[0]?.();
    await around.ended();
    const late = surroundings(['--check', '--port', port]);
    await runCommand(late);
    expect(late.exit.mock.calls).toEqual([[1]]);
  });

  it('says its version', async () => {
    const around = surroundings(['--version']);
    await runCommand(around);
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(around.printed).toEqual([version]);
  });

  it('explains itself', async () => {
    const around = surroundings(['--help']);
    await runCommand(around);
    expect(around.printed).toEqual([expect.stringContaining('--allow-host NAME')]);
    expect(around.exit).not.toHaveBeenCalled();
    expect(around.signals.size).toBe(0);
  });

  it('says what is wrong with its options', async () => {
    const around = surroundings(['--port', 'x']);
    await runCommand(around);
    expect(around.complained).toEqual(['image-builds: --port must be an integer from 0 to 65535']);
    expect(around.exit.mock.calls).toEqual([[1]]);
    expect(around.printed).toEqual([]);
  });

  it('says in one line why it cannot start', async () => {
    const { port } = upstream.origin;
    const taken = surroundings(['--port', port, '--api', 'https://a.test']);
    await runCommand(taken);
    expect(taken.complained).toEqual([
      `image-builds: 127.0.0.1:${port} is taken: choose another --port`,
    ]);
    expect(taken.exit.mock.calls).toEqual([[1]]);
    rmSync(join(page, 'index.html'));
    const unbuilt = surroundings(['--port', '0']);
    await runCommand(unbuilt);
    expect(unbuilt.complained).toEqual([expect.stringContaining('Run npm run build.')]);
    expect(unbuilt.signals.size).toBe(0);
  });
});

import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SELF_SIGNED } from '../../src/gateway/testing/selfSigned.ts';

const CONFIGURATIONS = join(import.meta.dirname, '../../src/gateway/hosting');

export interface RunningNginx {
  /** Such as `https://localhost:4443`, with a certificate that nobody trusts. */
  readonly origin: string;
  /** The lines of its own access log. */
  readonly log: () => string;
  stop(): void;
}

/**
 * Starts nginx on a free port with one of the configurations that people are given, in which `change`
 * puts what stands on this machine. Resolves once it listens.
 */
export async function startNginx(
  name: 'proxy.conf' | 'static.conf',
  change: (conf: string) => string,
): Promise<RunningNginx> {
  const nginx = process.env['IMAGE_BUILDS_NGINX'] ?? '';
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
  // Its workers are another user's where it is started by root.
  chmodSync(folder, 0o755);
  const put = (file: string, text: string) => writeFileSync(join(folder, file), text);
  put('cert.pem', SELF_SIGNED.cert);
  put('key.pem', SELF_SIGNED.key);
  const port = await freePort();
  const given = readFileSync(join(CONFIGURATIONS, name), 'utf8');
  const server = change(given)
    .replace('listen 443 ssl http2;', `listen 127.0.0.1:${port} ssl http2;`)
    .replace('server_name builds.example.com;', 'server_name localhost;')
    .replace('/etc/ssl/builds.example.com.pem', join(folder, 'cert.pem'))
    .replace('/etc/ssl/builds.example.com.key', join(folder, 'key.pem'))
    .replace('/var/log/nginx/image-builds.log', join(folder, 'access.log'));
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => {
    mkdirSync(join(folder, kind));
    return `${kind}_temp_path ${join(folder, kind)};`;
  });
  put(
    'nginx.conf',
    `${process.getuid?.() === 0 ? 'user root;' : ''}
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events {}
http {
  ${temp.join('\n  ')}
  types { text/html html; text/css css; text/javascript js; image/svg+xml svg; text/plain txt; }
  default_type application/octet-stream;
  access_log off;
  ${server}
}
`,
  );
  const run = (...more: string[]) =>
    spawnSync(nginx, ['-p', folder, '-c', join(folder, 'nginx.conf'), ...more], {
      encoding: 'utf8',
    });
  // It goes to the background once it listens.
  const { status, stderr } = run();
  if (status !== 0) throw new Error(`nginx: ${stderr}`);
  return {
    origin: `https://localhost:${port}`,
    log: () => {
      const file = join(folder, 'access.log');
      return existsSync(file) ? readFileSync(file, 'utf8') : '';
    },
    stop: () => {
      run('-s', 'stop');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** nginx cannot be asked to pick one. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

import { readdirSync, readFileSync } from 'node:fs';
import { Agent, request as ask, createServer } from 'node:http';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/**
 * Serves the peers' built pages and passes API calls on, as the product's gateway does for its
 * page: compressed files from memory, hashed assets cached for good, one process, one more hop.
 *
 * Arguments: the folder of built pages, the API's origin.
 */
const [folder, apiOrigin] = process.argv.slice(2);
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' };
const agent = new Agent({ keepAlive: true });

const files = new Map(
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && extname(entry.name) in TYPES)
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => {
      const bytes = readFileSync(path);
      const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
      return [
        path.slice(folder.length).replaceAll('\\', '/').replace('index.html', ''),
        {
          type: TYPES[extname(path)],
          br: brotliCompressSync(bytes, quality),
          gzip: gzipSync(bytes),
        },
      ];
    }),
);

function serveFile(path, accepted, response) {
  const file = files.get(path);
  if (!file) return response.writeHead(404).end('Not found');
  const encoding = accepted.includes('br') ? 'br' : 'gzip';
  response.writeHead(200, {
    'content-type': file.type,
    'content-encoding': encoding,
    'cache-control': path.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'no-store',
    // As the gateway sends it: each load begins in a browser process of its own.
    'cross-origin-opener-policy': 'same-origin',
  });
  return response.end(file[encoding]);
}

function passOn(request, response) {
  const { authorization = '' } = request.headers;
  const call = ask(
    `${apiOrigin}${request.url}`,
    { agent, headers: { authorization, accept: 'application/json' } },
    (answer) => {
      const type = answer.headers['content-type'] ?? 'application/json';
      response.writeHead(answer.statusCode, { 'content-type': type, 'cache-control': 'no-store' });
      answer.pipe(response);
    },
  );
  call.on('error', () => response.writeHead(502).end());
  response.on('close', () => call.destroy());
  call.end();
}

const server = createServer((request, response) => {
  const path = new URL(request.url, 'http://page').pathname;
  if (path.startsWith('/api/')) return passOn(request, response);
  return serveFile(path, request.headers['accept-encoding'] ?? '', response);
});
server.listen(0, '127.0.0.1', () => {
  process.send({ origin: `http://127.0.0.1:${server.address().port}` });
});
process.on('disconnect', () => process.exit(0));

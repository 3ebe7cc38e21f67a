#!/usr/bin/env node
// Stands for a Firefox as people have it, which Playwright drives by WebDriver BiDi. What Playwright
// wants emulated, such as a colour scheme, and this Firefox does not know, is left out: it would
// not give a page otherwise.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { WebSocket, WebSocketServer } from 'ws';

const LISTENING = /^(WebDriver BiDi listening on ws:\/\/127\.0\.0\.1:)(\d+)$/;

const firefox = spawn(process.env.IMAGE_BUILDS_FIREFOX, process.argv.slice(2), {
  stdio: ['ignore', 'inherit', 'pipe'],
});
firefox.on('exit', (code) => process.exit(code ?? 1));
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) {
  process.on(signal, () => firefox.kill(signal));
}
createInterface({ input: firefox.stderr }).on('line', (line) => {
  const [, words, port] = line.match(LISTENING) ?? [];
  if (port === undefined) console.error(line);
  else relay(port).then((own) => console.error(words + own));
});

/** Passes messages on in both ways from a port of its own, which it gives. */
function relay(port) {
  return new Promise((resolve) => {
    const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
    server.on('listening', () => resolve(server.address().port));
    server.on('connection', (near, request) => {
      const far = new WebSocket(`ws://127.0.0.1:${port}${request.url}`, { maxPayload: 0 });
      const asked = new Map();
      const waiting = [];
      near.on('message', (bytes) => {
        const text = String(bytes);
        const { id, method } = JSON.parse(text);
        if (method.startsWith('emulation.')) asked.set(id, method);
        if (far.readyState === WebSocket.OPEN) far.send(text);
        else waiting.push(text);
      });
      far.on('open', () => {
        for (const text of waiting.splice(0)) far.send(text);
      });
      far.on('message', (bytes) => near.send(answerOf(String(bytes), asked)));
      near.on('close', () => far.close());
      far.on('close', () => near.close());
      far.on('error', () => near.close());
    });
  });
}

function answerOf(text, asked) {
  if (asked.size === 0 || !text.includes('"unknown command"')) return text;
  const { id, error } = JSON.parse(text);
  if (error !== 'unknown command' || !asked.has(id)) return text;
  return JSON.stringify({ type: 'success', id, result: {} });
}

import { createServer } from 'node:http';

/** Calls between two faults, on average. */
const CALLS_A_FAULT = 8;
/** The list stays about this long. */
const SIZE = 1500;
const CHANGE_EVERY_MS = 400;
const SLOW_MS = 4000;

/** What a call may meet instead of an answer; the slow one is answered in the end. */
const FAULTS = {
  500: (_request, response) => refuse(response, 500),
  503: (_request, response) => refuse(response, 503),
  429: (_request, response) => refuse(response, 429, { 'retry-after': '2' }),
  reset: (request) => request.socket.resetAndDestroy(),
  slow: (request, response, answer) => setTimeout(() => answer(request, response), SLOW_MS),
};

const NEXT = { PENDING: 'UPLOADING', UPLOADING: 'BUILDING' };
const ENDS = ['COMPLETED', 'FAILED', 'CANCELLED'];

/**
 * A local API of one account whose builds are created, changed and deleted without a pause, and
 * whose calls fail every so often, until `rest` is called.
 */
export async function startRestlessApi({ startLocalApi, makeBuilds }, token) {
  const api = await startLocalApi({ accounts: [] });
  const likes = makeBuilds({ count: SIZE, seed: 11, now: Date.now(), days: 30 });
  const held = new Map(likes.map((build) => [build.id, build]));
  api.fill(token, held.values());

  const done = { created: 0, changed: 0, deleted: 0, calls: 0, faults: {} };
  let restless = true;
  const server = createServer((request, response) => {
    done.calls += 1;
    if (!restless || Math.random() * CALLS_A_FAULT >= 1) {
      api.handle(request, response);
      return;
    }
    const name = anyOf(Object.keys(FAULTS));
    done.faults[name] = (done.faults[name] ?? 0) + 1;
    FAULTS[name](request, response, api.handle);
  });
  const origin = await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${server.address().port}`));
  });

  const put = (build) => {
    held.set(build.id, build);
    api.put(token, [build]);
  };
  const create = () => {
    done.created += 1;
    const id = `soak-${String(done.created).padStart(6, '0')}`;
    const times = { createdAt: now(), startedAt: null, completedAt: null };
    put({ ...anyOf(likes), id, status: 'PENDING', ...times, artifacts: [] });
  };
  const change = () => {
    done.changed += 1;
    const build = anyOf([...held.values()].filter(({ status }) => !ENDS.includes(status)));
    if (!build) return;
    const status = NEXT[build.status] ?? anyOf(ENDS);
    const completedAt = ENDS.includes(status) ? now() : null;
    put({ ...build, status, startedAt: build.startedAt ?? now(), completedAt });
  };
  const remove = () => {
    done.deleted += 1;
    const id = anyOf([...held.keys()]);
    held.delete(id);
    api.remove(token, [id]);
  };
  const changes = setInterval(() => {
    const less = held.size > SIZE ? remove : create;
    anyOf([change, change, create, remove, less])();
  }, CHANGE_EVERY_MS);

  return {
    origin,
    done,
    ids: () => api.all(token).map(({ id }) => id),
    /** Nothing changes and nothing fails from now on. */
    rest: () => {
      restless = false;
      clearInterval(changes);
    },
    close: async () => {
      clearInterval(changes);
      server.close();
      server.closeAllConnections();
      await api.close();
    },
  };
}

function refuse(response, status, headers = {}) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end('{"errors":[{"param":"soak","details":"a fault that was wanted"}]}');
}

function anyOf(list) {
  return list[Math.floor(Math.random() * list.length)];
}

function now() {
  return new Date().toISOString();
}

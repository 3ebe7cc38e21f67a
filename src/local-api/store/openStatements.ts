import sqlite from 'node-sqlite3-wasm';

const SCHEMA = `
  CREATE TABLE accounts (
    account INTEGER PRIMARY KEY,
    token_sha256 TEXT NOT NULL UNIQUE
  );
  CREATE TABLE builds (
    build INTEGER PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES accounts,
    id TEXT NOT NULL,
    image_name TEXT NOT NULL,
    image_tag TEXT NOT NULL,
    status TEXT NOT NULL,
    created REAL NOT NULL,
    body TEXT NOT NULL
  );
  CREATE UNIQUE INDEX builds_by_id ON builds (account, id);
  CREATE INDEX builds_by_age ON builds (account, created, id DESC);
  CREATE TABLE places (
    account INTEGER NOT NULL,
    place INTEGER NOT NULL,
    build INTEGER NOT NULL,
    PRIMARY KEY (account, place)
  ) WITHOUT ROWID;
`;

/** A page is one range of places: OFFSET would walk every row before it. */
const PAGE = `
  SELECT builds.body FROM places JOIN builds ON builds.build = places.build
  WHERE places.account = ? AND places.place BETWEEN ? AND ?
  ORDER BY places.place DESC`;

type Value = number | string;

/** Opens an empty database; statements that read give rows as arrays, null for no row. */
export function openStatements(path: string) {
  const db = new sqlite.Database(path);
  db.exec(SCHEMA);
  const prepare = (sql: string) => {
    const statement = db.prepare(sql);
    return { run: (...values: Value[]) => statement.run(values) };
  };
  const read = (sql: string) => {
    const statement = db.prepare(sql);
    return {
      get: (...values: Value[]) => {
        const row = statement.get(values);
        return row && Object.values(row);
      },
      all: (...values: Value[]) => statement.all(values).map((row) => Object.values(row)),
    };
  };
  const findAccount = read('SELECT account FROM accounts WHERE token_sha256 = ?');
  const revokeToken = prepare(
    "UPDATE accounts SET token_sha256 = 'revoked ' || account WHERE token_sha256 = ?",
  );
  const addAccount = prepare('INSERT INTO accounts (token_sha256) VALUES (?)');
  const findCreated = read('SELECT created FROM builds WHERE account = ? AND id = ?');
  const upsert = prepare(`
    INSERT INTO builds (account, id, image_name, image_tag, status, created, body)
    VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (account, id) DO UPDATE SET
      image_name = excluded.image_name, image_tag = excluded.image_tag,
      status = excluded.status, created = excluded.created, body = excluded.body`);
  const removeBuild = prepare('DELETE FROM builds WHERE account = ? AND id = ?');
  const clearBuilds = prepare('DELETE FROM builds WHERE account = ?');
  const countOlder = read('SELECT count(*) FROM builds WHERE account = ? AND created < ?');
  const dropPlaces = prepare('DELETE FROM places WHERE account = ? AND place >= ?');
  const addPlaces = prepare(`
    INSERT INTO places (account, place, build)
    SELECT ?1, ?2 - 1 + row_number() OVER (ORDER BY created, id DESC), build
    FROM builds WHERE account = ?1 AND created >= ?3`);
  const lastPlace = read('SELECT max(place) FROM places WHERE account = ?');
  const pageBodies = read(PAGE);
  /** Does all of the work or, when it throws, none. */
  const whole = (work: () => void) => {
    db.exec('BEGIN');
    try {
      work();
      db.exec('COMMIT');
    } catch (error) {
      db.exec('ROLLBACK');
      throw error;
    }
  };
  return {
    close: () => {
      if (db.isOpen) db.close();
    },
    whole,
    read,
    findAccount,
    revokeToken,
    addAccount,
    findCreated,
    upsert,
    removeBuild,
    clearBuilds,
    countOlder,
    dropPlaces,
    addPlaces,
    lastPlace,
    pageBodies,
    pagePlan: read(`EXPLAIN QUERY PLAN ${PAGE}`),
  };
}

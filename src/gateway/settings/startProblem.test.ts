import { expect, it } from 'vitest';
import { DEMO } from '../testing/demoSettings.ts';
import { startProblem } from './startProblem.ts';

const settings = { ...DEMO, port: 80, host: '192.0.2.1' };
const ofSystem = (code: string) => Object.assign(new Error(`${code}: listen`), { code });

it.each([
  [ofSystem('EADDRINUSE'), '192.0.2.1:80 is taken: choose another --port'],
  [ofSystem('EACCES'), '192.0.2.1:80 may not be used: choose a --port above 1023'],
  [ofSystem('EADDRNOTAVAIL'), '--host 192.0.2.1 is no address of this machine'],
  [ofSystem('ENOTFOUND'), '--host 192.0.2.1 is no address of this machine'],
  [ofSystem('EMFILE'), 'EMFILE: listen'],
  [new Error('builds.json is no list\n  at line 7'), 'builds.json is no list'],
  ['odd\nand long', 'odd'],
  [{ code: 'EACCES' }, '[object Object]'],
])('%j is said in one line', (error, line) => {
  expect(startProblem(error, settings)).toBe(line);
});

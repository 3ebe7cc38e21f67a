import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Artifact, Build } from '../../../contract/build.ts';
import { builds } from '../../../replica/testing/arbitraryBuilds.ts';
import { artifactOf, buildOf } from '../testing/storeOf.ts';
import { csv } from './csv.ts';
import { rearm } from './disarm.ts';
import { utcTime } from './utcTime.ts';

const textOf = (all: readonly Build[]) => [...csv.pieces(all, 0)].join('');

/** RFC 4180 read by hand: quoted cells, doubled quotes, CRLF after each line. */
function readCsv(text: string): string[][] {
  const lines: string[][] = [];
  let cells: string[] = [];
  let at = 0;
  while (at < text.length) {
    expect(text[at]).toBe('"');
    let cell = '';
    at += 1;
    for (;;) {
      const quote = text.indexOf('"', at);
      expect(quote).toBeGreaterThanOrEqual(0);
      cell += text.slice(at, quote);
      at = quote + 1;
      if (text[at] !== '"') break;
      cell += '"';
      at += 1;
    }
    cells.push(cell);
    if (text[at] === ',') at += 1;
    else {
      expect(text.slice(at, at + 2)).toBe('\r\n');
      at += 2;
      lines.push(cells);
      cells = [];
    }
  }
  expect(cells).toEqual([]);
  return lines;
}

const empty = (text: string | null) => text ?? '';
const buildTexts = (build: Build) => [
  build.id,
  build.imageName,
  build.imageTag,
  build.status,
  utcTime(build.createdAt),
  empty(utcTime(build.startedAt)),
  empty(utcTime(build.completedAt)),
  build.artifacts === null ? '' : `${build.artifacts.length}`,
];
const artifactTexts = (artifact: Artifact) => [
  artifact.id,
  artifact.artifactType,
  artifact.status,
  empty(artifact.fullImagePath),
  empty(artifact.errorMessage),
  utcTime(artifact.createdAt),
  empty(utcTime(artifact.startedAt)),
  empty(utcTime(artifact.completedAt)),
];
const none = ['', '', '', '', '', '', '', ''];

describe('CSV', () => {
  it('reads back as every text that went in, a line for each artifact', () => {
    fc.assert(
      fc.property(fc.array(builds, { maxLength: 5 }), (all) => {
        const [heading, ...lines] = readCsv(textOf(all));
        expect(heading).toHaveLength(16);
        const wanted = all.flatMap((build) => {
          const artifacts = build.artifacts?.length ? build.artifacts.map(artifactTexts) : [none];
          return artifacts.map((texts) => [...buildTexts(build), ...texts]);
        });
        expect(lines.map((line) => line.map(rearm))).toEqual(wanted);
      }),
    );
  });

  it('names its columns and repeats the build for each artifact', () => {
    const artifacts = [artifactOf('a1'), artifactOf('a2', { errorMessage: 'said "no", twice' })];
    const lines = readCsv(textOf([buildOf('c1', { artifacts }), buildOf('c2')]));
    expect(lines[0]?.slice(0, 3)).toEqual(['build_id', 'image_name', 'image_tag']);
    expect(lines.map((line) => [line[0], line[8], line[12]])).toEqual([
      ['build_id', 'artifact_id', 'error_message'],
      ['c1', 'a1', 'no space left on device'],
      ['c1', 'a2', 'said "no", twice'],
      ['c2', '', ''],
    ]);
  });

  it('tells no artifacts from artifacts that the API did not name', () => {
    const lines = readCsv(textOf([buildOf('c1'), buildOf('c2', { artifacts: null })]));
    expect(lines.slice(1).map((line) => line[7])).toEqual(['0', '']);
  });

  it('says the zone of every time', () => {
    const lines = readCsv(textOf([buildOf('c1', { artifacts: [artifactOf('a1')] })]));
    for (const column of [4, 5, 6, 13]) expect(lines[1]?.[column]).toMatch(/T09:0\d:\d\dZ$/);
  });

  it('keeps tags that look like numbers, and counts in numbers', () => {
    const lines = readCsv(
      textOf([buildOf('c1', { imageTag: '1.10' }), buildOf('c2', { imageTag: '007' })]),
    );
    expect(lines.slice(1).map((line) => line[2])).toEqual(["'1.10", "'007"]);
    expect(lines.slice(1).map((line) => line[7])).toEqual(['0', '0']);
  });

  it('cuts a cell that is too long for Excel, and says so', () => {
    for (const unit of ['x', '\u{1f600}', '\n=']) {
      const message = unit.repeat(40_000);
      const artifacts = [artifactOf('a1', { errorMessage: message })];
      const cell = readCsv(textOf([buildOf('c1', { artifacts })]))[1]?.[12] ?? '';
      expect(cell.length).toBeLessThanOrEqual(32_767);
      expect(cell.length).toBeGreaterThan(32_700);
      const mark = ` [cut: ${message.length.toLocaleString('en')} characters in all]`;
      expect(cell.endsWith(mark)).toBe(true);
      const kept = rearm(cell.slice(0, -mark.length));
      expect(message.startsWith(kept)).toBe(true);
      expect(kept).not.toMatch(/[\ud800-\udbff]$/);
    }
    const whole = 'x'.repeat(32_767);
    const artifacts = [artifactOf('a1', { errorMessage: whole })];
    expect(readCsv(textOf([buildOf('c1', { artifacts })]))[1]?.[12]).toBe(whole);
  });

  it('leaves no cell that a spreadsheet runs', () => {
    const formula = '=HYPERLINK("http://evil.test")';
    const lines = readCsv(textOf([buildOf('c1', { imageName: formula, imageTag: '-test' })]));
    expect(lines[1]?.slice(1, 3)).toEqual([`'${formula}`, "'-test"]);
  });
});

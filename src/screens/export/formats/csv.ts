import type { Artifact, Build } from '../../../contract/build.ts';
import { csvCell } from './csvCell.ts';
import type { Exporter } from './Exporter.ts';
import { utcTime } from './utcTime.ts';

/**
 * A line for each artifact with its build's columns repeated, and one line for a build without
 * artifacts (RFC 4180: CRLF; every cell quoted). Times are in UTC and say so (`utcTime`).
 * `artifacts` counts them and is empty where the API did not say; a null is an empty cell.
 *
 * It is made for spreadsheets. A leading apostrophe says that a cell is text, so that no formula
 * runs and `1.10` and `007` stay what they are (`disarm`; `rearm` takes it away). A cell of more
 * than 32,767 characters, which Excel would spread over others, is cut and says so: JSON and
 * NDJSON have it whole. A file begins with a byte order mark: without it Excel reads UTF-8 as the
 * code page of the machine.
 */
export const csv: Exporter = {
  called: 'CSV',
  stem: 'image-builds',
  extension: 'csv',
  mediaType: 'text/csv;charset=utf-8',
  fileMark: '\ufeff',
  pieces: lines,
};

const COLUMNS = [
  'build_id',
  'image_name',
  'image_tag',
  'build_status',
  'build_created_at',
  'build_started_at',
  'build_completed_at',
  'artifacts',
  'artifact_id',
  'artifact_type',
  'artifact_status',
  'full_image_path',
  'error_message',
  'artifact_created_at',
  'artifact_started_at',
  'artifact_completed_at',
] as const;

function* lines(builds: Iterable<Build>): Generator<string> {
  yield `${cells(COLUMNS)}\r\n`;
  for (const build of builds) {
    // The one number: what counts may be added up.
    const count = build.artifacts?.length ?? '';
    const start = `${cells(buildCells(build))},"${count}"`;
    if (build.artifacts === null || build.artifacts.length === 0) yield `${start},${NONE}\r\n`;
    else
      for (const artifact of build.artifacts)
        yield `${start},${cells(artifactCells(artifact))}\r\n`;
  }
}

function buildCells(build: Build): readonly (string | null)[] {
  return [
    build.id,
    build.imageName,
    build.imageTag,
    build.status,
    utcTime(build.createdAt),
    utcTime(build.startedAt),
    utcTime(build.completedAt),
  ];
}

function artifactCells(artifact: Artifact): readonly (string | null)[] {
  return [
    artifact.id,
    artifact.artifactType,
    artifact.status,
    artifact.fullImagePath,
    artifact.errorMessage,
    utcTime(artifact.createdAt),
    utcTime(artifact.startedAt),
    utcTime(artifact.completedAt),
  ];
}

function cells(texts: readonly (string | null)[]): string {
  return texts.map((text) => csvCell(text ?? '')).join(',');
}

const NONE = cells(Array.from({ length: 8 }, () => null));

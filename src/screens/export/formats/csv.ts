import type { Artifact, Build } from '../../../contract/build.ts';
import { disarm } from './disarm.ts';
import type { Exporter } from './Exporter.ts';

/**
 * A line for each artifact with its build's columns repeated, and one line for a build without
 * artifacts (RFC 4180: CRLF; every cell quoted). Times are the API's own text, UTC where no zone
 * is written. `artifacts` counts them and is empty where the API did not say; a null is an empty
 * cell. Formulas are disarmed (`disarm`).
 *
 * A file begins with a byte order mark: without it Excel reads UTF-8 as the code page of the
 * machine. Scripts that trip over it have NDJSON.
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
    const start = cells(buildCells(build));
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
    build.createdAt,
    build.startedAt,
    build.completedAt,
    build.artifacts === null ? null : String(build.artifacts.length),
  ];
}

function artifactCells(artifact: Artifact): readonly (string | null)[] {
  return [
    artifact.id,
    artifact.artifactType,
    artifact.status,
    artifact.fullImagePath,
    artifact.errorMessage,
    artifact.createdAt,
    artifact.startedAt,
    artifact.completedAt,
  ];
}

function cells(texts: readonly (string | null)[]): string {
  return texts.map((text) => `"${disarm(text ?? '').replaceAll('"', '""')}"`).join(',');
}

const NONE = cells(Array.from({ length: 8 }, () => null));

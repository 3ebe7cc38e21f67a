import type { Artifact, Build } from '../contract/build.ts';
import { parseInstant } from '../lib/instant.ts';
import type { StoredBuild } from './openStore.ts';

/** A build as it may stand in an answer or a file, before anything about it is believed. */
export type WireBuild = Readonly<Record<string, unknown>>;

/** What is stored of a build; its JSON is kept as it came. Unreadable creation times sort last. */
export function storedBuild(build: Build | WireBuild): StoredBuild {
  const { id, imageName, imageTag, status, createdAt, artifacts } = build;
  return {
    id: String(id),
    imageName: String(imageName),
    imageTag: String(imageTag),
    status: String(status),
    created: parseInstant(String(createdAt)) ?? 0,
    body: JSON.stringify(artifacts === null ? { ...build, artifacts: undefined } : build),
  };
}

/** A build out of its stored JSON, with the contract's defaults filled in. */
export function buildFromBody(body: string): Build {
  const raw = record(JSON.parse(body));
  return {
    id: String(raw['id']),
    imageName: String(raw['imageName']),
    imageTag: String(raw['imageTag']),
    status: String(raw['status']),
    createdAt: String(raw['createdAt']),
    startedAt: textOrNull(raw['startedAt']),
    completedAt: textOrNull(raw['completedAt']),
    artifacts: Array.isArray(raw['artifacts']) ? raw['artifacts'].map(artifact) : null,
  };
}

function artifact(value: unknown): Artifact {
  const raw = record(value);
  return {
    id: String(raw['id']),
    artifactType: String(raw['artifactType'] ?? 'CONTAINER_IMAGE'),
    status: String(raw['status']),
    fullImagePath: textOrNull(raw['fullImagePath']),
    errorMessage: textOrNull(raw['errorMessage']),
    createdAt: String(raw['createdAt']),
    startedAt: textOrNull(raw['startedAt']),
    completedAt: textOrNull(raw['completedAt']),
  };
}

function record(value: unknown): WireBuild {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function textOrNull(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}

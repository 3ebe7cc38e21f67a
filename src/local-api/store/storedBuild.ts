import type { Build } from '../../contract/build.ts';
import { parseBuild } from '../../contract/parseBuild.ts';
import { parseInstant } from '../../lib/instant.ts';
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

/** A stored build as the contract reads it, null when it cannot be read. */
export function buildFromBody(body: string): Build | null {
  return parseBuild(JSON.parse(body), 0, 0, []);
}

/** `sha256:` and its like (OCI image specification, descriptors, Digests), also with its `@`. */
const DIGEST = /^@?([a-z0-9]+(?:[+._-][a-z0-9]+)*:[0-9A-Za-z=_-]{32,})$/;

/**
 * What an image is pulled by: `name:tag`, `name@sha256:…` where the tag is a digest, the name
 * alone where there is no tag. A colon with nothing behind it can be pulled by no client.
 */
export function imageReference(name: string, tag: string): string {
  if (tag === '') return name;
  const digest = DIGEST.exec(tag)?.[1];
  return digest === undefined ? `${name}:${tag}` : `${name}@${digest}`;
}

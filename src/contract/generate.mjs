// Writes schema.ts from openapi.yaml: `npm run contract`.
// openapi-typescript needs TypeScript 5, so npm runs both from a cache folder of their own.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const GENERATOR = 'openapi-typescript@7.13.0';
const here = dirname(fileURLToPath(import.meta.url));
const source = join(here, 'openapi.yaml');
const work = mkdtempSync(join(tmpdir(), 'image-builds-contract-'));
const sha256 = (text) => createHash('sha256').update(text).digest('hex');

try {
  const output = join(work, 'schema.ts');
  execFileSync(
    'npm',
    ['exec', '--yes', `--package=${GENERATOR}`, '--package=typescript@5.9.3', '--'].concat([
      'openapi-typescript',
      source,
      '--output',
      output,
    ]),
    { cwd: work, stdio: 'inherit' },
  );
  const body = readFileSync(output, 'utf8');
  const header = [
    `// Generated from openapi.yaml by ${GENERATOR}: npm run contract. Do not edit.`,
    `// openapi.yaml sha256 ${sha256(readFileSync(source))}`,
    `// body sha256 ${sha256(body)}`,
    '',
  ].join('\n');
  writeFileSync(join(here, 'schema.ts'), header + body);
} finally {
  rmSync(work, { recursive: true, force: true });
}

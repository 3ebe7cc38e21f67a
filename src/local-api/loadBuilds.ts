import { readFileSync } from 'node:fs';
import type { WireBuild } from './store/storedBuild.ts';

const NEEDED = ['id', 'imageName', 'imageTag', 'status', 'createdAt'] as const;

/**
 * Reads builds from a file: an answer of the API (`{"data": [...]}`), an array, or a build a line.
 *
 * @throws Error of one line that names the file and what is wrong with it.
 */
export function loadBuilds(file: string): WireBuild[] {
  const fail = (problem: string) => new Error(`Cannot load ${file}: ${problem}`);
  let text: string;
  try {
    text = readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  } catch (error) {
    throw fail(reason(error));
  }
  if (text.trim() === '') throw fail('it is empty.');
  const found = builds(text);
  if (typeof found === 'string') throw fail(found);
  return found.map((value, index) => {
    if (!isRecord(value)) throw fail(`build ${index + 1} is not an object.`);
    const missing = NEEDED.find((field) => typeof value[field] !== 'string');
    if (missing) throw fail(`build ${index + 1} has no text in "${missing}".`);
    return value;
  });
}

function builds(text: string): readonly unknown[] | string {
  try {
    const whole: unknown = JSON.parse(text);
    if (Array.isArray(whole)) return whole;
    if (isRecord(whole) && Array.isArray(whole['data'])) return whole['data'];
    if (isRecord(whole) && 'id' in whole) return [whole];
    return 'it holds neither an array of builds nor {"data": [...]}.';
  } catch (error) {
    const lines = text.split('\n').map((line) => line.trim());
    if (!lines.find((line) => line !== '')?.startsWith('{')) return `not JSON: ${reason(error)}.`;
    const found: unknown[] = [];
    for (const [at, line] of lines.entries()) {
      if (line === '') continue;
      try {
        found.push(JSON.parse(line));
      } catch (problem) {
        return `line ${at + 1} is not JSON: ${reason(problem)}.`;
      }
    }
    return found;
  }
}

function isRecord(value: unknown): value is WireBuild {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function reason(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/\s+/g, ' ').slice(0, 200);
}

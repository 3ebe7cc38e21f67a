import { readFileSync, writeFileSync } from 'node:fs';

/** What stands between two marks of a file for people, which a command writes. */
const between = (name) =>
  new RegExp(`(<!-- ${name}:start -->\\n)([\\s\\S]*?)(<!-- ${name}:end -->)`);

/** What a file holds between the marks of a block; null where it has none. */
export function readBlock(file, name) {
  return between(name).exec(readFileSync(file, 'utf8'))?.[2] ?? null;
}

/**
 * Writes a text between the marks of a block, `<!-- name:start -->` and `<!-- name:end -->`.
 *
 * @throws Error where the file has no such marks
 */
export function writeBlock(file, name, text) {
  const whole = readFileSync(file, 'utf8');
  if (!between(name).test(whole))
    throw new Error(`${file} has no marks of ${name} to write between.`);
  writeFileSync(
    file,
    whole.replace(between(name), (_, start, _old, end) => `${start}${text}\n${end}`),
  );
}

/** Programs whose first word after the options says what they do. */
const WITH_SUBCOMMAND = new Set(
  (
    'apt apt-get aptitude apk bundle cargo composer conda corepack dnf docker dotnet gem git go ' +
    'helm kubectl mamba micromamba microdnf npm pdm pip pip3 pipenv pnpm poetry rustup uv yarn yum'
  ).split(' '),
);
/** What stands before a program and is none: it neither fails often nor says what was done. */
const BEFORE = new Set(['sudo', 'env', 'time', 'nice', 'exec', 'command', 'then', 'do', 'if', '!']);
/** Steps that prepare others: left out while any other is there. */
const PREPARES = new Set(['cd', 'set', 'export', 'mkdir', 'echo', 'source', '.', 'true', ':']);
/** A chain of more programs than this is named by its first ones. */
const MOST_PROGRAMS = 4;
const SHELL =
  /^\[?['"]?(?:\/\w+)*\/?(?:ba|da|z|k)?sh['"]?(?:,? ['"]?-[\w]+['"]?(?: pipefail)?)*,? /;

/**
 * A shell command as its programs and their subcommands: `pip install -r x && make -j8` becomes
 * `pip install && make`. Options, arguments and values are what differs between equal failures.
 */
export function shrinkCommand(command: string): string {
  const programs: string[] = [];
  const prepares: string[] = [];
  for (const part of command.replace(SHELL, '').split(/&&|\|\||[;|\n]/)) {
    const words = part.match(/[^\s'"[\],()]+/g) ?? [];
    const found = programOf(words);
    if (found === '') continue;
    const list = PREPARES.has(found) ? prepares : programs;
    if (list.length < MOST_PROGRAMS && !list.includes(found)) list.push(found);
  }
  return (programs.length > 0 ? programs : prepares).join(' && ');
}

function programOf(words: readonly string[]): string {
  const start = words.findIndex((word) => !word.includes('=') && !BEFORE.has(word));
  if (start < 0) return '';
  const program = baseName(words[start] ?? '');
  const rest = words.slice(start + 1);
  if (/^python[\d.]*$/.test(program) && rest[0] === '-m') {
    return `${program} -m ${programOf(rest.slice(1))}`;
  }
  if (!WITH_SUBCOMMAND.has(program)) return program;
  const subcommand = rest.find((word) => /^[a-z][\w-]*$/.test(word));
  return subcommand === undefined ? program : `${program} ${subcommand}`;
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1) || path;
}

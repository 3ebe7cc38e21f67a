import type { Family } from './guessFamily.ts';

/** What a known phrase says: the kind of failure, and what it is about. */
export interface PhraseReading {
  readonly kind: string;
  /** Null when this time the phrase does not name it. */
  readonly subject: string | null;
  readonly family: Family;
}

interface Phrase {
  readonly pattern: RegExp;
  readonly kind: string;
  readonly family: Family;
}

const NAME = '([^\\s\'"`;:,()<>=!~\\[\\]]+)';
const QUOTED = '[\'"`]?([^\\s\'"`]+?)[\'"`]?';

/**
 * Phrases of tools that name a thing in a slot. The thing is the subject, so that one cause in
 * many packages is one group. Two wordings share a kind only when the same change cures both.
 */
const PHRASES: readonly Phrase[] = [
  dependency(
    'pip: no such package version',
    `(?:could not find a version that satisfies the requirement|no matching distribution found for) ${NAME}`,
  ),
  dependency('pip: conflicting requirements', '^(?:error: )?cannot install (.+?) because'),
  dependency(
    'pip: wheel does not build',
    `(?:failed building wheel for|could not build wheels for|failed to build installable wheels for some pyproject\\.toml based projects \\(?) ?${NAME}`,
  ),
  dependency('apt: no such package', `unable to locate package(?: ${QUOTED})?(?:\\s|$)`),
  dependency('apt: package without a candidate', `package ${QUOTED} has no installation candidate`),
  {
    pattern: /could not get lock|unable to (?:acquire|lock) the .*(?:lock|directory)/i,
    kind: 'apt: another process holds the lock',
    family: 'other',
  },
  dependency('apt: no such version', `version '[^']*' for ${QUOTED} was not found`),
  dependency('apk: no such package', '(?:^|\\s)(\\S+) \\(no such package\\)'),
  dependency('dnf: no such package', `(?:no match for argument|unable to find a match): ${NAME}`),
  dependency(
    'conda: no such package',
    `nothing provides (?:requested )?${NAME}|packagesnotfounderror:|resolvepackagenotfound:`,
  ),
  dependency(
    'conda: environment cannot be solved',
    '(?:libmamba)?unsatisfiableerror:|encountered problems while solving',
  ),
  dependency(
    'cargo: crate needs a newer rustc',
    `package ${QUOTED}(?: v[^\\s]+) cannot be built because it requires rustc`,
  ),
  dependency('cargo: no such crate', `no matching package named ${QUOTED} found`),
  dependency('maven: no such artifact', 'could not find artifact (\\S+)'),
  dependency('gem: no such gem', `could not find gem ${QUOTED}(?:[\\s,]|$)`),
  dependency('R: no such package', `there is no package called ${QUOTED}$`),
  dependency('pkg-config: no such package', `no package ${QUOTED} found`),
  dependency(
    'git: no such branch',
    "remote branch (\\S+) not found|could ?n['o]t find remote ref (\\S+)",
  ),
  dependency(
    'file not in the build context',
    'failed to (?:compute cache key|calculate checksum).*: "([^"]+)": not found|file not found in build context.*stat (\\S+):',
  ),
  dependency('Python module not found', `no module named ${QUOTED}(?:[;,\\s]|$)`),
  dependency('Node module not found', `cannot find (?:module|package) ${QUOTED}(?:[\\s,]|$)`),
  dependency('npm: no such version', `no matching version found for ${QUOTED}(?:[\\s.]|$)`),
  {
    pattern: /fatal error: ([^\s:]+): no such file or directory/i,
    kind: 'header not found',
    family: 'compile',
  },
  {
    pattern: /cannot find -l(?::)?([\w.+-]+)/i,
    kind: 'library to link not found',
    family: 'compile',
  },
  {
    pattern:
      /(?:^|[\s:])([^\s:'"]+): command not found|sh: (?:line )?\d+: ([^\s:]+): not found|^sh: ([^\s:]+): not found|exec: "([^"]+)": executable file not found/i,
    kind: 'command not found',
    family: 'dependency',
  },
  {
    pattern:
      /failed to pull (?:base )?image (\S+): not found|failed to resolve source metadata for (\S+): .*not found|^(?:error: )?(?:failed to solve: )?(\S+[/:]\S+): not found$|manifest for (\S+) not found|pulling? (?:from )?(\S+[/:]\S+):? not found/i,
    kind: 'base image not found',
    family: 'dependency',
  },
];

/**
 * What a known phrase of a cleaned line says; null when it holds none. `following` gives the
 * lines after it, for tools that name the thing there.
 */
export function readPhrase(line: string, following: () => readonly string[]): PhraseReading | null {
  if (!ANY.test(line)) return null;
  for (const { pattern, kind, family } of PHRASES) {
    const match = pattern.exec(line);
    if (!match) continue;
    if (kind.startsWith('conda:') && match[1] === undefined) return readConda(kind, following());
    const subject = match.slice(1).find((group) => group !== undefined) ?? null;
    return { kind, subject, family };
  }
  return null;
}

/** Conda says what it could not find below its error line. */
function readConda(kind: string, following: readonly string[]): PhraseReading {
  for (const line of following) {
    const missing = /nothing provides (?:requested )?([^\s,<>=]+)/i.exec(line);
    if (missing) {
      return {
        kind: 'conda: no such package',
        subject: missing[1] ?? null,
        family: 'dependency',
      };
    }
    const listed = /^-\s+([^\s,<>=]+)/.exec(line);
    if (listed) return { kind, subject: listed[1] ?? null, family: 'dependency' };
  }
  return { kind, subject: null, family: 'dependency' };
}

function dependency(kind: string, pattern: string): Phrase {
  return { pattern: new RegExp(pattern, 'i'), kind, family: 'dependency' };
}

/** True of every line with a phrase, so that the others are not asked one by one. */
const ANY =
  /not found|no (?:matching|module|match|such) |notfound|could not find|can(?:no|')t find|fatal error|unable to (?:locate|find)|candidate|cannot install|cannot be built|no package|lock|wheel|nothing provides|unsatisfiable|while solving/i;

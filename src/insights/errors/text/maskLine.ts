import { shrinkCommand } from './shrinkCommand.ts';

/** A line with everything that differs between equal failures replaced by what it is. */
export interface MaskedLine {
  readonly line: string;
  /** What was replaced, such as `path` and `version`, in the order of the rules. */
  readonly masks: readonly string[];
}

interface Mask {
  readonly name: string;
  readonly pattern: RegExp;
  readonly put: string | ((found: string, ...groups: string[]) => string);
  /** What a line must hold for the pattern to match: most lines hold few of them. */
  readonly needs: RegExp;
}

/** File names that say something in themselves; their folders do not. */
const KNOWN_FILES =
  /^(?:requirements[\w.-]*\.(?:txt|in)|constraints\.txt|pyproject\.toml|setup\.(?:py|cfg)|poetry\.lock|uv\.lock|Pipfile(?:\.lock)?|environment\.ya?ml|package(?:-lock)?\.json|yarn\.lock|pnpm-lock\.yaml|[\w.-]*Dockerfile|Makefile|CMakeLists\.txt|go\.(?:mod|sum)|Cargo\.(?:toml|lock)|pom\.xml|build\.gradle(?:\.kts)?|Gemfile(?:\.lock)?|composer\.json|configure|tsconfig\.json)$/;

const SOURCE =
  '(?:c|cc|cpp|cxx|cu|cuh|h|hh|hpp|hxx|inc|rs|go|pyx?|pyi|[cm]?[jt]sx?|vue|java|kt|scala|rb|php|pl|pm|swift|mm?|f|f90|s|S|hs|ml|ex|exs|cs|zig|cmake|sh|txt|toml|json|ya?ml|xml|gradle|in|am|ac|mk)';
const TIME = '\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d+)?(?: ?(?:Z|UTC|GMT|[+-]\\d\\d:?\\d\\d))?';
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
/** The parts of an image reference (distribution/reference of the OCI registries). */
const PART = '[a-z0-9]+(?:[._-]+[a-z0-9]+)*';
const TAG = '(?:\\w[\\w.-]{0,127}|<[a-z]+>)';
const REFERENCE = `${PART}(?::\\d{2,5})?(?:/${PART})+(?::${TAG})?(?:@<digest>)?`;
const BEFORE_IMAGE =
  '(?:push|pull|pushing|pulling|pushed|pulled|images?|metadata for|manifest (?:for|of)|denied for|FROM)';
const REGISTRY =
  '(?:docker\\.io|ghcr\\.io|quay\\.io|[\\w-]*\\.?gcr\\.io|nvcr\\.io|[\\w.-]+\\.pkg\\.dev|[\\w.-]+\\.ecr(?:\\.[\\w-]+)?\\.(?:aws|amazonaws\\.com)|mcr\\.microsoft\\.com|registry\\.k8s\\.io)';

/** In the order in which they are tried: an earlier one hides from a later one what it replaced. */
const MASKS: readonly Mask[] = [
  {
    name: 'URL',
    needs: /:\/\/|git@/,
    pattern:
      /\b[a-z][a-z0-9+.-]{1,10}:\/\/(?:[^\s/@'"<>]{0,200}@)?([^\s/:'"<>?#)\]]+)(?::\d+)?(?:[/?#](?:[^\s'"<>)\]]*[^\s'"<>)\],;:.])?)?|\bgit@([\w.-]+):[\w./-]*[\w/-]/gi,
    put: (_found, host, other) => `<url:${host ?? other}>`,
  },
  {
    name: 'e-mail',
    needs: /@/,
    pattern: /[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b/gi,
    put: '<e-mail>',
  },
  {
    name: 'digest',
    needs: /sha\d|md5/,
    pattern: /\b(?:sha(?:1|224|256|384|512)|md5)[:=-][A-Za-z0-9+/=]{7,}(?:\.{3}|…)?/g,
    put: '<digest>',
  },
  {
    name: 'UUID',
    needs: /[0-9a-f]{8}-/i,
    pattern: /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi,
    put: '<uuid>',
  },
  {
    name: 'time',
    needs: /\d:\d|\d-\d|(?:[A-Z][a-z]{2} +\d|\d [A-Z][a-z]{2}\b)/,
    pattern: new RegExp(
      `(?<![\\w:./-])\\d{4}-\\d\\d-\\d\\d(?:[T ]${TIME})?(?![\\w-])|(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? )?(?:\\d{1,2} ${MONTH}|${MONTH} +\\d{1,2})(?: \\d{4})?(?: ${TIME})?(?: \\d{4})?\\b|\\b${TIME}`,
      'g',
    ),
    put: '<time>',
  },
  {
    name: 'source line',
    needs: /:\d|line \d/,
    pattern: new RegExp(
      `(?<![\\w./+-])(?:[\\w./+~-]*\\.${SOURCE}|[\\w./+-]*(?:Makefile|Dockerfile)):\\d+(?::\\d+)?(?:-\\d+)?|\\bFile ['"][^'"]+['"], line \\d+`,
      'g',
    ),
    put: '<source>',
  },
  {
    name: 'image',
    needs: /[/:]/,
    pattern: new RegExp(
      `(^(?=[^\\s:]+:v?\\d[\\w.-]*: )|\\b${BEFORE_IMAGE}(?: from| of| to)? ['"]?)(?:${REFERENCE}|${PART}:${TAG}(?:@<digest>)?)|(?<![\\w/.:<-])(?:${REFERENCE}|${PART}:${TAG}(?:@<digest>)?)(?![\\w/-]|[.:]\\w)`,
      'g',
    ),
    put: (found, before) =>
      before !== undefined ? `${before}<image>` : isImage(found) ? '<image>' : found,
  },
  {
    name: 'address',
    needs: /\d\.\d|:\d/,
    pattern:
      /\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b|\[[0-9a-f]*:[0-9a-f:]+\](?::\d+)?|:(?<=\b(?:localhost|[\w-]{1,63}\.[a-z]{2,24}):)\d{2,5}\b/gi,
    put: (found) => (found.startsWith(':') ? ':<port>' : '<address>'),
  },
  {
    name: 'project',
    needs: /on project /,
    pattern: /(?<=\bon project )[\w.-]+/g,
    put: '<project>',
  },
  {
    name: 'path',
    needs: /[/\\]/,
    pattern: /(?<![\w<>/\\.~-])[\w.@+~-]*\/[\w.@%+=~,/-]*[\w@%+=~-]|\b[A-Za-z]:\\[\w.\\ -]*\w/g,
    put: maskPath,
  },
];

const LATE_MASKS: readonly Mask[] = [
  {
    name: 'hex',
    needs: /\d/,
    pattern: /\b(?:0x[0-9a-f]+|[0-9a-f]{7,})\b/gi,
    put: (found) => (/\d/.test(found) && /[a-z]/i.test(found) ? '<hex>' : found),
  },
  { name: 'cuid', needs: /\bc[a-z0-9]{24}/, pattern: /\bc[a-z0-9]{24}\b/g, put: '<id>' },
  {
    name: 'duration',
    needs: /\d/,
    pattern:
      /(?<![\w.-])\d+(?:\.\d+)? ?(?:ns|[uµμ]s|ms|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?)(?:\d+(?:\.\d+)?(?:ms|s|m|h))*\b(?!\/)/g,
    put: '<duration>',
  },
  {
    name: 'size',
    needs: /\d/,
    pattern: /(?<![\w.-])\d+(?:[.,]\d+)*\s?(?:[kKMGTP]i?[Bb]|[bB]ytes?|B)\b/g,
    put: '<size>',
  },
  {
    name: 'version',
    needs: /\d\.\d/,
    pattern:
      /(?<![\w.])v?\d+(?:\.\d+)+(?:[-+._]?(?:rc|alpha|beta|dev|post|a|b|r|deb|ubuntu|el|fc)[\w.+~-]*|[+~-][\w.+~-]*\d)?(?![\w])/gi,
    put: '<version>',
  },
  {
    name: 'number',
    needs: /\d/,
    pattern:
      /(\b(?:[Ee]xit(?:ed with)?(?: code| status)?|returned|[Cc]ode|[Ss]tatus|[Ss]ignal|[Ee]rrno|[Ee]rror|HTTP(?:\/\S+)?)[:=]? ?[[(]?-?\d+\b|(?<![\w.])[1-5]\d\d (?=[A-Z][a-z]+))|(?<![\w.#-])\d+(?:[.,]\d+)*%?(?!\w|[-.]\w)/g,
    put: (found, kept) => kept ?? (found.endsWith('%') ? '<number>%' : '<number>'),
  },
];

/** What a builder or a client puts before every failure. */
const PREAMBLE =
  /^(?:\[(?:error|fatal)\] |(?:error|fatal error|err): |failed to solve(?: with frontend [\w.]+)?: |failed to build: |rpc error: code = \w+ desc = |error response from daemon: |#\d+ )+/i;
const COMMAND =
  /(process |command |running |Command )(?:"(.*)"|'(.*)'|\[(.*)\])(?= did not| returned|: exit|: runc| died| exited| failed)/;
const REPEATED = /(<[\w-]+>)(?:,? ?\1)+/g;

/**
 * A cleaned line with its differing parts masked, in the order of the rules, and commands shrunk.
 * `maskName` takes the image's own name out, after all that may hold it whole (a URL, a path)
 * and before what would break it (a version, a number).
 */
export function maskLine(cleaned: string, maskName: (line: string) => string): MaskedLine {
  const masks: string[] = [];
  let line = cleaned
    .replace(PREAMBLE, '')
    .replace(/[‘’`´]/g, "'")
    .replace(/[“”]/g, '"');
  const shrunk = line.replace(COMMAND, (_, before: string, ...groups: string[]) => {
    const command = groups.slice(0, 3).find((one) => one !== undefined) ?? '';
    return `${before}"${shrinkCommand(command)}"`;
  });
  if (shrunk !== line) masks.push('command');
  line = applyMasks(shrunk, MASKS, masks);
  const named = maskName(line);
  if (named !== line) masks.push("the image's own name");
  line = applyMasks(named, LATE_MASKS, masks);
  if (masks.length > 0) line = line.replace(REPEATED, '$1');
  return { line: line.replace(/\s+/g, ' ').replace(/[\s.:;,]+$/, ''), masks };
}

function applyMasks(start: string, list: readonly Mask[], masks: string[]): string {
  let line = start;
  for (const { name, pattern, put, needs } of list) {
    if (!needs.test(line)) continue;
    const next = typeof put === 'string' ? line.replace(pattern, put) : line.replace(pattern, put);
    if (next !== line) masks.push(name);
    line = next;
  }
  return line;
}

/** A tag that cannot be anything else, behind a bare name: `code:137` is no image. */
const CLEAR_TAG =
  /:(?:latest|stable|main|v?\d+(?:\.\d+)+[\w.-]*|v?\d+(?:\.\d+)*-[a-z][\w.-]*)(?:@|$)/;
const AT_REGISTRY = new RegExp(`^${REGISTRY}/`);

function isImage(found: string): boolean {
  if (!found.includes('/')) return CLEAR_TAG.test(found);
  return /:[^/]*$|@<digest>$/.test(found) || AT_REGISTRY.test(found);
}

/** Relative ones need two slashes or a file's ending: `i/o` and `10/10` are no paths. */
const RELATIVE_PATH = /\/.*\/|^\.{1,2}\/|\/.*\.[a-z]\w{0,6}$/i;

function maskPath(path: string): string {
  if (!/[a-z]/i.test(path)) return path;
  if (!/^[/~]|^[A-Za-z]:/.test(path) && !RELATIVE_PATH.test(path)) return path;
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return KNOWN_FILES.test(name) ? name : '<path>';
}

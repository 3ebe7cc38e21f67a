/** What a failure is roughly about: a guess from its words, shown as one. */
export type Family =
  | 'disk'
  | 'memory'
  | 'rate'
  | 'auth'
  | 'network'
  | 'time'
  | 'compile'
  | 'dependency'
  | 'other';

/** The first that fits: what names its reason stands before what only names a place. */
const WORDS: readonly (readonly [Family, RegExp])[] = [
  [
    'disk',
    /no space left|disk (?:is )?(?:full|quota)|quota exceeded.*disk|enospc|read-only file system/i,
  ],
  [
    'memory',
    /out of memory|oom|cannot allocate memory|memoryerror|exit code:? ?137|signal:? ?(?:9|killed)|\bkilled\b|heap/i,
  ],
  ['rate', /too ?many ?requests|rate ?limit|\b429\b|limit exceeded|quota|throttl/i],
  [
    'auth',
    /denied|unauthori[sz]ed|forbidden|\b40[13]\b|authentication|credential|could not read username|permission|certificate|x509/i,
  ],
  ['time', /time(?:d ?|-)?out waiting|no terminal status|deadline exceeded|time limit/i],
  [
    'network',
    /connection|network|no such host|resolve|i\/o timeout|tls|eof|\b50[0234]\b|unreachable|hung up|timed? ?out|dial tcp|broken pipe|proxy/i,
  ],
  [
    'compile',
    /: error:|undefined reference|undefined:|syntax ?error|error\[e\d+\]|cannot find -l|does not name a type|compil|linker|\bmake\b|cmake|\bgcc\b|\bg\+\+|\bcargo build/i,
  ],
  [
    'dependency',
    /not found|no (?:matching|module|such)|unable to locate|no installation candidate|unsatisfiable|conflict|depend|requirement|version|package|nothing provides|wheel/i,
  ],
];

/** What the words of a line suggest; `other` when nothing does. */
export function guessFamily(line: string): Family {
  return WORDS.find(([, words]) => words.test(line))?.[0] ?? 'other';
}

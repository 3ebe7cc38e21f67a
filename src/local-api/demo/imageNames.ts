import type { Random } from './random.ts';

export interface Image {
  readonly name: string;
  readonly tag: string;
}

const REPOSITORIES = [
  'django',
  'sympy',
  'scikit-learn',
  'matplotlib',
  'sphinx-doc',
  'pytest-dev',
  'astropy',
  'xarray',
  'pylint',
  'requests',
  'seaborn',
  'flask',
] as const;
const TASKS = [
  'fix-git',
  'build-linux-kernel',
  'crack-7z-hash',
  'chess-best-move',
  'sqlite-with-gcov',
  'hello-world',
  'play-zork',
  'train-fasttext',
  'cobol-modernization',
  'raman-fitting',
] as const;
const LANGUAGES = ['python', 'rust', 'go', 'java', 'cpp', 'js'] as const;
type Base = readonly [name: string, tags: readonly [string, ...string[]]];
const BASES: readonly [Base, ...Base[]] = [
  ['ubuntu', ['22.04', '24.04', 'latest']],
  ['python', ['3.11-slim', '3.12-slim', '3.13-bookworm']],
  ['pytorch-cuda', ['2.4-cuda12.4', '2.6-cuda12.6', '2.9-cuda13.0-cudnn9-devel']],
  ['vllm-openai', ['v0.10.2', 'v0.11.0', 'nightly']],
  ['sandbox/jupyter', ['latest', '2026-09']],
  ['rust', ['1.91', '1.91-alpine3.22']],
  ['node', ['20', '22-alpine']],
  ['verifiers-env', ['main', 'dev']],
  ['math-verify', ['latest']],
  ['browser-use', ['v0.9', 'v0.9-chromium']],
];
const SERVICES = ['reward-server', 'code-judge', 'rollout-worker', 'eval-harness'] as const;

/** The images of one push: one alone, or a set of one family as a dataset or manifest has them. */
export function imagesOfPush(random: Random, size: number): Image[] {
  if (size === 1) return [single(random)];
  const member = random.pick([sweBench, sweGym, terminalBench, contests, r2e, humanEval]);
  const tag = random.pick(['latest', 'latest', 'v1', `v${random.int(2, 14)}`, day(random)]);
  const family = member(random);
  const taken = new Set<string>();
  return Array.from({ length: size }, () => {
    let image = family(tag);
    while (taken.has(`${image.name}:${image.tag}`)) image = family(tag);
    taken.add(`${image.name}:${image.tag}`);
    return image;
  });
}

function single(random: Random): Image {
  if (random.chance(0.4)) {
    const tag = random.chance(0.6) ? `sha-${random.letters(7, 16)}` : `main-${random.int(1, 900)}`;
    return { name: random.pick(SERVICES), tag };
  }
  const [name, tags] = random.pick(BASES);
  return { name, tag: random.pick(tags) };
}

type Member = (random: Random) => (tag: string) => Image;

const sweBench: Member = (random) => (tag) => ({
  name: `swe-bench.eval.${random.pick(REPOSITORIES)}-${random.int(100, 34_999)}`,
  tag,
});
const sweGym: Member = (random) => {
  const repository = random.pick(REPOSITORIES);
  return (tag) => ({ name: `swe-gym.${repository}-${random.int(1, 19_999)}`, tag });
};
const terminalBench: Member = (random) => (tag) => ({
  name: `terminal-bench.${random.pick(TASKS)}.${random.int(1, 999)}`,
  tag,
});
const contests: Member = (random) => (tag) => ({
  name: `codecontests-${String(random.int(0, 13_999)).padStart(5, '0')}`,
  tag,
});
const r2e: Member = (random) => {
  const repository = random.pick(REPOSITORIES);
  return () => ({ name: `r2e-gym/${repository}`, tag: random.letters(40, 16) });
};
const humanEval: Member = (random) => (tag) => ({
  name: `humaneval-x-${random.pick(LANGUAGES)}-${random.int(0, 16_300)}`,
  tag,
});

function day(random: Random): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `2026-${two(random.int(1, 12))}-${two(random.int(1, 28))}`;
}

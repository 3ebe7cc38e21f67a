import type { Image } from './imageNames.ts';
import type { Random } from './random.ts';

const RED = '\u001b[31m';
const BOLD = '\u001b[1m';
const PLAIN = '\u001b[0m';

interface Step {
  readonly run: string;
  readonly says: readonly string[];
  readonly code: number;
}

/** A Docker build that stopped in a RUN step, as BuildKit prints it: 20 to 60 lines, some colour. */
export function dockerBuildError(random: Random, image: Image): string {
  const steps = random.int(6, 14);
  const failing = random.int(3, steps);
  const step = random.pick(STEPS)(random, image);
  let clock = random.next() * 3;
  const seconds = () => {
    clock += random.next() * 4;
    return clock.toFixed(1);
  };
  const paint = random.chance(0.5)
    ? (code: string, text: string) => `${code}${text}${PLAIN}`
    : (_code: string, text: string) => text;
  const noise = Array.from(
    { length: random.int(2, 33) },
    () => `#${failing + 4} ${seconds()} ${random.pick(NOISE)}`,
  );
  const line = random.int(9, 40);
  return [
    '#0 building with "default" instance using docker-container driver',
    '#1 [internal] load build definition from Dockerfile',
    `#1 transferring dockerfile: ${(random.next() * 3 + 0.6).toFixed(2)}kB done`,
    '#1 DONE 0.0s',
    `#2 [internal] load metadata for ${random.pick(FROM)}`,
    `#2 DONE ${(random.next() * 2).toFixed(1)}s`,
    `#${failing + 3} [${failing - 1}/${steps}] COPY . /testbed`,
    `#${failing + 3} DONE 0.${random.int(1, 9)}s`,
    `#${failing + 4} [${failing}/${steps}] RUN ${step.run}`,
    ...noise,
    ...step.says.map((text) => `#${failing + 4} ${seconds()} ${paint(RED, text)}`),
    `#${failing + 4} ${paint(BOLD, 'ERROR:')} process "/bin/sh -c ${step.run}" did not complete successfully: exit code: ${step.code}`,
    '------',
    ` > [${failing}/${steps}] RUN ${step.run}:`,
    ...step.says,
    '------',
    `Dockerfile:${line}`,
    '--------------------',
    `  ${line - 1} |     COPY . /testbed`,
    `  ${line} | >>> RUN ${step.run}`,
    `  ${line + 1} |     WORKDIR /testbed`,
    '--------------------',
    `ERROR: failed to solve: process "/bin/sh -c ${step.run}" did not complete successfully: exit code: ${step.code}`,
  ].join('\n');
}

type StepMaker = (random: Random, image: Image) => Step;

const pip: StepMaker = (random) => {
  const wanted = random.pick(['torch==2.9.9', 'numpy==1.9.3', 'flash-attn==2.8.9', 'tomli>=9']);
  const name = wanted.replace(/[=>].*/, '');
  return {
    run: 'pip install --no-cache-dir -r requirements.txt',
    says: [
      `ERROR: Could not find a version that satisfies the requirement ${wanted} (from versions: none)`,
      `ERROR: No matching distribution found for ${name}`,
    ],
    code: 1,
  };
};
const apt: StepMaker = (random) => {
  const wanted = random.pick(['libssl1.1', 'python3.7-dev', 'libgl1-mesa-glx', 'nodejs-legacy']);
  return {
    run: `apt-get update && apt-get install -y --no-install-recommends ${wanted}`,
    says: [`E: Package '${wanted}' has no installation candidate`, `E: Unable to locate package`],
    code: 100,
  };
};
const make: StepMaker = (random) => ({
  run: 'make -j8 all',
  says: [
    `src/core/vector.cc:${random.int(20, 900)}:17: error: 'uint32_t' does not name a type`,
    'make[1]: *** [Makefile:88: build/core/vector.o] Error 1',
    'make: *** [Makefile:12: all] Error 2',
  ],
  code: 2,
});
const clone: StepMaker = (random, image) => ({
  run: `git clone https://github.com/${random.pick(['swe', 'acme', 'labs'])}/${image.name.replace(/.*[./]/, '')} /testbed`,
  says: [
    "fatal: could not read Username for 'https://github.com': terminal prompts disabled",
    'fatal: the remote end hung up unexpectedly',
  ],
  code: 128,
});
const conda: StepMaker = () => ({
  run: 'conda env create -f environment.yml',
  says: [
    'Collecting package metadata (repodata.json): ...working... done',
    'Solving environment: ...working... failed',
    'LibMambaUnsatisfiableError: Encountered problems while solving:',
    '  - nothing provides requested blas 1.1 openblas',
  ],
  code: 1,
});
const STEPS: readonly [StepMaker, ...StepMaker[]] = [pip, pip, apt, apt, make, clone, conda];

const FROM = [
  'docker.io/library/python:3.9-slim',
  'docker.io/library/ubuntu:22.04',
  'docker.io/nvidia/cuda:12.4.1-devel-ubuntu22.04',
] as const;
const NOISE = [
  'Get:1 http://archive.ubuntu.com/ubuntu jammy InRelease [270 kB]',
  'Reading package lists...',
  'Building dependency tree...',
  'Collecting wheel>=0.38',
  'Downloading numpy-1.26.4-cp39-cp39-manylinux_2_17_x86_64.whl (18.2 MB)',
  '     ---------------------------------------- 18.2/18.2 MB 96.1 MB/s eta 0:00:00',
  'Requirement already satisfied: setuptools in /usr/local/lib/python3.9/site-packages (58.1.0)',
  'Preparing metadata (setup.py): started',
  "Preparing metadata (setup.py): finished with status 'done'",
  'gcc -O2 -Wall -fPIC -c src/core/alloc.c -o build/core/alloc.o',
  'Setting up ca-certificates (20240203~22.04.1) ...',
] as const;

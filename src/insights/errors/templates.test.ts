import { expect, it } from 'vitest';
import { failure } from '../../local-api/demo/failureMessage.ts';
import { imagesOfPush } from '../../local-api/demo/imageNames.ts';
import { randomFrom } from '../../local-api/demo/random.ts';
import { readError } from './text/readError.ts';

/** Each message template of the local API, by what only its texts hold. */
const TEMPLATES: Readonly<Record<string, RegExp>> = {
  base: /^failed to pull base image/,
  source: /^source image not found$/,
  limit: /^Image limit exceeded/,
  rate: /^Image transfer rate limit/,
  terminal: /^no terminal status/,
  space: /^write .*no space left/,
  push: /^failed to push/,
  memory: /^process killed: out of memory/,
  pip: /did not complete[\s\S]* RUN pip install/,
  apt: /did not complete[\s\S]* RUN apt-get/,
  make: /did not complete[\s\S]* RUN make/,
  clone: /did not complete[\s\S]* RUN git clone/,
  conda: /did not complete[\s\S]* RUN conda/,
  vm: /^vm image conversion failed/,
};

it('give each message template of the local API a group of its own', () => {
  const random = randomFrom(11, 'templates');
  const templates = new Map<string, Set<string>>();
  const kinds = new Map<string, Set<string>>();
  for (let made = 0; made < 3000; made += 1) {
    const image = imagesOfPush(random, random.int(1, 3))[0] ?? { name: 'app', tag: 'v1' };
    const text = random.chance(0.1)
      ? `vm image conversion failed: mkfs.ext4: No space left on device while writing rootfs (${random.int(4, 40)} GiB)`
      : failure(random).message(image);
    const found = Object.keys(TEMPLATES).filter((name) => TEMPLATES[name]?.test(text));
    if (found.length !== 1) expect.fail(`${found.length} templates hold ${text}`);
    const [template = ''] = found;
    const { kind } = readError(text, image.name);
    templates.set(kind, (templates.get(kind) ?? new Set()).add(template));
    kinds.set(template, (kinds.get(template) ?? new Set()).add(kind));
  }
  expect(kinds.size).toBe(Object.keys(TEMPLATES).length);
  const several = (sets: Map<string, Set<string>>) => [...sets].filter(([, set]) => set.size > 1);
  expect(several(templates)).toEqual([]);
  expect(several(kinds)).toEqual([]);
});

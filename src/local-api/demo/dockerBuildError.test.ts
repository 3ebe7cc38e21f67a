import { expect, it } from 'vitest';
import { dockerBuildError } from './dockerBuildError.ts';
import { randomFrom } from './random.ts';

it('prints 20 to 60 lines that end in the reason, some in colour', () => {
  const errors = Array.from({ length: 200 }, (_, at) =>
    dockerBuildError(randomFrom(at), { name: 'swe-gym.django-1', tag: 'latest' }),
  );
  for (const error of errors) {
    const lines = error.split('\n');
    expect(lines.length).toBeGreaterThanOrEqual(20);
    expect(lines.length).toBeLessThanOrEqual(60);
    expect(lines.at(-1)).toMatch(/^ERROR: failed to solve: .* exit code: \d+$/);
  }
  expect(errors.some((error) => error.includes('\u001b[31m'))).toBe(true);
  expect(errors.some((error) => !error.includes('\u001b'))).toBe(true);
});

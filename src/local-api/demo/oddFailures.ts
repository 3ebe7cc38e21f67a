import type { ArtifactPlan, Plan } from './Plan.ts';

/** What a failure of a push becomes, and which ones it can be made of. */
interface OddFailure {
  readonly fits: (plan: Plan) => boolean;
  readonly artifacts: (plan: Plan) => readonly ArtifactPlan[];
}

/**
 * Failures that every list has some day and that counts of causes must get right: a build that
 * FAILED though its artifact completed, one that says nothing, and one whose artifacts failed by
 * different causes.
 */
const ODD: readonly OddFailure[] = [
  {
    fits: ({ building, artifacts }) => building !== null && artifacts.length === 1,
    artifacts: ({ artifacts }) =>
      artifacts.map((one) => ({ ...one, outcome: 'COMPLETED', error: null })),
  },
  {
    fits: ({ artifacts }) => artifacts.length === 1,
    artifacts: ({ artifacts }) => artifacts.map((one) => ({ ...one, error: null })),
  },
  {
    fits: ({ artifacts }) => artifacts.length === 2,
    artifacts: ({ artifacts }) =>
      artifacts.map((one, at) => ({ ...one, outcome: 'FAILED', error: TWO_CAUSES[at] ?? null })),
  },
];

const TWO_CAUSES = [
  'process killed: out of memory (exit code: 137)',
  'vm image conversion failed: mkfs.ext4: No space left on device while writing rootfs (16 GiB)',
] as const;

/** The plans with one odd failure of each sort among them, where there is one to make it of. */
export function withOddFailures(plans: readonly Plan[]): Plan[] {
  const made = [...plans];
  const taken = new Set<number>();
  for (const odd of ODD) {
    const at = made.findIndex(
      (plan, place) => plan.outcome === 'FAILED' && !taken.has(place) && odd.fits(plan),
    );
    const plan = made[at];
    if (plan === undefined) continue;
    taken.add(at);
    made[at] = { ...plan, artifacts: odd.artifacts(plan) };
  }
  return made;
}

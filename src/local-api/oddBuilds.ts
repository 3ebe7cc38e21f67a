import type { WireBuild } from './storedBuild.ts';
import { wireTime } from './wireTime.ts';

/** Builds that break what a client may assume: words, shapes, text, times and sizes. */
export function oddBuilds(now: number): WireBuild[] {
  let minutes = 0;
  const odd = (imageName: string, more: WireBuild = {}): WireBuild => {
    minutes += 7;
    const createdAt = wireTime(now - minutes * 60_000);
    return {
      id: `cmodd0000000000000000${String(minutes).padStart(4, '0')}`,
      imageName,
      imageTag: 'latest',
      status: 'COMPLETED',
      createdAt,
      startedAt: null,
      completedAt: null,
      artifacts: [],
      ...more,
    };
  };
  return [odd('plain')];
}

import { beforeEach, describe, expect, it } from 'vitest';
import { type Job, Jobs } from './Jobs.ts';

let jobs: Jobs;
beforeEach(() => {
  jobs = new Jobs();
});

const jobOf = (offset: number): Job => ({
  ask: { offset, limit: 100 },
  kind: 'walk',
  walkNo: 2,
  round: 'walk',
  beat: null,
});
const addAll = (count: number) =>
  Array.from({ length: count }, (_, at) => {
    const job = jobOf(at * 100);
    jobs.add(job);
    return job;
  });

describe('jobs under way', () => {
  it('are four at most in flight', () => {
    addAll(3);
    expect(jobs.mayCall).toBe(true);
    addAll(1);
    expect(jobs.mayCall).toBe(false);
  });

  it('are eight at most with those whose answers wait to be read', () => {
    for (const job of addAll(7)) expect(jobs.arrived(job)).toBe(true);
    expect(jobs.mayCall).toBe(true);
    jobs.add(jobOf(9000));
    expect(jobs.mayCall).toBe(false);
    expect(jobs.size).toBe(8);
  });

  it('cover the very page that they ask for', () => {
    addAll(2);
    expect(jobs.covers({ offset: 100, limit: 100 })).toBe(true);
    expect(jobs.covers({ offset: 100, limit: 1000 })).toBe(false);
    expect(jobs.covers({ offset: 101, limit: 100 })).toBe(false);
  });

  it('end once', () => {
    const [job = jobOf(0)] = addAll(1);
    expect(jobs.end(job)).toBe(true);
    expect(jobs.end(job)).toBe(false);
    expect(jobs.arrived(job)).toBe(false);
    expect(jobs.size).toBe(0);
  });

  it('that are dropped are handed out, and their end is nobody’s business', () => {
    const all = addAll(2);
    expect(jobs.drop()).toEqual(all);
    expect(jobs.size).toBe(0);
    for (const job of all) expect(jobs.end(job)).toBe(false);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { type Job, Jobs } from './call/Jobs.ts';
import { Rounds, type Surroundings } from './Rounds.ts';
import { fakeBuilds, fakeError } from './testing/fakeApi.ts';

const NOW = 1_000_000;
const around: Surroundings = {
  now: NOW,
  visible: true,
  watching: false,
  halted: false,
  waitUntil: 0,
  opensAt: NOW,
};

let rounds: Rounds;
let jobs: Jobs;
let stamp: number;

beforeEach(() => {
  rounds = new Rounds(() => 0.5);
  jobs = new Jobs();
  stamp = 0;
});

/** Begins what is due, and sends the next job. */
function send(): Job | null {
  rounds.begin(around);
  const job = rounds.nextJob(jobs, NOW, stamp);
  if (!job) return null;
  stamp += 1;
  rounds.sent(job);
  jobs.add(job);
  return job;
}

function answer(job: Job | null, builds = fakeBuilds(3), total = builds.length) {
  if (!job) throw new Error('nothing was sent');
  jobs.end(job);
  const { limit } = job.ask;
  const received = builds.length;
  const page = { total, offset: 0, limit, status: null, builds, received, unreadable: [] };
  return rounds.answered(job, { page, stamp, sentAt: NOW }, NOW);
}

const print = (job: Job | null) => job && `${job.kind} ${job.ask.offset}+${job.ask.limit}`;

/** A list of three builds, proven. */
function proven(): void {
  answer(send());
  send();
  expect(rounds.rows.sweep.verdict).toBe('proven');
}

describe('the rounds over a list', () => {
  it('begin with a walk, whose first answer brings the first rows', () => {
    const job = send();
    expect(print(job)).toBe('walk 0+100');
    expect(answer(job).first).toBe(true);
    expect(send()).toBeNull();
    expect(rounds.wishes.walkEndedAt).toBe(NOW);
  });

  it('poll when that is wanted, the same page never twice at once', () => {
    proven();
    rounds.wishes.poll = true;
    expect([print(send()), print(send())]).toEqual(['poll 0+100', null]);
  });

  it('let walks and polls take turns', () => {
    answer(send(), fakeBuilds(100, 4900), 5000);
    rounds.wishes.poll = true;
    const sent = [send(), send(), send()].map((job) => job?.kind);
    expect(sent).toEqual(['poll', 'walk', 'walk']);
  });

  it('walk again after a poll that does not add up', () => {
    proven();
    rounds.wishes.poll = true;
    answer(send(), fakeBuilds(3), 4);
    expect(rounds.rows.sweep.verdict).toBe('sought');
  });

  it('walk on a refresh where that is cheap, poll where it is not or is stopped', () => {
    proven();
    rounds.wishes.refresh(rounds.rows.sweep);
    expect(print(send())).toBe('walk 0+1000');
    rounds.wishes.refresh(rounds.rows.sweep);
    expect(print(send())).toBe('poll 0+100');
  });

  it('go on in smaller pages after a large one failed, and wait after a small one', () => {
    answer(send(), fakeBuilds(100, 4900), 5000);
    const large = send();
    if (!large) throw new Error('nothing was sent');
    expect(print(large)).toBe('walk 95+1000');
    expect(rounds.failed(large, fakeError('invalid'))).toBe(true);
    const smaller = send();
    expect(print(smaller)).toBe('walk 95+250');
    if (smaller) expect(rounds.failed(smaller, fakeError('server'))).toBe(false);
  });
});

describe('another token', () => {
  beforeEach(() => {
    proven();
    rounds.verify();
  });

  it('is tried by one poll, and again after it failed', () => {
    const job = send();
    expect(print(job)).toBe('poll 0+100');
    expect(send()).toBeNull();
    if (job) rounds.failed(job, fakeError('server'));
    jobs.drop();
    expect(print(send())).toBe('poll 0+100');
  });

  it('of the same account leaves the rows', () => {
    answer(send(), fakeBuilds(2, 2));
    expect(rounds.verifying).toBe(false);
    expect(rounds.rows.store.size).toBe(4);
  });

  it('of another account brings its rows alone, as the first', () => {
    rounds.restoredFrom = NOW;
    rounds.wishes.stopped = true;
    rounds.flash.add([2], NOW);
    expect(answer(send(), fakeBuilds(2, 50)).first).toBe(true);
    expect(rounds.rows.store.size).toBe(2);
    expect(rounds.wishes.walkEndedAt).toBeNull();
    expect(rounds.restoredFrom).toBeNull();
    expect(rounds.wishes.stopped).toBe(false);
    expect([...rounds.flash.rows(NOW)]).toEqual([]);
  });
});

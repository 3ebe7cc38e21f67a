import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Publisher } from './Publisher.ts';

let now: number;
let frames: (() => void)[];
let timers: { at: number; then: () => void }[];
let made: number;
let publisher: Publisher<number>;
const heard = vi.fn();

function calledOff<T>(list: T[], one: T): () => void {
  list.push(one);
  return () => {
    list.splice(0, list.length, ...list.filter((each) => each !== one));
  };
}

beforeEach(() => {
  now = 10_000;
  frames = [];
  timers = [];
  made = 0;
  heard.mockClear();
  publisher = new Publisher({
    clock: { now: () => now, after: (ms, then) => calledOff(timers, { at: now + ms, then }) },
    frames: {
      frame: (then) => calledOff(frames, then),
      painted: (then) => calledOff(frames, then),
    },
    read: () => {
      made += 1;
      return made;
    },
  });
  publisher.subscribe(heard);
});

function draw(): void {
  for (const frame of frames.splice(0)) frame();
}

function pass(ms: number): void {
  now += ms;
  for (const timer of [...timers]) {
    if (timer.at > now) continue;
    timers.splice(timers.indexOf(timer), 1);
    timer.then();
  }
}

describe('Publisher', () => {
  it('has a state before anything happened, and makes none that nobody is told', () => {
    expect(publisher.state).toBe(1);
    publisher.touch(false);
    expect(publisher.state).toBe(1);
    expect(heard).not.toHaveBeenCalled();
  });

  it('hands out one state a frame, however much changed', () => {
    publisher.touch(false);
    publisher.touch(false);
    publisher.touch(true);
    expect(frames).toHaveLength(1);
    draw();
    expect(publisher.state).toBe(2);
    expect(heard).toHaveBeenCalledTimes(1);
    publisher.touch(false);
    draw();
    expect(heard).toHaveBeenCalledTimes(2);
  });

  it('waits for half a second between states while rows pour in', () => {
    publisher.touch(true);
    draw();
    expect(heard).toHaveBeenCalledTimes(1);
    now += 100;
    publisher.touch(true);
    expect(frames).toHaveLength(0);
    pass(399);
    expect(frames).toHaveLength(0);
    pass(1);
    expect(frames).toHaveLength(1);
    draw();
    expect(heard).toHaveBeenCalledTimes(2);
  });

  it('waits no longer than for the next frame once half a second has gone by', () => {
    publisher.flush();
    now += 500;
    publisher.touch(true);
    expect(timers).toHaveLength(0);
    expect(frames).toHaveLength(1);
  });

  it('does not wait for a clock that was set back', () => {
    publisher.flush();
    now -= 3_600_000;
    publisher.touch(true);
    expect(timers).toHaveLength(0);
    expect(frames).toHaveLength(1);
  });

  it('hands out at once what cannot wait, and not again what waited', () => {
    publisher.touch(false);
    publisher.flush();
    expect(heard).toHaveBeenCalledTimes(1);
    expect(frames).toHaveLength(0);
    now += 100;
    publisher.touch(true);
    publisher.flush();
    expect(timers).toHaveLength(0);
    expect(heard).toHaveBeenCalledTimes(2);
  });

  it('tells nobody who left, also while telling', () => {
    const late = vi.fn();
    const leave = publisher.subscribe(() => leave());
    publisher.subscribe(late);
    publisher.flush();
    publisher.flush();
    expect(late).toHaveBeenCalledTimes(2);
    expect(heard).toHaveBeenCalledTimes(2);
  });

  it('tells nobody after its end', () => {
    publisher.touch(false);
    publisher.dispose();
    expect(frames).toHaveLength(0);
    publisher.flush();
    expect(heard).not.toHaveBeenCalled();
  });

  it('leaves no timer at its end', () => {
    publisher.flush();
    publisher.touch(true);
    expect(timers).toHaveLength(1);
    publisher.dispose();
    expect(timers).toHaveLength(0);
  });
});

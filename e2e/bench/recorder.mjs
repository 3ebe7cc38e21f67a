/**
 * Runs in every measured page before its own scripts, and measures all of them alike. Sent to the
 * browser as text, so it uses nothing from outside.
 *
 * A frame is looked at where it is final: inside a resize observer, which the browser calls after
 * layout and before paint. Its paint has happened when a message posted there arrives.
 *
 * @param {{ row: string, index: string, size: number }} page how rows are found and numbered,
 *   and how many builds there are
 */
export function recorder(page) {
  // A tab that waits for its turn must not draw: it would take part in the measurement.
  if (location.protocol === 'about:') return;
  const SETTLED_MS = 300;
  const UNCHANGED_MS = 1500;
  const UNREACHED_MS = 10_000;
  const TOP_ROWS = 4;
  const all = `${page.size.toLocaleString('en')} of ${page.size.toLocaleString('en')} builds`;

  const longTasks = [];
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) longTasks.push([task.startTime, task.duration]);
  }).observe({ type: 'longtask', buffered: true });

  const painted = new MessageChannel();
  const afterPaint = [];
  painted.port1.onmessage = () => {
    const now = performance.now();
    for (const call of afterPaint.splice(0)) call(now);
  };
  const onPainted = (call) => {
    afterPaint.push(call);
    if (afterPaint.length === 1) painted.port2.postMessage(null);
  };

  const watchers = new Set();
  let frameAt = 0;
  let wide = false;
  let probe = null;
  const observer = new ResizeObserver(() => {
    const now = performance.now();
    for (const watch of [...watchers]) watch(now);
  });
  function nextFrame(time) {
    frameAt = time;
    if (watchers.size > 0 && document.body) {
      if (!probe?.isConnected) {
        probe = document.createElement('div');
        probe.style.cssText = 'position:fixed;left:0;top:0;height:0;contain:strict';
        document.body.append(probe);
        observer.observe(probe);
      }
      wide = !wide;
      probe.style.width = wide ? '1px' : '2px';
    }
    requestAnimationFrame(nextFrame);
  }
  requestAnimationFrame(nextFrame);

  const said = () =>
    [...document.querySelectorAll('[role=status]')]
      .map((one) => one.textContent)
      .filter((text) => / of .+ builds/.test(text));
  const rows = () => [...document.querySelectorAll(page.row)];
  const indexOf = (row) => Number(row.getAttribute(page.index));

  function topRows() {
    const shown = rows().filter((row) => !row.hidden);
    shown.sort((a, b) => indexOf(a) - indexOf(b));
    return shown.slice(0, TOP_ROWS);
  }
  const nameOf = (row) => row.querySelector('[aria-expanded]')?.getAttribute('aria-label');
  const signature = () =>
    `${said().join()}|${topRows()
      .map((row) => nameOf(row) ?? row.textContent)
      .join('|')}`;

  const load = { firstRows: null, loaded: null };
  function watchLoad() {
    if (load.firstRows === null && topRows().some((row) => row.textContent.trim() !== '')) {
      load.firstRows = Number.NaN;
      onPainted((now) => {
        load.firstRows = now;
      });
    }
    if (said().some((text) => text.includes(all))) {
      watchers.delete(watchLoad);
      onPainted((now) => {
        load.loaded = now;
      });
    }
  }
  watchers.add(watchLoad);

  function scrollerOf(element) {
    for (let one = element.parentElement; one; one = one.parentElement) {
      const { overflowY } = getComputedStyle(one);
      if (/auto|scroll/.test(overflowY) && one.scrollHeight > one.clientHeight + 100) return one;
    }
    return document.scrollingElement;
  }

  const frames = (count) =>
    new Promise((resolve) => {
      let left = count;
      const watch = () => {
        left -= 1;
        if (left > 0) return;
        watchers.delete(watch);
        resolve();
      };
      watchers.add(watch);
    });

  let armed = null;
  window.bench = {
    load,

    /** What the load cost: times from the start of the navigation, milliseconds. */
    loadFigures() {
      const until = load.loaded + 500;
      const tasks = longTasks.filter(([start]) => start < until).map(([, duration]) => duration);
      const entries = performance.getEntriesByType('resource');
      const calls = entries.filter((entry) => entry.name.includes('/api/'));
      const scripts = entries.filter((entry) => /\.m?js$/.test(new URL(entry.name).pathname));
      return {
        firstRows: load.firstRows,
        loaded: load.loaded,
        loadedFromFirstRequest: load.loaded - Math.min(...calls.map((entry) => entry.startTime)),
        blocked: tasks.reduce((sum, duration) => sum + Math.max(0, duration - 50), 0),
        longestTask: Math.max(0, ...tasks),
        scripts: scripts
          .filter((entry) => entry.startTime < load.firstRows)
          .map((entry) => entry.name),
      };
    },

    /** Starts to wait for an event; `settled` then tells how long the page took to answer it. */
    arm(type) {
      const before = signature();
      const armedAt = performance.now();
      armed = new Promise((resolve, reject) => {
        let start = null;
        let last = before;
        let paintedAt = null;
        let seenAt = null;
        addEventListener(
          type,
          (event) => {
            start = event.timeStamp;
          },
          { capture: true, once: true },
        );
        const watch = (now) => {
          if (start === null) {
            if (now - armedAt < UNREACHED_MS) return;
            watchers.delete(watch);
            reject(new Error(`no ${type} reached the page`));
            return;
          }
          seenAt ??= now;
          const current = signature();
          if (current !== last) {
            last = current;
            seenAt = now;
            onPainted((at) => {
              paintedAt = at;
            });
          } else if (now - seenAt > (paintedAt === null ? UNCHANGED_MS : SETTLED_MS)) {
            watchers.delete(watch);
            resolve(paintedAt === null ? null : paintedAt - start);
          }
        };
        watchers.add(watch);
      });
    },
    settled: () => armed,

    /** The longest task that began after a moment, milliseconds; 0 where none took over 50. */
    longestTask: (from) =>
      longTasks.reduce((most, [start, ms]) => (start >= from && ms > most ? ms : most), 0),

    /**
     * Scrolls at a fixed speed, turning round at the ends, and looks at each frame before it is
     * painted: which of the places where rows stood at rest are blank.
     */
    async scroll(pixelsPerMs, lastingMs) {
      const first = topRows()[0];
      const scroller = scrollerOf(first);
      scroller.scrollTop = 0;
      await frames(3);
      const box = first.getBoundingClientRect();
      const x = box.left + Math.min(box.width, innerWidth) * 0.25;
      const isRow = (y) => {
        const row = document.elementFromPoint(x, y)?.closest(page.row);
        return row !== null && row !== undefined && row.textContent.trim() !== '';
      };
      const places = [];
      for (let y = box.top + box.height / 2; y < innerHeight; y += box.height) {
        if (isRow(y)) places.push(y);
      }

      const times = [];
      let looked = 0;
      let blank = 0;
      const begun = performance.now();
      await new Promise((resolve) => {
        const move = (now) => {
          const range = scroller.scrollHeight - scroller.clientHeight;
          const way = ((now - begun) * pixelsPerMs) % (2 * range);
          scroller.scrollTop = way < range ? way : 2 * range - way;
        };
        const watch = (now) => {
          times.push(frameAt);
          looked += places.length;
          blank += places.filter((y) => !isRow(y)).length;
          if (now - begun < lastingMs) return onPainted(move);
          watchers.delete(watch);
          return resolve();
        };
        watchers.add(watch);
      });
      scroller.scrollTop = 0;
      await frames(3);

      const gaps = times.slice(1).map((time, at) => time - times[at]);
      return {
        fps: (gaps.length * 1000) / (times.at(-1) - times[0]),
        late: gaps.filter((gap) => gap > 17.7).length,
        veryLate: gaps.filter((gap) => gap > 34.4).length,
        blankShare: blank / looked,
      };
    },
  };
}

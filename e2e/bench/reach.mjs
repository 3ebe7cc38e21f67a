const FRAME_MS = 17;

const NAMES = {
  aggrid: "AG Grid's",
  recipe: "the recipe's",
  plain: "the plain page's",
  requests: 'the requests alone',
};

/**
 * What the product reaches for at 100,000 builds. `value` and `most` (or `least`) come from the
 * medians of one run: `of(peer, figure)`. A figure that was not measured gives null.
 */
const REACHES = [
  ratio('sort by name', 'sortName', 'aggrid', 1 / 8, '1/8'),
  ratio('sort by name', 'sortName', 'plain', 1.5, '1.5 times'),
  ratio('sort by created', 'sortCreated', 'aggrid', 1 / 2, '1/2'),
  ratio('sort by created', 'sortCreated', 'plain', 1.5, '1.5 times'),
  ratio('sort by duration', 'sortDuration', 'aggrid', 1 / 5, '1/5'),
  ratio('sort by duration', 'sortDuration', 'plain', 1.5, '1.5 times'),
  ratio('reversing a sort', 'sortReverse', 'plain', 1.5, '1.5 times'),
  frame('sort by name', 'sortName'),
  frame('reversing a sort', 'sortReverse'),
  frame('sort by created', 'sortCreated'),
  frame('sort by duration', 'sortDuration'),
  frame('keystroke', 'keystroke'),
  ratio('keystroke', 'keystroke', 'aggrid', 1 / 3, '1/3'),
  ratio('keystroke', 'keystroke', 'plain', 1.3, '1.3 times'),
  atMost(
    'longest task while loading, ms',
    (of) => of('ours', 'longestTask'),
    () => 50,
  ),
  ratio('blocked while loading', 'blocked', 'aggrid', 1 / 2, '1/2'),
  ratio('blocked while loading', 'blocked', 'aggrid', 1 / 4, '1/4'),
  ratio('blocked while loading', 'blocked', 'recipe', 1 / 50, '1/50'),
  ratio(
    'everything loaded, from the first request',
    'loadedFromFirstRequest',
    'requests',
    1.1,
    '1.1 times',
  ),
  atLeast(
    'fast scroll, frames a second',
    (of) => of('ours', 'fps'),
    () => 55,
  ),
  atMost(
    'frames over 33 ms in a fast scroll',
    (of) => of('ours', 'veryLate'),
    (of) => (of('plain', 'veryLate') === 0 ? 0 : null),
  ),
  atMost(
    'blank rows, share',
    (of) => of('ours', 'blankShare'),
    (of) => of('aggrid', 'blankShare'),
  ),
  atMost(
    'heap, MB',
    (of) => of('ours', 'heapMb'),
    () => 60,
  ),
  ratio('first rows', 'firstRows', 'recipe', 1.3, '1.3 times'),
  atMost(
    'JavaScript before the first rows, kB gz',
    (of) => of('ours', 'scriptKb'),
    () => 150,
  ),
];

function ratio(label, figure, peer, factor, words) {
  return {
    label: `${label}: at most ${words} ${NAMES[peer]}`,
    value: (of) => of('ours', figure),
    bound: (of) => scaled(of(peer, figure), factor),
    sign: 1,
  };
}

/** Not later than the plain page by more than one frame of 60 Hz. */
function frame(label, figure) {
  return {
    label: `${label}: at most a frame after the plain page's, ms`,
    value: (of) => of('ours', figure),
    bound: (of) => {
      const plain = of('plain', figure);
      return plain === null ? null : plain + FRAME_MS;
    },
    sign: 1,
  };
}

function atMost(label, value, bound) {
  return { label, value, bound, sign: 1 };
}

function atLeast(label, value, bound) {
  return { label, value, bound, sign: -1 };
}

function scaled(value, factor) {
  return value === null ? null : value * factor;
}

/**
 * Compares the medians with every target.
 *
 * @param {(peer: string, figure: string) => number | null} of
 * @returns {{ label: string, value: number | null, bound: number | null, met: boolean | null,
 *   missedBy: number | null }[]} `missedBy` is a share of the bound; null where it cannot be told
 */
export function compareReaches(of) {
  return REACHES.map(({ label, value: measure, bound: limit, sign }) => {
    const value = measure(of);
    const bound = limit(of);
    if (value === null || bound === null) return { label, value, bound, met: null, missedBy: null };
    const over = (value - bound) * sign;
    const met = over <= 0;
    return { label, value, bound, met, missedBy: met || bound === 0 ? null : over / bound };
  });
}

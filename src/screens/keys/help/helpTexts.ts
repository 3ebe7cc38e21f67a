import type { Lens } from '../../../views/address/View.ts';

/** What can be typed into the search, and what it finds. */
export const FILTERS: readonly { readonly text: string; readonly finds: string }[] = [
  { text: 'status:failed created:24h', finds: 'created in the last 24 hours, and failed' },
  { text: 'status:failed,cancelled', finds: 'one of the two; OR between two terms says the same' },
  { text: 'image:swe-*', finds: 'names that begin so; without the star they hold it' },
  { text: 'image:=python', finds: 'this name, letter for letter' },
  { text: '-tag:latest', finds: 'all but those of the tag' },
  { text: '"no space left"', finds: 'the phrase in a name, tag, id, path or error' },
  { text: 'is:broken', finds: 'images whose newest build failed' },
  { text: 'is:active wait:>10m', finds: 'not ended, and waited for more than 10 minutes' },
  { text: 'is:slow', finds: 'running for longer than they usually do' },
  { text: 'created:yesterday', finds: 'of a day, a week, a month or two dates with .. between' },
];

/** What each way to look at the list answers, and what its figures are. */
export const LENS_NOTES: Readonly<Record<Lens, string>> = {
  builds: 'Every build, as the filter and the sort say.',
  errors:
    'Failed artifacts by cause: the line of the log that says what went wrong. New: first seen less than 7 days ago. Back: seen again after 3 days of silence. Quiet: not for 7 days.',
  images:
    'For each image name its last good path, since when it fails, and its rate: a share from 10 ended builds on, cancelled ones left out. Median from 5 completed builds on.',
  batches:
    'Builds of one name family that were created together look like one push. While it is still being submitted nobody knows how many will be, so no share and no end is said; then the end is a range that holds in most cases.',
  timeline:
    'How many builds were created when, and how many ran and waited at once. The last bar is of a time that is not over. A range that is taken is compared with the one before, or with another that is taken. Above the list its figures are a table that opens, which the address says.',
  check: 'Your own list of images against all builds: good, failed, active or never built.',
  compare:
    'Two times of one length, or two pushes, paired by image: newly broken, newly good, still broken.',
  wall: 'Pushes under way, images that fail and the newest failures, to be read from far. It turns grey when nothing is answered.',
};

/** What is stored where. */
export const STORED: readonly string[] = [
  'The token: in the memory of the open tabs; on this device only where Remember was ticked. Sign out removes it.',
  'Several tabs of one list hand each other what the API said, within this browser; it is kept for 15 s.',
  'A copy of the list: on this device only where that was asked for. Sign out removes it.',
  'Saved views, columns, theme, muted causes and the like: on this device, also after Sign out. They hold what was typed, never a build.',
  'What is watched, kept lists, and the time of the last visit under a hash of the token: on this device until Sign out.',
  'Nothing is sent to anyone but the API; the address holds the view and no token.',
];

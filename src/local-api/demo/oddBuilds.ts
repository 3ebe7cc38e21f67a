import type { WireBuild } from '../store/storedBuild.ts';
import { wireTime } from './wireTime.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Without its zone, as some servers write it. */
const bareTime = (ms: number) => wireTime(ms).slice(0, -1);

/** Builds that break what a client may assume: words, shapes, text, times and sizes. */
export function oddBuilds(now: number): WireBuild[] {
  const odd = [...oddWords(), ...oddShapes(now), ...oddNames(), ...oddTimes(now), ...oddSizes(now)];
  return odd.map((build, index) => {
    const created = now - (index + 1) * 7 * MINUTE;
    return {
      id: `cmodd${String(index).padStart(20, '0')}`,
      imageName: 'odd',
      imageTag: 'latest',
      status: 'COMPLETED',
      createdAt: bareTime(created),
      startedAt: bareTime(created + MINUTE),
      completedAt: bareTime(created + 4 * MINUTE),
      artifacts: [artifact(created, `artifact-${index}`)],
      ...build,
    };
  });
}

function artifact(created: number, id: string, more: WireBuild = {}): WireBuild {
  return {
    id,
    artifactType: 'CONTAINER_IMAGE',
    status: 'COMPLETED',
    fullImagePath: 'prime/ada/odd:latest',
    errorMessage: null,
    createdAt: bareTime(created),
    startedAt: bareTime(created + MINUTE),
    completedAt: bareTime(created + 4 * MINUTE),
    ...more,
  };
}

function oddWords(): WireBuild[] {
  return ['PAUSED', 'completed', 'Failed', '', ' COMPLETED ', '__proto__', 'constructor'].map(
    (status) => ({ imageName: `status.${status.trim() || 'empty'}`, status }),
  );
}

function oddShapes(now: number): WireBuild[] {
  const at = now - 2 * DAY;
  const typed = (artifactType: unknown, id: string) => artifact(at, id, { artifactType });
  return [
    { imageName: 'artifacts.missing', artifacts: undefined },
    { imageName: 'artifacts.null', artifacts: null },
    { imageName: 'artifacts.none', artifacts: [] },
    {
      imageName: 'artifacts.type.unknown',
      artifacts: [typed('WASM_MODULE', 'wasm'), typed('container_image', 'lower')],
    },
    { imageName: 'artifacts.type.missing', artifacts: [typed(undefined, 'untyped')] },
    { imageName: 'artifacts.type.empty', artifacts: [typed('', 'empty-type')] },
    {
      imageName: 'contradiction.completed-with-failed',
      artifacts: [
        artifact(at, 'c1', { status: 'FAILED', errorMessage: 'no space left on device' }),
      ],
    },
    { imageName: 'contradiction.failed-with-completed', status: 'FAILED' },
    {
      imageName: 'contradiction.building-with-ended',
      status: 'BUILDING',
      artifacts: [artifact(at, 'c2'), artifact(at, 'c3', { artifactType: 'VM_SANDBOX' })],
    },
    { imageName: 'contradiction.pending-but-completed-at', status: 'PENDING' },
    {
      imageName: 'error.on-completed',
      artifacts: [artifact(at, 'e1', { errorMessage: 'warning: layer cache was not written' })],
    },
    { imageName: 'optional.left-out', startedAt: undefined, completedAt: undefined },
    { imageName: 'fields.unknown', queue: { position: 3 }, '<b>': true },
    {
      imageName: 'artifacts.same-id-twice',
      artifacts: [artifact(at, 'twin'), artifact(at, 'twin', { artifactType: 'VM_SANDBOX' })],
    },
  ];
}

function oddNames(): WireBuild[] {
  const names = [
    '',
    '..',
    '/',
    '../../etc/passwd',
    '%2e%2e%2f',
    '👩‍👩‍👧‍👦 family',
    'e\u0301e\u0301 combining',
    '\u202Egnp.exe',
    '\u2066isolated\u2069',
    'zero\u200Bwidth\u200Djoiner\uFEFF',
    '\u001B[31mred\u001B[0m',
    'bell\u0007 nul\u0000 del\u007F',
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '{{7*7}}',
    '"; DROP TABLE builds; --',
    '=HYPERLINK("https://example.invalid","x")',
    '+1+1',
    '@SUM(A1)',
    'lone \uD800 surrogate \uDC00',
    'line\nbreak\ttab\r\nend',
    '\u0645\u0631\u062D\u0628\u0627/\u05E9\u05DC\u05D5\u05DD',
    '日本語/イメージ',
    'Z̷̢̛͎a̶̡͌l̵̻̈g̸̨̉o̴̤̊',
    '__proto__',
    'constructor',
    'name with  two  spaces ',
    'a'.repeat(2000),
    '(a+)+$',
    'back\\slash',
  ];
  return [
    ...names.map((imageName) => ({ imageName, imageTag: imageName.slice(0, 128) })),
    ...['javascript:alert(1)', 'data:text/html,<script>alert(1)</script>', '//evil.invalid/x'].map(
      (fullImagePath, at) => ({
        imageName: 'path.hostile',
        artifacts: [artifact(1_780_000_000_000, `path-${at}`, { fullImagePath })],
      }),
    ),
  ];
}

function oddTimes(now: number): WireBuild[] {
  const at = now - DAY;
  const created = (createdAt: string) => ({ imageName: 'time.created', createdAt });
  return [
    created('2024-02-30T00:00:00'),
    created('2025-13-01T00:00:00Z'),
    created('1'),
    created(''),
    created('yesterday'),
    created('0000-00-00 00:00:00'),
    created(bareTime(at).replace('T', ' ')),
    created(`${bareTime(at).slice(0, 19)}.123456`),
    created(`${bareTime(at).slice(0, 19)}Z`),
    created(`${bareTime(at).slice(0, 19)}+05:30`),
    created(bareTime(now + 5 * MINUTE)),
    created(bareTime(now + 400 * DAY)),
    created('1969-12-31T23:59:59'),
    {
      imageName: 'time.ended-before-started',
      startedAt: bareTime(at),
      completedAt: bareTime(at - MINUTE),
    },
    { imageName: 'time.ended-never-started', startedAt: null },
    { imageName: 'time.started-before-created', startedAt: bareTime(now - 300 * DAY) },
    { imageName: 'time.instant', startedAt: bareTime(at), completedAt: bareTime(at) },
    {
      imageName: 'time.nine-days',
      startedAt: bareTime(now - 10 * DAY),
      completedAt: bareTime(now - DAY),
    },
  ];
}

function oddSizes(now: number): WireBuild[] {
  const at = now - 3 * DAY;
  const failed = (id: string, errorMessage: string) => ({
    status: 'FAILED',
    artifacts: [artifact(at, id, { status: 'FAILED', errorMessage })],
  });
  return [
    { imageName: 'id.empty', id: '' },
    { imageName: 'id.10kB', id: 'x'.repeat(10_240) },
    { imageName: 'id.proto', id: '__proto__' },
    { imageName: 'id.number', id: 42 },
    { imageName: 'id.hostile', id: '"><script>alert(1)</script>&open=../#%' },
    {
      imageName: 'artifacts.10000',
      artifacts: Array.from({ length: 10_000 }, (_, index) =>
        artifact(
          at,
          `many-${index}`,
          index % 9 === 0 ? { status: 'FAILED', errorMessage: 'x' } : {},
        ),
      ),
    },
    { imageName: 'error.100kB', ...failed('long', 'layer digest mismatch. '.repeat(4_500)) },
    { imageName: 'error.5000-lines', ...failed('lines', 'retrying\n'.repeat(5_000)) },
    { imageName: 'error.one-word', ...failed('word', 'x'.repeat(4_000)) },
    { imageName: 'error.empty', ...failed('none', '') },
    {
      imageName: 'error.ansi',
      ...failed(
        'ansi',
        '\u001B[2J\u001B[1;31mfatal\u001B[0m \u001B]8;;https://evil.invalid\u0007x',
      ),
    },
    { imageName: 'error.html', ...failed('html', '<img src=x onerror=alert(1)>\n</td></table>') },
  ];
}

import { describe, expect, it } from 'vitest';
import { parseView } from './parseView.ts';

/** Of each part of an address that is not understood: what it is, why, and what was meant. */
const toldOf = (search: string) =>
  parseView(search).unknown.map(({ name, value, problem, suggestion }) => [
    `${name}=${value}`,
    problem,
    suggestion,
  ]);

describe('what is said of an address', () => {
  it.each([['?q=%E0%A4%A', [['q=%E0%A4%A', 'its % encoding is broken', null]]]])(
    'its encoding: %s',
    (search, told) => {
      expect(toldOf(search)).toEqual(told);
    },
  );

  it.each([
    ['?status=', [['status=', 'it has no value', null]]],
    ['?columns= ', [['columns= ', 'it has no value', null]]],
    ['?batch=', [['batch=', 'it has no value', null]]],
    ['?image=%22%22', [['image=""', '“image” has no value yet', null]]],
  ])('no value: %s', (search, told) => {
    expect(toldOf(search)).toEqual(told);
  });

  it.each([
    ['?zone=Mars', [['zone=Mars', 'there is no such time zone, so days are those of UTC', null]]],
    [
      '?lens=pie',
      [
        [
          'lens=pie',
          'it is one of builds, errors, images, batches, timeline, check, wall, compare',
          null,
        ],
      ],
    ],
    [
      '?lens=imagse',
      [
        [
          'lens=imagse',
          'it is one of builds, errors, images, batches, timeline, check, wall, compare',
          'lens=images',
        ],
      ],
    ],
    ['?density=tight', [['density=tight', 'it is one of compact, comfortable', null]]],
    ['?timeline=2', [['timeline=2', 'it is one of 1, figures', null]]],
    ['?lens=check&show=well', [['show=well', 'it is one of good, failed, active, never', null]]],
    [
      '?sort=durtion,-imge,nope',
      [
        ['sort=durtion', 'there is no such column', 'sort=duration'],
        ['sort=-imge', 'there is no such column', 'sort=-image'],
        ['sort=nope', 'there is no such column', null],
      ],
    ],
    ['?lens=images&sort=succes', [['sort=succes', 'there is no such column', 'sort=success']]],
    ['?lens=errors&sort=image', [['sort=image', 'there is no such column', 'sort=images']]],
    [
      '?columns=imag,nope',
      [
        ['columns=imag', 'there is no such column', 'columns=image'],
        ['columns=nope', 'there is no such column', null],
      ],
    ],
  ])('a word that is none: %s', (search, told) => {
    expect(toldOf(search)).toEqual(told);
  });

  it.each([
    ['?zone=UTC&zone=Europe/Berlin', [['zone=Europe/Berlin', 'it stands twice', null]]],
    ['?lens=errors&lens=images', [['lens=images', 'it stands twice', null]]],
    ['?density=compact&density=compact', [['density=compact', 'it stands twice', null]]],
    ['?timeline=1&timeline=1', [['timeline=1', 'it stands twice', null]]],
    ['?lens=check&show=good&show=failed', [['show=failed', 'it stands twice', null]]],
    ['?lens=check&list=a&list=b', [['list=b', 'it stands twice', null]]],
    ['?lens=compare&compare=a&compare=b', [['compare=b', 'it stands twice', null]]],
    ['?view=a&view=b', [['view=b', 'it stands twice', null]]],
    [
      '?team=cm9zk2w8r0003l708u5d1q6fy&team=cm9zk2w8r0003l708u5d1q6fz',
      [['team=cm9zk2w8r0003l708u5d1q6fz', 'it names another team', null]],
    ],
  ])('twice: %s', (search, told) => {
    expect(toldOf(search)).toEqual(told);
  });

  it.each([
    ['?show=good', [['show=good', 'it belongs to lens=check', null]]],
    ['?lens=compare&list=x', [['list=x', 'it belongs to lens=check', null]]],
    ['?compare=a', [['compare=a', 'it belongs to lens=compare', null]]],
    ['?lens=check&compare=a', [['compare=a', 'it belongs to lens=compare', null]]],
  ])('elsewhere: %s', (search, told) => {
    expect(toldOf(search)).toEqual(told);
  });

  it.each([
    ['?page=2', [['page=2', 'all builds are in one list, without pages', null]]],
    ['?offset=1', [['offset=1', 'all builds are in one list, without pages', null]]],
    ['?limit=9', [['limit=9', 'all builds are in one list, without pages', null]]],
    ['?perPage=9', [['perPage=9', 'all builds are in one list, without pages', null]]],
    ['?per_page=1', [['per_page=1', 'all builds are in one list, without pages', null]]],
    ['?cursor=x', [['cursor=x', 'all builds are in one list, without pages', null]]],
    ['?pageSize=1', [['pageSize=1', 'all builds are in one list, without pages', null]]],
    ['?-q=x', [['-q=x', 'this cannot be excluded', 'q=x']]],
    ['?-lens=errors', [['-lens=errors', 'this cannot be excluded', 'lens=errors']]],
    ['?-nothing=1', [['-nothing=1', 'this cannot be excluded', null]]],
    ['?nothing=1', [['nothing=1', 'there is no such parameter', null]]],
    ['?-stauts=x', [['-stauts=x', 'this cannot be excluded', '-status=x']]],
    ['?opn=x', [['opn=x', 'there is no such parameter', 'open=x']]],
    ['?team=x', [['team=x', 'a team id is c and 24 of 0-9 and a-z', null]]],
  ])('no parameter: %s', (search, told) => {
    expect(toldOf(search)).toEqual(told);
  });

  it.each([
    [
      '?is=wrong',
      [
        [
          'is=wrong',
          '“is” is one of active, stalled, ended, other, conflicted, broken, slow, race',
          null,
        ],
      ],
    ],
    [
      '?has=eror',
      [['has=eror', '“has” is one of error, artifacts, path, start, end', 'has=error']],
    ],
    ['?is=broken,active', [['is=broken', '“broken” stands alone: write is:broken apart', null]]],
    ['?is=active,slow', [['is=slow', '“slow” stands alone: write is:slow apart', null]]],
    [
      '?is=ACTIV*',
      [
        [
          'is=ACTIV*',
          '“is” is one of active, stalled, ended, other, conflicted, broken, slow, race',
          'is=active',
        ],
      ],
    ],
    [
      '?has=err*',
      [['has=err*', '“has” is one of error, artifacts, path, start, end', 'has=error']],
    ],
    [
      '?duration=5',
      [['duration=5', 'not a length of time: try >10m, <90s, 1h..2h or >1h30m', 'duration=%3E5s']],
    ],
    [
      '?wait=%3C%3D5',
      [['wait=<=5', 'not a length of time: try >10m, <90s, 1h..2h or >1h30m', 'wait=%3C=5s']],
    ],
    [
      '?created=soon',
      [
        [
          'created=soon',
          'not a time: try 24h, 7d, today, 2026-11-01, >2026-11-01 or 2026-11-01..2026-11-20',
          null,
        ],
      ],
    ],
    [
      '?created=24',
      [
        [
          'created=24',
          'not a time: try 24h, 7d, today, 2026-11-01, >2026-11-01 or 2026-11-01..2026-11-20',
          'created=24h',
        ],
      ],
    ],
    [
      '?created=yesterdya',
      [
        [
          'created=yesterdya',
          'not a time: try 24h, 7d, today, 2026-11-01, >2026-11-01 or 2026-11-01..2026-11-20',
          'created=yesterday',
        ],
      ],
    ],
    ['?duration=1h,2h', [['duration=1h,2h', '“duration” takes one value, not a list', null]]],
    ['?created=24h,7d', [['created=24h,7d', '“created” takes one value, not a list', null]]],
    [
      '?cause=x',
      [
        [
          'cause=x',
          '“cause” is a fingerprint of hexadecimal digits: click a cause in Errors',
          null,
        ],
      ],
    ],
    [
      '?since=now',
      [['since=now', '“since” takes “last” alone; for a time write created:>=2026-11-01', null]],
    ],
    [
      '?compared=1',
      [['compared=1', '“compared” says what a figure counts: click one in Compare', null]],
    ],
    [
      '?batch=bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
      [
        [
          'batch=bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
          '“batch” is the id of a batch: click one in Batches',
          null,
        ],
      ],
    ],
  ])('a value that is none: %s', (search, told) => {
    expect(toldOf(search)).toEqual(told);
  });
});

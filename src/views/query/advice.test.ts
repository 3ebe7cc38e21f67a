import { describe, expect, it } from 'vitest';
import { acceptIssue, parseQueryText, printQueryText } from './parseQueryText.ts';

/** Of each problem: its kind, its part, what is said, and the text once its suggestion is taken. */
const toldOf = (text: string) =>
  parseQueryText(text).problems.map((problem) => [
    problem.kind,
    text.slice(problem.from, problem.to),
    problem.message,
    problem.suggestion && acceptIssue(text, problem),
  ]);

describe('what is said of a typed query', () => {
  it.each([
    ['status:', '', [['mistake', '', '“status” has no value yet', null]]],
    ['image:', '', [['mistake', '', '“image” has no value yet', null]]],
    ['image:""', '', [['mistake', '""', '“image” has no value yet', null]]],
    ['tag:"', 'tag:""', [['hint', '"', 'this quote is not closed', null]]],
    ['"" x', 'x', [['mistake', '""', 'there is nothing between the quotes', null]]],
    ['"open', 'open', [['hint', '"open', 'this quote is not closed', null]]],
    ['status:paused', 'status:paused', [['hint', 'paused', 'no status is called “paused”', null]]],
    [
      'status:canceled',
      'status:"canceled"',
      [['hint', 'canceled', 'no status is called “canceled”', 'status:cancelled']],
    ],
    ['status:succes', 'status:succes', [['hint', 'succes', 'no status is called “succes”', null]]],
    [
      'artifact:docker',
      'artifact:docker',
      [['hint', 'docker', 'no artifact type is called “docker”', 'artifact:container']],
    ],
    [
      'artifact:AMI',
      'artifact:AMI',
      [['hint', 'AMI', 'no artifact type is called “AMI”', 'artifact:vm']],
    ],
    ['artifact:vmz', 'artifact:vmz', [['hint', 'vmz', 'no artifact type is called “vmz”', null]]],
    [
      'is:wrong',
      'is:wrong',
      [
        [
          'hint',
          'is:wrong',
          '“is” is one of active, stalled, ended, other, conflicted, broken, slow, race; searched for as text',
          null,
        ],
      ],
    ],
    [
      'is:broken,active',
      'is:active',
      [['mistake', 'broken', '“broken” stands alone: write is:broken apart', null]],
    ],
    [
      'is:active,slow',
      'is:active',
      [['mistake', 'slow', '“slow” stands alone: write is:slow apart', null]],
    ],
    [
      'is:activ*',
      '',
      [
        [
          'mistake',
          'activ*',
          '“is” is one of active, stalled, ended, other, conflicted, broken, slow, race',
          'is:active',
        ],
      ],
    ],
    [
      'is:brok*',
      '',
      [
        [
          'mistake',
          'brok*',
          '“is” is one of active, stalled, ended, other, conflicted, broken, slow, race',
          'is:broken',
        ],
      ],
    ],
    [
      'is:activ!',
      '',
      [
        [
          'mistake',
          'activ!',
          '“is” is one of active, stalled, ended, other, conflicted, broken, slow, race',
          'is:active',
        ],
      ],
    ],
    [
      'has:eror',
      '',
      [['mistake', 'eror', '“has” is one of error, artifacts, path, start, end', 'has:error']],
    ],
    [
      'has:nothing',
      'has:nothing',
      [
        [
          'hint',
          'has:nothing',
          '“has” is one of error, artifacts, path, start, end; searched for as text',
          null,
        ],
      ],
    ],
    [
      'created:soon',
      '',
      [
        [
          'mistake',
          'soon',
          'not a time: try 24h, 7d, today, 2026-11-01, >2026-11-01 or 2026-11-01..2026-11-20',
          null,
        ],
      ],
    ],
    [
      'created:24',
      '',
      [
        [
          'mistake',
          '24',
          'not a time: try 24h, 7d, today, 2026-11-01, >2026-11-01 or 2026-11-01..2026-11-20',
          'created:24h',
        ],
      ],
    ],
    [
      'created:2026/11/01',
      '',
      [
        [
          'mistake',
          '2026/11/01',
          'not a time: try 24h, 7d, today, 2026-11-01, >2026-11-01 or 2026-11-01..2026-11-20',
          'created:2026-11-01',
        ],
      ],
    ],
    ['created:24h,7d', '', [['mistake', '24h,7d', '“created” takes one value, not a list', null]]],
    [
      'duration:10m',
      '',
      [
        [
          'mistake',
          '10m',
          'not a length of time: try >10m, <90s, 1h..2h or >1h30m',
          'duration:>10m',
        ],
      ],
    ],
    [
      'duration:x',
      '',
      [['mistake', 'x', 'not a length of time: try >10m, <90s, 1h..2h or >1h30m', null]],
    ],
    [
      'wait:>90',
      '',
      [['mistake', '>90', 'not a length of time: try >10m, <90s, 1h..2h or >1h30m', 'wait:>90s']],
    ],
    [
      'cause:zz',
      '',
      [
        [
          'mistake',
          'zz',
          '“cause” is a fingerprint of hexadecimal digits: click a cause in Errors',
          null,
        ],
      ],
    ],
    [
      'batch:""',
      '',
      [['mistake', '""', '“batch” is the id of a batch: click one in Batches', null]],
    ],
    [
      'since:now',
      '',
      [
        [
          'mistake',
          'now',
          '“since” takes “last” alone; for a time write created:>=2026-11-01',
          null,
        ],
      ],
    ],
    [
      'since:2026-11-01',
      '',
      [['mistake', 'since:2026-11-01', '“since” takes “last” alone', 'created:>=2026-11-01']],
    ],
    [
      'compared:x',
      '',
      [['mistake', 'x', '“compared” says what a figure counts: click one in Compare', null]],
    ],
    [
      'image:=a*',
      'image:="a*"',
      [['hint', '=a*', 'after “=” a * is itself: without “=” it is a pattern', null]],
    ],
    [
      'OR',
      'OR',
      [
        [
          'hint',
          'OR',
          'OR is searched for as it stands; “or” is a comma, as in status:failed,cancelled',
          null,
        ],
      ],
    ],
    [
      'AND',
      'AND',
      [['hint', 'AND', 'AND is searched for as a word; all parts must hold anyway', null]],
    ],
    [
      'NOT',
      'NOT',
      [['hint', 'NOT', 'NOT is searched for as a word; a minus in front excludes', null]],
    ],
    [
      'a OR b',
      'a OR b',
      [
        [
          'hint',
          'a OR b',
          'OR is searched for as it stands; “or” is a comma, as in status:failed,cancelled',
          'image:a,b',
        ],
      ],
    ],
    [
      'status:failed OR',
      'status:failed OR',
      [
        [
          'hint',
          'OR',
          'OR is searched for as it stands; “or” is a comma, as in status:failed,cancelled',
          null,
        ],
      ],
    ],
    [
      'status:failed and status:cancelled',
      'status:failed,cancelled',
      [['hint', 'and', 'a build has one status, so builds with either are shown', null]],
    ],
    ['stauts:failed', '', [['mistake', 'stauts', 'there is no field “stauts”', 'status:failed']]],
    [
      'tga:x',
      'tga:x',
      [['hint', 'tga:x', 'there is no field “tga”; searched for as text', 'tag:x']],
    ],
    [
      'image=web',
      'image=web',
      [['hint', 'image=web', 'searched for as it stands; a field has a colon', 'image:web']],
    ],
    [
      '-duration>10',
      '-duration>10',
      [['hint', '-duration>10', 'searched for as it stands; a field has a colon', '-duration:>10']],
    ],
    [
      'branch:main',
      'branch:main',
      [['hint', 'branch:main', 'there is no field “branch”; searched for as text', 'tag:main']],
    ],
    [
      'repo:x',
      'repo:x',
      [['hint', 'repo:x', 'there is no field “repo”; searched for as text', 'image:x']],
    ],
    [
      'author:me',
      'author:me',
      [['hint', 'author:me', 'the API tells no author; searched for as text', null]],
    ],
    [
      'image:web|api',
      'image:web|api',
      [['hint', 'image:web|api', '| stands for itself; a comma parts values', 'image:web,api']],
    ],
    [
      'image:(a OR b)',
      '',
      [['mistake', 'image:(a OR b)', 'brackets are not read; a comma parts values', 'image:a,b']],
    ],
    [
      '(status:failed OR status:cancelled)',
      '',
      [
        [
          'mistake',
          '(status:failed OR status:cancelled)',
          'brackets are not read; all parts hold, and a comma parts values',
          'status:failed OR status:cancelled',
        ],
      ],
    ],
    [
      'status in (failed, cancelled)',
      'status in (failed, cancelled)',
      [
        [
          'hint',
          'status in (failed, cancelled)',
          'searched for as it stands; a field has a colon',
          'status:failed,cancelled',
        ],
      ],
    ],
    [
      'status:[failed TO cancelled]',
      '',
      [
        [
          'mistake',
          'status:[failed TO cancelled]',
          'brackets are not read; a comma parts values',
          null,
        ],
      ],
    ],
    [
      'image ~ "x"',
      'image ~ x',
      [['hint', 'image ~ "x"', 'searched for as it stands; a field has a colon', 'image:x']],
    ],
    [
      'name like "%x%"',
      'name like %x%',
      [['hint', 'name like "%x%"', 'searched for as it stands; a field has a colon', 'image:x']],
    ],
    [
      'status=~"failed"',
      'status=~"failed"',
      [
        [
          'hint',
          'status=~"failed"',
          'searched for as it stands; a field has a colon',
          'status:"failed"',
        ],
      ],
    ],
    ['!image:web', '', [['mistake', '!image:web', 'a minus excludes', '-image:web']]],
    [
      'duration > 10m',
      '',
      [['mistake', 'duration > 10m', 'a field is written without blanks', 'duration:>10m']],
    ],
    [
      'sort:duration',
      'sort:duration',
      [
        [
          'hint',
          'sort:duration',
          'searched for as text; the order is chosen at the head of a column',
          null,
        ],
      ],
    ],
    [
      'page:2',
      'page:2',
      [
        [
          'hint',
          'page:2',
          'searched for as text; the order is chosen at the head of a column',
          null,
        ],
      ],
    ],
    [
      '*',
      '*',
      [['hint', '*', '* is searched for as it stands; an empty search shows all builds', null]],
    ],
    ['-stauts:failed', '', [['mistake', 'stauts', 'there is no field “stauts”', '-status:failed']]],
    [
      '@status:failed',
      '',
      [['mistake', '@status:failed', 'a field is written without @', 'status:failed']],
    ],
    [
      '+status:failed',
      '',
      [['mistake', '+status:failed', 'a field is written without +', 'status:failed']],
    ],
    [
      '--status=failed',
      '',
      [['mistake', '--status=failed', 'a field is written without --', 'status:failed']],
    ],
    [
      '.status:failed',
      '',
      [['mistake', '.status:failed', 'a field is written without a dot', 'status:failed']],
    ],
    ['$tag:x', '', [['mistake', '$tag:x', 'a field is written without $', 'tag:x']]],
    ['#tag:x', '', [['mistake', '#tag:x', 'a field is written without #', 'tag:x']]],
    ['-!status:failed', '', [['mistake', '-!status:failed', 'a minus excludes', 'status:failed']]],
    ['!-status:failed', '', [['mistake', '!-status:failed', 'a minus excludes', 'status:failed']]],
    ['-@tag:x', '', [['mistake', '-@tag:x', 'a field is written without @', '-tag:x']]],
    [
      '?status=FAILED',
      '',
      [['mistake', '?status=FAILED', 'this is part of an address', 'status:FAILED']],
    ],
    [
      '?status=FAILED&tag=v1',
      '',
      [['mistake', '?status=FAILED&tag=v1', 'this is part of an address', 'status:FAILED tag:v1']],
    ],
    ['?image="a"', '', [['mistake', '?image="a"', 'this is part of an address', null]]],
    [
      '&status=FAILED',
      '',
      [['mistake', '&status=FAILED', 'this is part of an address', 'status:FAILED']],
    ],
    [
      'status:(failed OR cancelled)',
      '',
      [
        [
          'mistake',
          'status:(failed OR cancelled)',
          'brackets are not read; a comma parts values',
          'status:failed,cancelled',
        ],
      ],
    ],
    [
      'status:{failed,cancelled}',
      '',
      [
        [
          'mistake',
          'status:{failed,cancelled}',
          'brackets are not read; a comma parts values',
          'status:failed,cancelled',
        ],
      ],
    ],
    [
      'created:[2026-11-01 TO 2026-11-20]',
      '',
      [
        [
          'mistake',
          'created:[2026-11-01 TO 2026-11-20]',
          'brackets are not read; a comma parts values',
          'created:2026-11-01..2026-11-20',
        ],
      ],
    ],
    [
      'created:[2026-11-01 TO *]',
      '',
      [
        [
          'mistake',
          'created:[2026-11-01 TO *]',
          'brackets are not read; a comma parts values',
          'created:2026-11-01..',
        ],
      ],
    ],
    [
      'duration:[10m TO 1h]',
      '',
      [
        [
          'mistake',
          'duration:[10m TO 1h]',
          'brackets are not read; a comma parts values',
          'duration:10m..1h',
        ],
      ],
    ],
    [
      '-status:(failed)',
      '',
      [
        [
          'mistake',
          '-status:(failed)',
          'brackets are not read; a comma parts values',
          '-status:failed',
        ],
      ],
    ],
    [
      'status:(failed',
      '',
      [['mistake', 'status:(failed', 'brackets are not read; a comma parts values', null]],
    ],
    [
      'created:(a b)',
      '',
      [['mistake', 'created:(a b)', 'brackets are not read; a comma parts values', null]],
    ],
    [
      'image:[a|b]',
      '',
      [['mistake', 'image:[a|b]', 'brackets are not read; a comma parts values', 'image:a,b']],
    ],
    [
      'tag:(a AND b)',
      '',
      [['mistake', 'tag:(a AND b)', 'brackets are not read; a comma parts values', null]],
    ],
    [
      'tag:(-a b)',
      '',
      [['mistake', 'tag:(-a b)', 'brackets are not read; a comma parts values', null]],
    ],
    ['tag:()', 'tag:"()"', []],
    [
      'image:[a TO b]',
      '',
      [['mistake', 'image:[a TO b]', 'brackets are not read; a comma parts values', null]],
    ],
    [
      '(status:failed)',
      '',
      [
        [
          'mistake',
          '(status:failed)',
          'brackets are not read; all parts hold, and a comma parts values',
          'status:failed',
        ],
      ],
    ],
    [
      '-(status:failed OR status:cancelled)',
      '',
      [
        [
          'mistake',
          '-(status:failed OR status:cancelled)',
          'brackets are not read; all parts hold, and a comma parts values',
          '-status:failed,cancelled',
        ],
      ],
    ],
    [
      '!(tag:a || tag:b)',
      '',
      [
        [
          'mistake',
          '!(tag:a || tag:b)',
          'brackets are not read; all parts hold, and a comma parts values',
          '-tag:a,b',
        ],
      ],
    ],
    [
      '-(status:failed OR tag:a)',
      '',
      [
        [
          'mistake',
          '-(status:failed OR tag:a)',
          'brackets are not read; all parts hold, and a comma parts values',
          null,
        ],
      ],
    ],
    [
      '(status:failed',
      '',
      [
        [
          'mistake',
          '(status:failed',
          'brackets are not read; all parts hold, and a comma parts values',
          'status:failed',
        ],
      ],
    ],
    [
      '((status:failed))',
      '',
      [
        [
          'mistake',
          '((status:failed))',
          'brackets are not read; all parts hold, and a comma parts values',
          'status:failed',
        ],
      ],
    ],
    [
      '(-tag:x)',
      '',
      [
        [
          'mistake',
          '(-tag:x)',
          'brackets are not read; all parts hold, and a comma parts values',
          '-tag:x',
        ],
      ],
    ],
    [
      '( status:failed (a) )',
      ')',
      [
        [
          'mistake',
          '( status:failed (a)',
          'brackets are not read; all parts hold, and a comma parts values',
          null,
        ],
      ],
    ],
    [
      'status = failed',
      '',
      [['mistake', 'status = failed', 'a field is written without blanks', 'status:failed']],
    ],
    [
      'status != failed',
      '',
      [['mistake', 'status != failed', 'a field is written without blanks', '-status:failed']],
    ],
    [
      '-status = failed',
      '',
      [['mistake', '-status = failed', 'a field is written without blanks', '-status:failed']],
    ],
    [
      'wait >= 2m',
      '',
      [['mistake', 'wait >= 2m', 'a field is written without blanks', 'wait:>=2m']],
    ],
    [
      'created <= 2026-11-01',
      '',
      [
        [
          'mistake',
          'created <= 2026-11-01',
          'a field is written without blanks',
          'created:<=2026-11-01',
        ],
      ],
    ],
    [
      'is : active',
      '',
      [['mistake', 'is : active', 'a field is written without blanks', 'is:active']],
    ],
    ['duration => 10m', 'duration "=>" 10m', []],
    [
      'SELECT',
      'SELECT',
      [
        [
          'hint',
          'SELECT',
          'SELECT is searched for as a word; type words and fields, as in status:failed',
          null,
        ],
      ],
    ],
    [
      'ORDER',
      'ORDER',
      [
        [
          'hint',
          'ORDER',
          'ORDER is searched for as a word; type words and fields, as in status:failed',
          null,
        ],
      ],
    ],
    [
      'swe-*',
      'swe-*',
      [['hint', 'swe-*', '* stands for itself in a word; in a field it is any run', 'image:swe-*']],
    ],
    [
      '-swe-*',
      '-swe-*',
      [
        [
          'hint',
          '-swe-*',
          '* stands for itself in a word; in a field it is any run',
          '-image:swe-*',
        ],
      ],
    ],
    [
      '*swe',
      '*swe',
      [['hint', '*swe', '* stands for itself in a word; in a field it is any run', 'image:*swe']],
    ],
    [
      '*:*',
      '*:*',
      [['hint', '*:*', '*:* is searched for as it stands; an empty search shows all builds', null]],
    ],
    [
      '/a+b/',
      '/a+b/',
      [['hint', '/a+b/', 'searched for as it stands: there are no regular expressions', null]],
    ],
    [
      '/a.*b/gi',
      '/a.*b/gi',
      [['hint', '/a.*b/gi', 'searched for as it stands: there are no regular expressions', null]],
    ],
    [
      '+word',
      '+word',
      [['hint', '+word', '+ is part of the word: each must stand somewhere', 'word']],
    ],
    ['word~2', 'word~2', [['hint', 'word~2', '~2 is part of the word', 'word']]],
    ['word^3', 'word^3', [['hint', 'word^3', '^3 is part of the word', 'word']]],
    ['-word~', '-word~', []],
    ["'no space'", "'no space'", [['hint', "'no space'", 'only " makes a phrase', '"no space"']]],
    [
      "-'no space'",
      "-'no space'",
      [['hint', "-'no space'", 'only " makes a phrase', '-"no space"']],
    ],
    ['‘no space’', '‘no space’', [['hint', '‘no space’', 'only " makes a phrase', '"no space"']]],
    ['“no space”', '“no space”', [['hint', '“no space”', 'only " makes a phrase', '"no space"']]],
    ['„no space“', '„no space“', [['hint', '„no space“', 'only " makes a phrase', '"no space"']]],
    ['«no space»', '«no space»', [['hint', '«no space»', 'only " makes a phrase', '"no space"']]],
    ['`no space`', '`no space`', [['hint', '`no space`', 'only " makes a phrase', '"no space"']]],
    [
      'status>failed',
      'status>failed',
      [['hint', 'status>failed', 'searched for as it stands; “status” cannot be compared', null]],
    ],
    [
      'image>x',
      'image>x',
      [['hint', 'image>x', 'searched for as it stands; “image” cannot be compared', null]],
    ],
    [
      'cause>x',
      'cause>x',
      [['hint', 'cause>x', 'searched for as it stands; “cause” cannot be compared', null]],
    ],
    [
      'image=',
      'image=',
      [['hint', 'image=', 'searched for as it stands; a field has a colon', null]],
    ],
    [
      'tag!=latest',
      'tag!=latest',
      [['hint', 'tag!=latest', 'searched for as it stands; a field has a colon', '-tag:latest']],
    ],
    [
      '-tag!=latest',
      '-tag!=latest',
      [['hint', '-tag!=latest', 'searched for as it stands; a field has a colon', 'tag:latest']],
    ],
    [
      'error~space',
      'error~space',
      [['hint', 'error~space', 'searched for as it stands; a field has a colon', 'error:space']],
    ],
    [
      'tag<>v1',
      'tag<>v1',
      [['hint', 'tag<>v1', 'searched for as it stands; a field has a colon', '-tag:v1']],
    ],
    [
      'duration=>x',
      'duration=>x',
      [['hint', 'duration=>x', 'searched for as it stands; a field has a colon', 'duration:>=x']],
    ],
    [
      'duration=<x',
      'duration=<x',
      [['hint', 'duration=<x', 'searched for as it stands; a field has a colon', 'duration:<=x']],
    ],
    [
      'image=~x',
      'image=~x',
      [['hint', 'image=~x', 'searched for as it stands; a field has a colon', 'image:x']],
    ],
    [
      'image!~x',
      'image!~x',
      [['hint', 'image!~x', 'searched for as it stands; a field has a colon', '-image:x']],
    ],
    [
      'status is failed',
      'status is failed',
      [
        [
          'hint',
          'status is failed',
          'searched for as it stands; a field has a colon',
          'status:failed',
        ],
      ],
    ],
    [
      'status not failed',
      'status not failed',
      [
        [
          'hint',
          'status not failed',
          'searched for as it stands; a field has a colon',
          '-status:failed',
        ],
      ],
    ],
    [
      'status is not failed',
      'status is not failed',
      [
        [
          'hint',
          'status is not failed',
          'searched for as it stands; a field has a colon',
          '-status:failed',
        ],
      ],
    ],
    [
      'status in failed, cancelled',
      'status in failed, cancelled',
      [
        [
          'hint',
          'status in failed, cancelled',
          'searched for as it stands; a field has a colon',
          'status:failed,cancelled',
        ],
      ],
    ],
    [
      'artifact is vm',
      'artifact is vm',
      [['hint', 'artifact is vm', 'searched for as it stands; a field has a colon', 'artifact:vm']],
    ],
    [
      'image like web%',
      'image like web%',
      [['hint', 'image like web%', 'searched for as it stands; a field has a colon', 'image:web*']],
    ],
    [
      'image contains web',
      'image contains web',
      [
        [
          'hint',
          'image contains web',
          'searched for as it stands; a field has a colon',
          'image:web',
        ],
      ],
    ],
    [
      'image != web',
      'image "!=" web',
      [['hint', 'image != web', 'searched for as it stands; a field has a colon', '-image:web']],
    ],
    [
      'tag == v1',
      'tag "==" v1',
      [['hint', 'tag == v1', 'searched for as it stands; a field has a colon', 'tag:v1']],
    ],
    [
      'created after 2026-11-01',
      'created after 2026-11-01',
      [
        [
          'hint',
          'created after 2026-11-01',
          'searched for as it stands; a field has a colon',
          'created:>2026-11-01',
        ],
      ],
    ],
    [
      'created before today',
      'created before today',
      [
        [
          'hint',
          'created before today',
          'searched for as it stands; a field has a colon',
          'created:<today',
        ],
      ],
    ],
    [
      'created between 2026-11-01 and 2026-11-20',
      'created between 2026-11-01 and 2026-11-20',
      [
        [
          'hint',
          'created between 2026-11-01 and 2026-11-20',
          'searched for as it stands; a field has a colon',
          'created:2026-11-01..2026-11-20',
        ],
      ],
    ],
    [
      'duration over 10m',
      'duration over 10m',
      [
        [
          'hint',
          'duration over 10m',
          'searched for as it stands; a field has a colon',
          'duration:>10m',
        ],
      ],
    ],
    [
      'wait under 2m',
      'wait under 2m',
      [['hint', 'wait under 2m', 'searched for as it stands; a field has a colon', 'wait:<2m']],
    ],
    [
      'created since yesterday',
      'created since yesterday',
      [
        [
          'hint',
          'created since yesterday',
          'searched for as it stands; a field has a colon',
          'created:>=yesterday',
        ],
      ],
    ],
    [
      'ended until today',
      'ended until today',
      [
        [
          'hint',
          'ended until today',
          'searched for as it stands; a field has a colon',
          'ended:<=today',
        ],
      ],
    ],
    [
      'created on 2026-11-01',
      'created on 2026-11-01',
      [
        [
          'hint',
          'created on 2026-11-01',
          'searched for as it stands; a field has a colon',
          'created:2026-11-01',
        ],
      ],
    ],
    [
      'image = "%x%"',
      'image "=" %x%',
      [['hint', 'image = "%x%"', 'searched for as it stands; a field has a colon', 'image:x']],
    ],
    ['is:failed', '', [['mistake', 'is:failed', '“is” has no “failed”', 'status:failed']]],
    ['is:success', '', [['mistake', 'is:success', '“is” has no “success”', 'status:completed']]],
    ['status:active', '', [['mistake', 'status:active', '“status” has no “active”', 'is:active']]],
    ['status:stuck', '', [['mistake', 'status:stuck', '“status” has no “stuck”', 'is:stalled']]],
    [
      'status:!failed',
      '',
      [['mistake', 'status:!failed', 'a minus in front of the field excludes', '-status:failed']],
    ],
    [
      'status:!=failed',
      '',
      [['mistake', 'status:!=failed', 'a minus in front of the field excludes', '-status:failed']],
    ],
    [
      'status:<>failed',
      '',
      [['mistake', 'status:<>failed', 'a minus in front of the field excludes', '-status:failed']],
    ],
    [
      'status:-failed',
      '',
      [['mistake', 'status:-failed', 'a minus in front of the field excludes', '-status:failed']],
    ],
    [
      'status:~failed',
      '',
      [['mistake', 'status:~failed', 'words are compared whole', 'status:failed']],
    ],
    [
      '-status:!failed',
      '',
      [['mistake', '-status:!failed', 'a minus in front of the field excludes', 'status:failed']],
    ],
    [
      '-status:~failed',
      '',
      [['mistake', '-status:~failed', 'words are compared whole', '-status:failed']],
    ],
    [
      'status:failed|cancelled',
      '',
      [['mistake', 'status:failed|cancelled', 'a comma parts values', 'status:failed,cancelled']],
    ],
    [
      'status:failed;cancelled',
      '',
      [['mistake', 'status:failed;cancelled', 'a comma parts values', 'status:failed,cancelled']],
    ],
    [
      'status:failed+cancelled',
      '',
      [['mistake', 'status:failed+cancelled', 'a comma parts values', 'status:failed,cancelled']],
    ],
    [
      "status:'failed'",
      '',
      [['mistake', "status:'failed'", 'words need no quotes', 'status:failed']],
    ],
    [
      'status:‘failed’',
      '',
      [['mistake', 'status:‘failed’', 'words need no quotes', 'status:failed']],
    ],
    ['status:*', '', [['mistake', 'status:*', 'every build has one: leave it out', null]]],
    ['-is:*', '', [['mistake', '-is:*', 'every build has one: leave it out', null]]],
    [
      'status:failed, cancelled',
      '',
      [
        [
          'mistake',
          'status:failed, cancelled',
          'values follow a comma without a blank',
          'status:failed,cancelled',
        ],
      ],
    ],
    [
      'artifact:vm, container',
      '',
      [
        [
          'mistake',
          'artifact:vm, container',
          'values follow a comma without a blank',
          'artifact:vm,container',
        ],
      ],
    ],
    [
      'image:%swe%',
      'image:%swe%',
      [['hint', 'image:%swe%', '% stands for itself; * is any run', 'image:swe']],
    ],
    [
      'image:swe%',
      'image:swe%',
      [['hint', 'image:swe%', '% stands for itself; * is any run', 'image:swe*']],
    ],
    ['tag:%v%1', 'tag:%v%1', []],
    [
      'image:/swe-.*/',
      'image:/swe-.*/',
      [['hint', 'image:/swe-.*/', 'there are no regular expressions; * is any run', 'image:swe-*']],
    ],
    [
      'tag:/^v1$/',
      'tag:/^v1$/',
      [['hint', 'tag:/^v1$/', 'there are no regular expressions; * is any run', 'tag:v1']],
    ],
    [
      'image:/a(b)/',
      'image:/a(b)/',
      [['hint', 'image:/a(b)/', 'there are no regular expressions; * is any run', null]],
    ],
    [
      'image:a|b',
      'image:a|b',
      [['hint', 'image:a|b', '| stands for itself; a comma parts values', 'image:a,b']],
    ],
    [
      'tag:a||b',
      'tag:a||b',
      [['hint', 'tag:a||b', '| stands for itself; a comma parts values', 'tag:a,b']],
    ],
    [
      'image:!web',
      'image:!web',
      [['hint', 'image:!web', 'a minus in front of the field excludes', '-image:web']],
    ],
    [
      'tag:!=latest',
      'tag:!=latest',
      [['hint', 'tag:!=latest', 'a minus in front of the field excludes', '-tag:latest']],
    ],
    [
      '-tag:!latest',
      '-tag:!latest',
      [['hint', '-tag:!latest', 'a minus in front of the field excludes', 'tag:latest']],
    ],
    ['image:>web', 'image:>web', [['hint', 'image:>web', '“image” cannot be compared', null]]],
    ['tag:>=v1', 'tag:>=v1', [['hint', 'tag:>=v1', '“tag” cannot be compared', null]]],
    [
      "error:'no space'",
      "error:'no space'",
      [['hint', "error:'no space'", 'only " quotes', 'error:"no space"']],
    ],
    ["image:'a b' c", "image:'a b' c", [['hint', "image:'a b'", 'only " quotes', 'image:"a b" c']]],
    ['error:*', 'error:*', [['hint', 'error:*', '“has:error” says the same', 'has:error']]],
    ['-error:*', '-error:*', [['hint', '-error:*', '“has:error” says the same', '-has:error']]],
    [
      'since:24h',
      'since:24h',
      [
        [
          'hint',
          'since:24h',
          '“since” takes “last” alone; for a time write created:>=2026-11-01; searched for as text',
          null,
        ],
      ],
    ],
    [
      '-since:24h',
      '-since:24h',
      [
        [
          'hint',
          '-since:24h',
          '“since” takes “last” alone; for a time write created:>=2026-11-01; searched for as text',
          null,
        ],
      ],
    ],
    [
      'state:failed',
      'state:failed',
      [
        [
          'hint',
          'state:failed',
          'there is no field “state”; searched for as text',
          'status:failed',
        ],
      ],
    ],
    [
      'conclusion:success',
      'conclusion:success',
      [
        [
          'hint',
          'conclusion:success',
          'there is no field “conclusion”; searched for as text',
          'status:completed',
        ],
      ],
    ],
    [
      'result:x',
      'result:x',
      [['hint', 'result:x', 'there is no field “result”; searched for as text', 'status:x']],
    ],
    [
      '-state:green',
      '-state:green',
      [
        [
          'hint',
          '-state:green',
          'there is no field “state”; searched for as text',
          '-status:completed',
        ],
      ],
    ],
    [
      'version:1',
      'version:1',
      [['hint', 'version:1', 'there is no field “version”; searched for as text', 'tag:1']],
    ],
    [
      'message:space',
      'message:space',
      [
        [
          'hint',
          'message:space',
          'there is no field “message”; searched for as text',
          'error:space',
        ],
      ],
    ],
    [
      'kind:vm',
      'kind:vm',
      [['hint', 'kind:vm', 'there is no field “kind”; searched for as text', 'artifact:vm']],
    ],
    [
      'uuid:abc',
      'uuid:abc',
      [['hint', 'uuid:abc', 'there is no field “uuid”; searched for as text', 'id:abc']],
    ],
    [
      'before:2026-11-01',
      'before:2026-11-01',
      [
        [
          'hint',
          'before:2026-11-01',
          'there is no field “before”; searched for as text',
          'created:<2026-11-01',
        ],
      ],
    ],
    [
      'after:2026-11-01',
      'after:2026-11-01',
      [
        [
          'hint',
          'after:2026-11-01',
          'there is no field “after”; searched for as text',
          'created:>2026-11-01',
        ],
      ],
    ],
    [
      'until:2026-11-01',
      'until:2026-11-01',
      [
        [
          'hint',
          'until:2026-11-01',
          'there is no field “until”; searched for as text',
          'created:<=2026-11-01',
        ],
      ],
    ],
    [
      'from:2026-11-01',
      'from:2026-11-01',
      [
        [
          'hint',
          'from:2026-11-01',
          'there is no field “from”; searched for as text',
          'created:>=2026-11-01',
        ],
      ],
    ],
    [
      'older:24h',
      'older:24h',
      [['hint', 'older:24h', 'there is no field “older”; searched for as text', 'created:>24h']],
    ],
    [
      'newer:24h',
      'newer:24h',
      [['hint', 'newer:24h', 'there is no field “newer”; searched for as text', 'created:24h']],
    ],
    [
      '-older:24h',
      '-older:24h',
      [['hint', '-older:24h', 'there is no field “older”; searched for as text', '-created:>24h']],
    ],
    ['before:x', 'before:x', []],
    [
      'no:error',
      'no:error',
      [['hint', 'no:error', 'there is no field “no”; searched for as text', '-has:error']],
    ],
    [
      'exists:errors',
      'exists:errors',
      [['hint', 'exists:errors', 'there is no field “exists”; searched for as text', 'has:error']],
    ],
    [
      'missing:path',
      'missing:path',
      [['hint', 'missing:path', 'there is no field “missing”; searched for as text', '-has:path']],
    ],
    [
      '-no:error',
      '-no:error',
      [['hint', '-no:error', 'there is no field “no”; searched for as text', 'has:error']],
    ],
    [
      '-exists:error',
      '-exists:error',
      [['hint', '-exists:error', 'there is no field “exists”; searched for as text', '-has:error']],
    ],
    ['no:thing', 'no:thing', []],
    [
      'orderby:x',
      'orderby:x',
      [
        [
          'hint',
          'orderby:x',
          'searched for as text; the order is chosen at the head of a column',
          null,
        ],
      ],
    ],
    [
      'group:x',
      'group:x',
      [
        [
          'hint',
          'group:x',
          'searched for as text; the order is chosen at the head of a column',
          null,
        ],
      ],
    ],
    [
      'owner:me',
      'owner:me',
      [['hint', 'owner:me', 'the API tells no owner; searched for as text', null]],
    ],
    ['Team:x', 'Team:x', [['hint', 'Team:x', 'the API tells no team; searched for as text', null]]],
    [
      'age:3d',
      'age:3d',
      [['hint', 'age:3d', 'there is no field “age”; searched for as text', 'created:3d']],
    ],
    [
      'took:5m',
      'took:5m',
      [['hint', 'took:5m', 'there is no field “took”; searched for as text', 'duration:>5m']],
    ],
    [
      'queue:1m',
      'queue:1m',
      [['hint', 'queue:1m', 'there is no field “queue”; searched for as text', 'wait:>1m']],
    ],
    [
      'sha:abc',
      'sha:abc',
      [['hint', 'sha:abc', 'there is no field “sha”; searched for as text', 'id:abc']],
    ],
  ])('%s', (text, applied, told) => {
    expect(printQueryText(parseQueryText(text).filter)).toBe(applied);
    expect(toldOf(text)).toEqual(told);
  });
});

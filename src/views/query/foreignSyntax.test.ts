import { describe, expect, it } from 'vitest';
import { acceptIssue, parseQueryText, printQueryText } from './parseQueryText.ts';

const settle = (text: string) => printQueryText(parseQueryText(text).filter);

/** What is typed, what is filtered by, and what the text becomes when the advice is taken. */
type Spelling = readonly [typed: string, filter: string, advised: string | null];

const UNDERSTOOD: readonly (readonly [typed: string, filter: string])[] = [
  ['status:failed OR status:cancelled', 'status:failed,cancelled'],
  ['status:failed or status:cancelled', 'status:failed,cancelled'],
  ['status:failed | status:cancelled', 'status:failed,cancelled'],
  ['status:failed || status:cancelled || status:pending', 'status:failed,cancelled,pending'],
  ['status:failed ODER status:cancelled web', 'status:failed,cancelled web'],
  ['status:failed ou status:cancelled', 'status:failed,cancelled'],
  ['status:failed или status:cancelled', 'status:failed,cancelled'],
  ['image:django OR image:flask', 'image:django,flask'],
  ['error:"no space" OR error:denied', 'error:"no space",denied'],
  ['tag:v1.* OR tag:latest', 'tag:v1.*,latest'],
  ['is:active OR is:stalled', 'is:active,stalled'],
  ['status=failed', 'status:failed'],
  ['status==failed', 'status:failed'],
  ['status!=failed', '-status:failed'],
  ['status<>failed', '-status:failed'],
  ['-status!=failed', 'status:failed'],
  ['status:=failed', 'status:failed'],
  ['status: failed', 'status:failed'],
  ['created: 24h', 'created:24h'],
  ['created:last week', 'created:last-week'],
  ['ended:this month web', 'ended:this-month web'],
  ['created:last hour', 'created:1h'],
  ['STATUS:FAILED', 'status:failed'],
  ['status:"failed"', 'status:failed'],
  ['duration>10m', 'duration:>10m'],
  ['duration>=10m', 'duration:>=10m'],
  ['created<2026-11-01', 'created:<2026-11-01'],
  ['created=2026-11-01', 'created:2026-11-01'],
  ['created:2026-11-01..*', 'created:>=2026-11-01'],
  ['created:*..2026-11-01', 'created:<=2026-11-01'],
  ['NOT status:failed', '-status:failed'],
  ['not is:active', '-is:active'],
  ['! status:failed', '-status:failed'],
  ['nicht status:failed', '-status:failed'],
  ['is:active', 'is:active'],
  ['-is:active', '-is:active'],
  ['-tag:latest', '-tag:latest'],
  ['-"no space"', '-"no space"'],
  ['image:swe-*', 'image:swe-*'],
  ['image:=web', 'image:=web'],
  ['type:vm', 'artifact:vm'],
];

const EXPLAINED: readonly Spelling[] = [
  ['status:failed AND status:cancelled', 'status:failed,cancelled', null],
  ['status:failed AND tag:latest', 'status:failed tag:latest', null],
  ['status:failed && tag:latest', 'status:failed tag:latest', null],
  ['status:failed und tag:latest', 'status:failed tag:latest', null],
  ['status:failed OR image:web', 'status:failed image:web', null],
  ['-status:failed OR -status:pending', '-status:failed,pending', '-status:failed,pending'],
  ['created:today OR created:yesterday', 'created:today created:yesterday', null],
  ['(status:failed OR status:cancelled)', '', 'status:failed OR status:cancelled'],
  ['(status:failed) web', 'web', 'status:failed web'],
  ['-(status:failed OR status:cancelled)', '', '-status:failed,cancelled'],
  ['status:(failed OR cancelled)', '', 'status:failed,cancelled'],
  ['status:(failed cancelled) web', 'web', 'status:failed,cancelled web'],
  ['-status:[failed, cancelled]', '', '-status:failed,cancelled'],
  ['created:[2026-11-01 TO 2026-11-20]', '', 'created:2026-11-01..2026-11-20'],
  ['created:{* TO 2026-11-20}', '', 'created:..2026-11-20'],
  ['status:failed|cancelled', '', 'status:failed,cancelled'],
  ['status:failed;cancelled', '', 'status:failed,cancelled'],
  ['status:failed, cancelled', '', 'status:failed,cancelled'],
  ['status = failed', '', 'status:failed'],
  ['status != failed', '', '-status:failed'],
  ['duration > 10m', '', 'duration:>10m'],
  ['created >= 2026-11-01', '', 'created:>=2026-11-01'],
  ['status : failed', '', 'status:failed'],
  ['status:!failed', '', '-status:failed'],
  ['status:-failed', '', '-status:failed'],
  ['status:<>failed', '', '-status:failed'],
  ['!status:failed', '', '-status:failed'],
  ['+status:failed', '', 'status:failed'],
  ['@status:failed', '', 'status:failed'],
  ['-@status:failed', '', '-status:failed'],
  ['--status=failed', '', 'status:failed'],
  ['?status=FAILED&created=24h', '', 'status:FAILED created:24h'],
  ["status:'failed'", '', 'status:failed'],
  ['status:~failed', '', 'status:failed'],
  ['status:*', '', null],
  ['status:fail*', 'status:"fail*"', 'status:failed'],
  ['status:success', 'status:"success"', 'status:completed'],
  ['status:running', 'status:"running"', 'status:building'],
  ['status:active', '', 'is:active'],
  ['is:failed', '', 'status:failed'],
  ['-is:failed', '', '-status:failed'],
  ['is:open', '', 'is:active'],
  ['is:success', '', 'status:completed'],
  ['since:2026-11-01', '', 'created:>=2026-11-01'],
  ['artifact:docker', 'artifact:docker', 'artifact:container'],
];

const SEARCHED: readonly Spelling[] = [
  ['django OR flask', 'django OR flask', 'image:django,flask'],
  ['failed OR cancelled', 'failed OR cancelled', 'status:failed,cancelled'],
  ['django AND flask', 'django AND flask', null],
  ['NOT found', 'NOT found', null],
  ['image=web', 'image=web', 'image:web'],
  ['image!=web', 'image!=web', '-image:web'],
  ['image~web', 'image~web', 'image:web'],
  ['image =~ web', 'image =~ web', 'image:web'],
  ['tag!~v1', 'tag!~v1', '-tag:v1'],
  ['tag>=1.2', 'tag>=1.2', null],
  ["image LIKE 'swe%'", "image LIKE 'swe%'", 'image:swe*'],
  ['status is failed', 'status is failed', 'status:failed'],
  ['status is not failed', 'status is not failed', '-status:failed'],
  ['status in (failed, cancelled)', 'status in (failed, cancelled)', 'status:failed,cancelled'],
  ['created after 2026-11-01', 'created after 2026-11-01', 'created:>2026-11-01'],
  [
    'created between 2026-11-01 and 2026-11-20',
    'created between 2026-11-01 and 2026-11-20',
    'created:2026-11-01..2026-11-20',
  ],
  ['duration over 10m', 'duration over 10m', 'duration:>10m'],
  ['SELECT x', 'SELECT x', null],
  ['label:bug', 'label:bug', 'tag:bug'],
  ['state:failure', 'state:failure', 'status:failed'],
  ['conclusion:success', 'conclusion:success', 'status:completed'],
  ['repo:acme/web', 'repo:acme/web', 'image:acme/web'],
  ['message:denied', 'message:denied', 'error:denied'],
  ['author:me', 'author:me', null],
  ['sort:created-desc', 'sort:created-desc', null],
  ['before:2026-11-01', 'before:2026-11-01', 'created:<2026-11-01'],
  ['after:2026-11-01', 'after:2026-11-01', 'created:>2026-11-01'],
  ['older:7d', 'older:7d', 'created:>7d'],
  ['newer:7d', 'newer:7d', 'created:7d'],
  ['no:error', 'no:error', '-has:error'],
  ['swe-*', 'swe-*', 'image:swe-*'],
  ['*', '*', null],
  ['*:*', '*:*', null],
  ['/swe-.*/', '/swe-.*/', null],
  ['image:/swe-.*/', 'image:/swe-.*/', 'image:swe-*'],
  ['image:%swe%', 'image:%swe%', 'image:swe'],
  ['image:web|api', 'image:web|api', 'image:web,api'],
  ['tag:>=1.2', 'tag:>=1.2', null],
  ['error:*', 'error:*', 'has:error'],
  ['+django', '+django', 'django'],
  ['django~2', 'django~2', 'django'],
  ['django^4', 'django^4', 'django'],
  ["'no space' left", "'no space' left", '"no space" left'],
  ['“no space”', '“no space”', '"no space"'],
  ["error:'no space'", "error:'no space'", 'error:"no space"'],
];

function adviceOn(text: string): string | null | undefined {
  const { problems } = parseQueryText(text);
  if (problems.length === 0) return undefined;
  const [offered] = problems.filter(({ suggestion }) => suggestion !== null);
  return offered === undefined ? null : acceptIssue(text, offered);
}

describe('a spelling of GitHub, Datadog, Lucene, SQL or a command line', () => {
  it.each(UNDERSTOOD)('is understood without a word: %s', (typed, filter) => {
    expect([settle(typed), adviceOn(typed)]).toEqual([filter, undefined]);
  });

  it.each(EXPLAINED)(
    'does not apply where it could mislead, and is explained: %s',
    (typed, filter, advised) => {
      expect([settle(typed), adviceOn(typed)]).toEqual([filter, advised]);
    },
  );

  it.each(SEARCHED)(
    'is searched for as it stands, and is explained: %s',
    (typed, filter, advised) => {
      expect([settle(typed), adviceOn(typed)]).toEqual([filter, advised]);
      const quoted = parseQueryText(filter).filter;
      expect(quoted).toEqual(parseQueryText(typed).filter);
    },
  );

  it('means what is advised, without more advice', () => {
    for (const [typed, , advised] of [...EXPLAINED, ...SEARCHED]) {
      if (typeof advised !== 'string') continue;
      const { problems, filter } = parseQueryText(advised);
      expect([typed, problems]).toEqual([typed, []]);
      expect(filter.length).toBeGreaterThan(0);
    }
  });
});

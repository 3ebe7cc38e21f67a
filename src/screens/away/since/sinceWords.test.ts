import { describe, expect, it } from 'vitest';
import { linkSince } from './linkSince.ts';
import { momentText } from './momentText.ts';
import { sinceParts } from './sinceParts.ts';

const NOW = Date.UTC(2026, 10, 27, 9, 5);

describe('a moment in words', () => {
  it.each([
    ['17:40', Date.UTC(2026, 10, 27, 7, 40), 'Asia/Kolkata', '13:10'],
    ['today', Date.UTC(2026, 10, 27, 0, 1), 'UTC', '00:01'],
    ['yesterday', Date.UTC(2026, 10, 26, 17, 40), 'UTC', 'yesterday 17:40'],
    [
      'before midnight in Berlin',
      Date.UTC(2026, 10, 26, 22, 59),
      'Europe/Berlin',
      'yesterday 23:59',
    ],
    ['after midnight in Berlin', Date.UTC(2026, 10, 26, 23, 30), 'Europe/Berlin', '00:30'],
    ['this year', Date.UTC(2026, 10, 4, 17, 40), 'UTC', '4 Nov 17:40'],
    ['another year', Date.UTC(2025, 11, 31, 23, 0), 'UTC', '31 Dec 2025 23:00'],
  ])('says %s', (_, moment, zone, said) => expect(momentText(moment, NOW, zone)).toBe(said));
});

describe('what is said of a time away', () => {
  const MARK = Date.UTC(2026, 10, 26, 17, 40, 3, 120);
  const counts = { complete: true, ended: 291, failed: 14, newCauses: ['ab', 'cd'], broken: 1 };

  it('opens each count by an address', () => {
    const parts = sinceParts(counts, MARK);
    const said = [parts?.ended, parts?.failed, parts?.causes, parts?.broken];
    expect(said.map((part) => `${part?.text} ${decodeURIComponent(part?.href ?? '')}`)).toEqual([
      '291 ended ?is=ended&ended=>2026-11-26T17:40:03.120Z',
      '14 failed ?status=FAILED&ended=>2026-11-26T17:40:03.120Z',
      '2 new causes ?lens=errors&status=FAILED&ended=>2026-11-26T17:40:03.120Z&sort=-first&open=ab',
      '1 image broken ?is=broken&ended=>2026-11-26T17:40:03.120Z',
    ]);
    expect(sinceParts({ ...counts, newCauses: ['ab'] }, MARK)?.causes?.href).toBe(
      '?lens=errors&cause=ab',
    );
  });

  it('leaves out what there is none of, and is nothing where nothing ended', () => {
    expect(sinceParts({ ...counts, failed: 0, newCauses: [], broken: 0 }, MARK)).toMatchObject({
      failed: null,
      causes: null,
      broken: null,
    });
    expect(sinceParts({ ...counts, ended: 0 }, MARK)).toBeNull();
  });

  it('becomes an instant in a link that is handed on', () => {
    expect(decodeURIComponent(linkSince('?since=last&lens=errors', MARK))).toContain(
      'since=2026-11-26T17:40:03.120Z',
    );
    expect(linkSince('?since=last', null)).toBe('?since=last');
    expect(linkSince('?status=FAILED', MARK)).toBe('?status=FAILED');
    expect(linkSince('?q=since%3Dlast', MARK)).toBe('?q=since%3Dlast');
  });
});

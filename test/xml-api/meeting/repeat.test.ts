import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { forProtocol } from '../../support/databases.ts';
import { type Caller, HOST, sharedSite } from '../../support/site.ts';
import { getMeeting, meeting, scheduled } from './scheduled.ts';

/** How clients ask for series, and when these take place. 1 June 2026 is a Monday; the zone is San Francisco's. */

const days = (...names: string[]) =>
  `<dayInWeek>${names.map((name) => `<day>${name}</day>`).join('')}</dayInWeek>`;
const until = (date: string) => `<expirationDate>${date}</expirationDate>`;
const times = (number: number) => `<afterMeetingNumber>${number}</afterMeetingNumber>`;
const type = (name: string, more = '') => `<repeatType>${name}</repeatType>${more}`;

const SHAPES: readonly {
  readonly asked: string;
  readonly repeat: string;
  readonly startDate?: string;
  /** Days of 2026, or with their year; `…` when there are more. */
  readonly starts: string;
}[] = [
  { asked: 'nothing', repeat: '', starts: '06/01' },
  { asked: 'NO_REPEAT', repeat: type('NO_REPEAT'), starts: '06/01' },
  { asked: 'every day, without an end', repeat: type('DAILY'), starts: '06/01 06/02 06/03 06/04 …' },
  {
    asked: 'every third day, three times',
    repeat: type('DAILY', `<interval>3</interval>${times(3)}`),
    starts: '06/01 06/04 06/07',
  },
  {
    asked: 'every weekday, as Zimbra does',
    repeat: type(
      'DAILY',
      days('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY') + until('6/9/2026 00:00:00'),
    ),
    startDate: '6/4/2026 10:0:0',
    starts: '06/04 06/05 06/08 06/09',
  },
  {
    asked: 'weekly, without a day and an interval',
    repeat: type('WEEKLY', times(3)),
    starts: '06/01 06/08 06/15',
  },
  {
    asked: 'weekly until a midnight, as Zimbra does: that day counts',
    repeat: type('WEEKLY', days('TUESDAY') + until('6/16/2026 00:00:00')),
    starts: '06/02 06/09 06/16',
  },
  {
    asked: 'weekly on days of which the start is none, as Zimbra does',
    repeat: type('WEEKLY', days('FRIDAY', 'WEDNESDAY') + times(4)),
    starts: '06/03 06/05 06/10 06/12',
  },
  {
    asked: 'every other week',
    repeat: type('WEEKLY', `<interval>2</interval>${days('MONDAY', 'SATURDAY')}${times(4)}`),
    starts: '06/01 06/06 06/15 06/20',
  },
  {
    asked: 'weekly on a day that is named twice',
    repeat: type('WEEKLY', days('MONDAY', 'MONDAY') + times(2)),
    starts: '06/01 06/08',
  },
  {
    asked: 'monthly on a day that some months lack',
    repeat: type('MONTHLY', `<dayInMonth>31</dayInMonth>${times(3)}`),
    startDate: '05/31/2026 10:00:00',
    starts: '05/31 07/31 08/31',
  },
  {
    asked: 'monthly on the second Tuesday',
    repeat: type('MONTHLY', `<weekInMonth>2</weekInMonth>${days('TUESDAY')}${times(3)}`),
    starts: '06/09 07/14 08/11',
  },
  {
    asked: 'monthly on the last Friday',
    repeat: type('MONTHLY', `<weekInMonth>5</weekInMonth>${days('FRIDAY')}${times(3)}`),
    starts: '06/26 07/31 08/28',
  },
  {
    asked: 'every third month on the day of the start',
    repeat: type('MONTHLY', `<interval>3</interval>${times(3)}`),
    starts: '06/01 09/01 12/01',
  },
  {
    asked: 'yearly on a date',
    repeat: type('YEARLY', `<dayInMonth>24</dayInMonth><monthInYear>12</monthInYear>${times(2)}`),
    starts: '12/24 12/24/2027',
  },
  {
    asked: 'yearly on the fourth Thursday of November',
    repeat: type(
      'YEARLY',
      `<weekInMonth>4</weekInMonth>${days('THURSDAY')}<monthInYear>11</monthInYear>${times(2)}`,
    ),
    starts: '11/26 11/25/2027',
  },
  {
    asked: 'yearly on 29 February',
    repeat: type('YEARLY', times(2)),
    startDate: '02/29/2028 10:00:00',
    starts: '02/29/2028 02/29/2032',
  },
  {
    asked: 'both ends: the earlier one counts',
    repeat: type('WEEKLY', times(5) + until('06/09/2026 00:00:00')),
    starts: '06/01 06/08',
  },
  {
    asked: 'afterMeetingNumber 0, which ends nothing',
    repeat: type('WEEKLY', times(0)),
    starts: '06/01 06/08 06/15 06/22 …',
  },
  {
    asked: 'CONSTANT, which has one start',
    repeat: type('CONSTANT', until('12/31/2026 00:00:00')),
    starts: '06/01',
  },
];

forProtocol('a series is asked for', (open) => {
  const site = sharedSite(open);

  /** The first starts of the only meeting of a host, each found by a list that begins behind the one before. */
  const startsOf = async (host: Caller): Promise<string> => {
    const found: string[] = [];
    let from = '01/01/2026 00:00:00';
    while (found.length < 5) {
      const scope = `<dateScope><startDateStart>${from}</startDateStart><timeZoneID>4</timeZoneID></dateScope>`;
      const start = (await site().call('ep.LstsummarySession', scope, host)).value('session/startTime');
      if (start === undefined) break;
      assert.match(start, / 10:00:00$/);
      found.push(start.slice(0, 10).replace('/2026', ''));
      from = start.replace(/00$/, '01');
    }
    return [...found.slice(0, 4), ...(found.length > 4 ? ['…'] : [])].join(' ');
  };

  for (const { asked, repeat, startDate, starts } of SHAPES) {
    test(asked, async () => {
      const host = await site().person();
      const key = await scheduled(site(), { repeat, timeZoneID: 4, ...(startDate && { startDate }) }, host);
      assert.equal(await startsOf(host), starts);
      // The start that is told is the first one.
      const [first = ''] = starts.split(' ');
      const told = (await getMeeting(site(), key, host)).value('schedule/startDate');
      assert.equal(told, `${first.length > 5 ? first : `${first}/2026`} 10:00:00`);
    });
  }

  describe('wrongly', () => {
    for (const [why, repeat, exceptionID] of [
      ['an unknown kind', type('FORTNIGHTLY'), '000906'],
      ['an unknown day', type('WEEKLY', days('FUNDAY')), '000906'],
      ['an interval of 0', type('DAILY', '<interval>0</interval>'), '000909'],
      ['an interval of a thousand', type('DAILY', '<interval>1000</interval>'), '000909'],
      ['an interval that is no number', type('DAILY', '<interval>two</interval>'), '000904'],
      ['a thousand meetings', type('DAILY', times(1000)), '000909'],
      ['a negative number of meetings', type('DAILY', times(-1)), '000909'],
      ['the 32nd', type('MONTHLY', '<dayInMonth>32</dayInMonth>'), '000909'],
      ['the seventh week', type('MONTHLY', `<weekInMonth>7</weekInMonth>${days('MONDAY')}`), '000909'],
      ['the 13th month', type('YEARLY', '<dayInMonth>1</dayInMonth><monthInYear>13</monthInYear>'), '000909'],
      ['30 February', type('YEARLY', '<dayInMonth>30</dayInMonth><monthInYear>2</monthInYear>'), '000909'],
      ['an end that is no date', type('WEEKLY', until('soon')), '000909'],
      ['an end on 30 February', type('WEEKLY', until('02/30/2027 00:00:00')), '000909'],
      ['an end before the start', type('WEEKLY', until('05/31/2026 23:59:59')), '000909'],
      [
        'an end before the first listed day',
        type('WEEKLY', days('FRIDAY') + until('06/04/2026 00:00:00')),
        '000909',
      ],
    ] as const) {
      test(`with ${why}`, async () => {
        const asked = { confName: 'Series', startDate: '06/01/2026 10:00:00', repeat };
        await site().refused(exceptionID, 'meeting.CreateMeeting', meeting(asked), HOST);
      });
    }
  });

  test('and GetMeeting tells what was asked for', async () => {
    const key = await scheduled(site(), {
      repeat: type('WEEKLY', days('FRIDAY', 'MONDAY') + until('1/21/2027 00:00:00')),
    });
    const answer = await getMeeting(site(), key);
    assert.deepEqual(
      ['repeatType', 'interval', 'expirationDate'].map((name) => answer.value(`repeat/${name}`)),
      ['WEEKLY', '1', '01/21/2027 00:00:00'],
    );
    assert.deepEqual(answer.texts('repeat/dayInWeek/day'), ['MONDAY', 'FRIDAY']);
  });
});

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { forProtocol } from '../../support/databases.ts';
import { type Answer, type Caller, sharedSite } from '../../support/site.ts';
import { scheduled } from './scheduled.ts';

/** A weekly series keeps its time of day across both changes of the clocks, week by week, in every list. */

const ZONES = [
  { city: 'New York', id: 11, iana: 'America/New_York', name: 'Eastern (New York)' },
  { city: 'Berlin', id: 25, iana: 'Europe/Berlin', name: 'Europe (Berlin)' },
  { city: 'Sydney', id: 55, iana: 'Australia/Sydney', name: 'Australia Eastern (Sydney)' },
] as const;

/** Thursdays from 5 March to 3 December 2026: both changes of each zone are within. */
const FIRST = { month: 3, day: 5, hour: 9, minute: 30 };
const WEEKS = 40;

const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;

/** A zone's clock at an instant, by the runtime's own calendar. */
function clock(iana: string, at: number): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: iana,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value;
  return `${part('month')}/${part('day')}/${part('year')} ${part('hour')}:${part('minute')}:${part('second')}`;
}

/** The instant at which the zone's clock shows half past nine in that week: found by looking at the clock. */
function startOf(iana: string, week: number): number {
  const { month, day, hour, minute } = FIRST;
  const reading = new Date(Date.UTC(2026, month - 1, day, hour, minute) + week * WEEK);
  const wanted = clock('UTC', reading.getTime());
  for (let hours = -14; hours <= 14; hours++) {
    const at = reading.getTime() + hours * HOUR;
    if (clock(iana, at) === wanted) return at;
  }
  throw new Error(`${iana} has no ${wanted}`);
}

/** `GMT-04:00`, from the difference of two clocks. */
function offset(iana: string, at: number): string {
  const minutes = (Date.parse(`${clock(iana, at)} UTC`) - Date.parse(`${clock('UTC', at)} UTC`)) / 60_000;
  const size = Math.abs(minutes);
  const two = (value: number) => String(value).padStart(2, '0');
  return `GMT${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

forProtocol('a weekly series', (open) => {
  const site = sharedSite(open);

  for (const { city, id, iana, name } of ZONES) {
    describe(`in ${city}`, () => {
      let host: Caller;
      let key = '';
      const starts = Array.from({ length: WEEKS }, (_, week) => startOf(iana, week));
      /** The first, the last, and those beside a change. */
      const telling = starts.filter((at) =>
        [at - WEEK, at + WEEK].some(
          (beside) => !starts.includes(beside) || offset(iana, beside) !== offset(iana, at),
        ),
      );

      before(async () => {
        host = await site().person();
        key = await scheduled(
          site(),
          {
            confName: city,
            startDate: '03/05/2026 09:30:00',
            timeZoneID: id,
            duration: 45,
            repeat: `<repeatType>WEEKLY</repeatType><dayInWeek><day>THURSDAY</day></dayInWeek><afterMeetingNumber>${WEEKS}</afterMeetingNumber>`,
          },
          host,
        );
      });

      /** The days around a start, as seen in a zone, half a week to each side. */
      const around = (at: number, zone: { id: number; iana: string }) =>
        `<dateScope><startDateStart>${clock(zone.iana, at - WEEK / 2)}</startDateStart>
         <startDateEnd>${clock(zone.iana, at + WEEK / 2 - 1000)}</startDateEnd><timeZoneID>${zone.id}</timeZoneID></dateScope>`;

      const one = (answer: Answer, row: string, path: string) => {
        assert.equal(answer.value('matchingRecords/total'), '1');
        return answer.texts(`${row}/${path}`);
      };

      test('really crosses both changes', () => {
        const offsets = starts.map((at) => offset(iana, at));
        assert.equal(new Set(offsets).size, 2);
        assert.equal(offsets[0], offsets.at(-1), 'out of and back into the season it began in');
      });

      test('LstsummarySession has its starts in GMT when no zone is asked for', async () => {
        for (const at of starts) {
          const scope = around(at, { id: -1, iana: 'UTC' });
          const answer = await site().ok('ep.LstsummarySession', scope, host);
          assert.deepEqual(one(answer, 'session', 'sessionKey'), [key]);
          assert.deepEqual(one(answer, 'session', 'startTime'), [clock('UTC', at)]);
        }
      });

      test('LstsummarySession has its starts in the zone that is asked for', async () => {
        for (const zone of [
          { id, iana, name },
          { id: 4, iana: 'America/Los_Angeles', name: 'Pacific (San Francisco)' },
        ]) {
          for (const at of telling) {
            const answer = await site().ok('ep.LstsummarySession', around(at, zone), host);
            assert.deepEqual(one(answer, 'session', 'startTime'), [clock(zone.iana, at)]);
            assert.deepEqual(one(answer, 'session', 'timeZoneID'), [String(zone.id)]);
            assert.deepEqual(one(answer, 'session', 'timeZone'), [`${offset(zone.iana, at)}, ${zone.name}`]);
          }
        }
      });

      test("LstsummaryMeeting has its starts on the meeting's own clock, and that clock's offset", async () => {
        for (const at of telling) {
          const scope = around(at, { id: 20, iana: 'UTC' });
          const answer = await site().ok('meeting.LstsummaryMeeting', scope, host);
          assert.deepEqual(one(answer, 'meeting', 'startDate'), [clock(iana, at)]);
          assert.match(clock(iana, at), / 09:30:00$/);
          assert.deepEqual(one(answer, 'meeting', 'timeZone'), [`${offset(iana, at)}, ${name}`]);
        }
      });

      test("LstMeeting has its starts on the meeting's own clock", async () => {
        for (const at of telling) {
          const answer = await site().ok('meeting.LstMeeting', around(at, { id, iana }), host);
          assert.deepEqual(one(answer, 'meeting', 'meetingkey'), [key]);
          assert.deepEqual(one(answer, 'meeting', 'schedule/startDate'), [clock(iana, at)]);
        }
      });

      test('a scope that ends a second before a start does not hold it, one that ends with it does', async () => {
        for (const at of [starts[0], starts[20], starts.at(-1)]) {
          assert.ok(at !== undefined);
          const until = (end: number) =>
            `<dateScope><startDateStart>${clock('UTC', at - HOUR)}</startDateStart><startDateEnd>${clock('UTC', end)}</startDateEnd><timeZoneID>20</timeZoneID></dateScope>`;
          for (const operation of [
            'ep.LstsummarySession',
            'meeting.LstsummaryMeeting',
            'meeting.LstMeeting',
          ]) {
            await site().refused('000015', operation, until(at - 1000), host);
            await site().ok(operation, until(at), host);
          }
        }
      });

      test('is in no list before its first and after its last week', async () => {
        const before = startOf(iana, -1);
        const after = startOf(iana, WEEKS);
        for (const operation of ['ep.LstsummarySession', 'meeting.LstsummaryMeeting', 'meeting.LstMeeting']) {
          for (const at of [before, after]) {
            await site().refused('000015', operation, around(at, { id, iana }), host);
          }
        }
      });

      test('GetSessionInfo tells the next start, week after week', async () => {
        for (const at of starts.slice(1, 4)) {
          site().clock.advance({ milliseconds: at - site().clock.now() - HOUR });
          const answer = await site().ok('ep.GetSessionInfo', `<sessionKey>${key}</sessionKey>`, host);
          assert.equal(answer.value('schedule/startDate'), clock(iana, at));
          assert.equal(answer.value('metaData/isRecurring'), 'true');
        }
      });
    });
  }
});

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Visitor } from '../../browser/visitor.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { ADMIN, type Answer, HOST, startSite, type TestSite } from '../../support/site.ts';
import { visitorAs } from '../../url-api/portal.ts';

/** Every pair of changes of one session at the same time: what was acknowledged is there afterwards. */

const AUDIO_ONLY = 'java:com.webex.service.binding.meeting.auo.SetTeleconferenceSession';

/** What the session is like afterwards; nothing when it is gone. */
interface Found {
  readonly meeting: Answer;
  readonly emails: readonly string[];
}

interface Change {
  /** Whether it was acknowledged. */
  readonly make: (site: TestSite, key: string) => Promise<boolean>;
  /** Whether it is there. A deleted session keeps no change. */
  readonly isThere: (found: Found | undefined) => boolean;
}

const acknowledged = ({ result }: Answer) => result === 'SUCCESS';

/** A change by the XML API that shows in an element of GetMeeting. */
function shown(type: string, key: string, change: string, path: string, value: string): Change {
  return {
    make: async (site, meetingKey) =>
      acknowledged(await site.call(type, `<${key}>${meetingKey}</${key}>${change}`, ADMIN)),
    isThere: (found) => found?.meeting.value(path) === value,
  };
}

const deleted: Change = {
  make: async (site, key) =>
    acknowledged(await site.call('meeting.DelMeeting', `<meetingKey>${key}</meetingKey>`, HOST)),
  isThere: (found) => found === undefined,
};

/** What any change becomes beside a deletion: done and gone with the session, or refused. */
const goneWithIt = (found: Found | undefined) => found === undefined;

/** @param visitors the host's browser at each site */
function changes(visitors: ReadonlyMap<TestSite, Visitor>): Readonly<Record<string, Change>> {
  return {
    'SetMeeting (agenda)': shown(
      'meeting.SetMeeting',
      'meetingkey',
      '<metaData><agenda>What we talk about</agenda></metaData>',
      'metaData/agenda',
      'What we talk about',
    ),
    'SetMeeting (host)': shown(
      'meeting.SetMeeting',
      'meetingkey',
      '<schedule><hostWebExID>other</hostWebExID></schedule>',
      'schedule/hostWebExID',
      'other',
    ),
    SetTeleconferenceSession: shown(
      AUDIO_ONLY,
      'sessionKey',
      '<schedule><duration>45</duration></schedule>',
      'schedule/duration',
      '45',
    ),
    EM: {
      async make(site, key) {
        const visit = await visitors.get(site)?.get('/acme/m.php', { AT: 'EM', MK: key, MN: 'Renamed' });
        return visit?.text.includes('ST=SUCCESS') || visit?.target?.search.includes('ST=SUCCESS') || false;
      },
      isThere: (found) => found?.meeting.value('metaData/confName') === 'Renamed',
    },
    CreateMeetingAttendee: {
      make: async (site, key) =>
        acknowledged(
          await site.call(
            'attendee.CreateMeetingAttendee',
            `<person><name>Ina</name><email>ina@example.com</email></person><sessionKey>${key}</sessionKey>`,
            ADMIN,
          ),
        ),
      isThere: (found) => found?.emails.includes('ina@example.com') ?? false,
    },
    RegisterMeetingAttendee: {
      make: async (site, key) =>
        acknowledged(
          await site.call(
            'attendee.RegisterMeetingAttendee',
            `<attendees><person><name>Rea</name><email>rea@example.com</email></person><sessionKey>${key}</sessionKey></attendees>`,
            ADMIN,
          ),
        ),
      isThere: (found) => found?.emails.includes('rea@example.com') ?? false,
    },
    DelMeeting: deleted,
  };
}

forEachDatabase('two changes of one session at once', (_open, databases) => {
  let sites: readonly [TestSite, TestSite] | undefined;
  const visitors = new Map<TestSite, Visitor>();
  before(async () => {
    const url = await databases.fresh();
    const one = await startSite(await databases.open(url));
    const other = await startSite(await databases.open(url));
    sites = [one, other];
    await one.person({ webExId: 'other', profile: { schedulingPermission: 'hostid;admin' } });
    for (const site of sites) visitors.set(site, await visitorAs(site, 'hostid'));
  });
  after(() => Promise.all(sites?.map((site) => site.close()) ?? []));

  const all = Object.entries(changes(visitors));
  const pairs = all.flatMap(([name, change], at) =>
    all.slice(at).map(([otherName, other]) => ({ of: `${name} and ${otherName}`, change, other })),
  );

  for (const where of ['in one process', 'in two'] as const) {
    describe(where, () => {
      for (const { of, change, other } of pairs) {
        test(of, async () => {
          assert.ok(sites);
          const [here, there] = [sites[0], sites[where === 'in two' ? 1 : 0]];
          const key = await session(here);
          const [first, second] = await Promise.all([change.make(here, key), other.make(there, key)]);
          const found = await read(here, key);
          const deletes = change === deleted || other === deleted;
          if (!deletes) assert.deepEqual([first, second], [true, true], 'both are acknowledged');
          // By the host, who may find that it has become another's.
          else assert.ok(first || second, 'one of them is acknowledged');
          for (const [isMade, made] of [
            [first, change],
            [second, other],
          ] as const) {
            if (!isMade) continue;
            const isThere = found === undefined && deletes ? goneWithIt : made.isThere;
            assert.ok(isThere(found), 'what was acknowledged is there');
          }
        });
      }
    });
  }
});

/** An audio-only session of the host's that takes registrations: every change can be made of it. */
async function session(site: TestSite): Promise<string> {
  const answer = await site.ok(
    'meeting.CreateMeeting',
    '<metaData><confName>A call</confName><meetingType>16</meetingType></metaData>' +
      '<schedule><startDate>05/31/2027 10:00:00</startDate><duration>30</duration></schedule>' +
      '<attendeeOptions><registration>true</registration></attendeeOptions>',
    HOST,
  );
  return answer.value('meetingkey') ?? assert.fail('it has a key');
}

async function read(site: TestSite, key: string): Promise<Found | undefined> {
  const meeting = await site.call('meeting.GetMeeting', `<meetingKey>${key}</meetingKey>`, ADMIN);
  if (meeting.exceptionID === '060001') return undefined;
  assert.equal(meeting.result, 'SUCCESS', meeting.reason);
  const people = await site.call('attendee.LstMeetingAttendee', `<meetingKey>${key}</meetingKey>`, ADMIN);
  return { meeting, emails: people.texts('attendee/person/email') };
}

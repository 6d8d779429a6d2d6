import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Visitor } from '../../browser/visitor.ts';
import { forProtocol } from '../../support/databases.ts';
import { scheduled } from '../../support/sessions.ts';
import { ADMIN, GUEST, HOST, sharedSite } from '../../support/site.ts';

/** The operations that take the key of a session, of whichever service it is. */

const SERVICES = [
  { service: 'meeting', serviceType: 'MeetingCenter', openTime: '900', of: '060001' },
  { service: 'training', serviceType: 'TrainingCenter', openTime: '15', of: '000001' },
  { service: 'event', serviceType: 'EventCenter', openTime: '15', of: '000001' },
  { service: 'sales', serviceType: 'SalesCenter', openTime: '900', of: '060001' },
  { service: 'support', serviceType: 'SupportCenter', openTime: '900', of: '060001' },
] as const;

const person = (email: string) => `<person><name>Somebody</name><email>${email}</email></person>`;

forProtocol('The key of a session', (open) => {
  const shared = sharedSite(open);

  for (const { service, serviceType, openTime, of } of SERVICES) {
    const schedule = async (confName = `Some ${service}`, registration = false) => {
      const { sessionKey } = await scheduled(shared(), service, {
        confName,
        document: { openTime: 900, attendeeOptions: { registration } },
      });
      return `<sessionKey>${sessionKey}</sessionKey>`;
    };

    test(`of ${service} invites people, lists them and takes them off`, async () => {
      const site = shared();
      const key = await schedule();
      const added = await site.ok('attendee.CreateMeetingAttendee', person('ina@example.com') + key, HOST);
      const attendeeID = added.value('attendeeId');
      await site.ok('attendee.CreateMeetingAttendee', person('otto@example.com') + key, HOST);
      const emails = async () =>
        (await site.ok('attendee.LstMeetingAttendee', key, HOST)).texts('attendee/person/email');
      assert.deepEqual(await emails(), ['ina@example.com', 'otto@example.com']);
      await site.ok('attendee.DelMeetingAttendee', `<attendeeID>${attendeeID}</attendeeID>`, HOST);
      assert.deepEqual(await emails(), ['otto@example.com']);
    });

    test(`of ${service} registers people, and tells what they wrote`, async () => {
      const site = shared();
      const key = await schedule('With registration', true);
      const asked = `<attendees>${person('guest@acme.com')}<joinStatus>REGISTER</joinStatus>${key}</attendees>`;
      const registered = await site.ok('attendee.RegisterMeetingAttendee', asked, GUEST);
      assert.match(registered.value('register/registerID') ?? '', /^\d{6}$/);
      const info = await site.ok('attendee.GetEnrollmentInfo', key, HOST);
      assert.deepEqual(info.texts('session/attendee/status'), ['PENDING']);
      assert.equal(info.value('session/attendee/enrollFields/defaultFields/email'), 'guest@acme.com');
    });

    test(`of ${service} leads its host in, is listed as open, and its attendees to it`, async () => {
      const site = shared();
      const key = await schedule(`Open ${service}`);
      const number = key.replace(/\D/g, '');
      const host = await site.ok('meeting.GethosturlMeeting', key, HOST);
      const join = await site.ok('meeting.GetjoinurlMeeting', key, HOST);
      for (const name of ['joinMeetingURL', 'inviteMeetingURL']) {
        assert.ok(URL.canParse(join.value(name) ?? ''), name);
      }
      const way = new URL(host.value('hostMeetingURL') ?? '');
      const browser = new Visitor(site.url);
      const { target } = await browser.get(way.pathname + way.search);
      const entered = await browser.get(`${target?.pathname}${target?.search}`);
      assert.equal(entered.target?.pathname, '/acme/room.php');
      const list = await site.ok('ep.LstOpenSession', `<serviceType>${serviceType}</serviceType>`, HOST);
      assert.deepEqual(list.texts('services/serviceType'), [serviceType]);
      assert.deepEqual(list.texts('services/sessions/sessionKey'), [number]);
      await site.refused('060002', 'ep.DelSession', key, HOST);
    });

    test(`of ${service} is told of and listed`, async () => {
      const site = shared();
      const key = await schedule(`Listed ${service}`);
      const info = await site.ok('ep.GetSessionInfo', key, HOST);
      assert.equal(info.value('metaData/serviceType'), serviceType);
      assert.match(info.value('hostKey') ?? '', /^\d{6}$/);
      assert.ok(URL.canParse(info.value('meetingLink') ?? ''));
      const asked = `<serviceTypes><serviceType>${serviceType}</serviceType></serviceTypes><confName>Listed ${service}</confName>`;
      for (const caller of [HOST, ADMIN]) {
        const list = await site.ok('ep.LstsummarySession', asked, caller);
        assert.deepEqual(list.texts('session/serviceType'), [serviceType]);
        assert.deepEqual(list.texts('session/openTime'), [openTime]);
      }
      const client = '<attendeeName>Ann</attendeeName><attendeeEmail>ann@example.com</attendeeEmail>';
      const joining = await site.ok('ep.GetJoinSessionInfo', key + client, HOST);
      assert.equal(joining.value('confName'), `Listed ${service}`);
    });

    test(`of ${service} deletes it, for those who may`, async () => {
      const site = shared();
      const key = await schedule();
      const stranger = await site.person();
      for (const [type, content] of [
        ['ep.DelSession', key],
        ['meeting.GethosturlMeeting', key],
        ['attendee.LstMeetingAttendee', key],
        ['attendee.CreateMeetingAttendee', person('new@example.com') + key],
        ['attendee.GetEnrollmentInfo', key],
      ] as const) {
        await site.refused(of, type, content, stranger);
      }
      await site.ok('ep.DelSession', key, HOST);
      await site.refused('060001', 'ep.GetSessionInfo', key, HOST);
      await site.refused('060001', 'ep.DelSession', key, stranger);
    });
  }
});

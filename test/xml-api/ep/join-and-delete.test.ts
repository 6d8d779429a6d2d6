import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ServiceType } from '../../../src/sites/service-type.ts';
import { forProtocol } from '../../support/databases.ts';
import { ADMIN, type Caller, GUEST, HOST, sharedSite } from '../../support/site.ts';
import { getMeeting, scheduled } from '../meeting/scheduled.ts';

forProtocol('joining and deleting a session', (open) => {
  const site = sharedSite(open);

  describe('GetJoinSessionInfo', () => {
    const ANONYMOUS = { siteName: 'acme' };
    const who = '<attendeeName>Kim</attendeeName><attendeeEmail>Kim@acme.com</attendeeEmail>';
    const asked = (key: string, password?: string) =>
      `<sessionKey>${key}</sessionKey>${password === undefined ? '' : `<sessionPassword>${password}</sessionPassword>`}${who}`;
    const join = (key: string, caller: Caller, password?: string) =>
      site().ok('ep.GetJoinSessionInfo', asked(key, password), caller);

    test('opens with the password, and to those who need none', async () => {
      const key = await scheduled(site(), { password: 'secret1', attendees: ['guest@acme.com'] });
      const answer = await join(key, ANONYMOUS, 'secret1');
      assert.equal(answer.value('confName'), 'Review');
      for (const caller of [HOST, ADMIN, GUEST]) await join(key, caller);
      const stranger = await site().person();
      for (const [caller, password] of [
        [ANONYMOUS, undefined],
        [ANONYMOUS, 'Secret1'],
        [ANONYMOUS, 'secret'],
        [stranger, undefined],
        [stranger, 'wrong'],
      ] as const) {
        const refused = await site().refused('060919', 'ep.GetJoinSessionInfo', asked(key, password), caller);
        assert.doesNotMatch(refused.text, /Review|secret1/);
      }
    });

    test('opens without one where the session has none', async () => {
      await join(await scheduled(site()), ANONYMOUS);
    });

    test('knows the number of an invited attendee, in any case of their address', async () => {
      const key = await scheduled(site(), { attendees: ['kim@acme.com'] });
      const number = (await getMeeting(site(), key)).value('participants/attendees/attendee/contactID');
      assert.equal((await join(key, ANONYMOUS)).value('attendeeID'), number);
      const other = await scheduled(site());
      assert.equal((await join(other, ANONYMOUS)).value('attendeeID'), '0');
    });

    test('needs a name and an address, and a session of this site', async () => {
      const key = await scheduled(site());
      const operation = 'ep.GetJoinSessionInfo';
      await site().refused('000901', operation, `<sessionKey>${key}</sessionKey>`, ANONYMOUS);
      const bad = asked(key).replace('Kim@acme.com', 'Kim@acme.com&#10;Bcc: x@acme.com');
      await site().refused('000909', operation, bad, ANONYMOUS);
      await site().refused('060001', operation, asked('999999999'), ANONYMOUS);
      await site().refused('060001', operation, asked(key), { siteName: 'acme-basic' });
    });
  });

  describe('DelSession', () => {
    /** A session of any service, as its own operations will schedule it. */
    const sessionOf = async (service: ServiceType, sessionType: number) => {
      const { sites, sessions } = site().context;
      const acme = await sites.required('acme');
      const like = await sessions.required(acme, Number(await scheduled(site())));
      const { document } = await sessions.withDocument(like);
      const host = await site().context.accounts.find(acme, 'hostid');
      assert.ok(host);
      const made = { ...like, host, creator: host, document, service, sessionType };
      return String((await sessions.create(acme, made, [])).sessionKey);
    };

    for (const [service, sessionType] of [
      ['MeetingCenter', 3],
      ['SupportCenter', 13],
      ['TrainingCenter', 11],
      ['EventCenter', 9],
      ['SalesCenter', 15],
    ] as const) {
      test(`deletes a session of ${service}, once`, async () => {
        const key = await sessionOf(service, sessionType);
        const asked = `<sessionKey>${key}</sessionKey><sendEmail>false</sendEmail>`;
        const stranger = await site().person();
        // Of trainings and events it is said that they are another host's.
        const of = /Training|Event/.test(service) ? '000001' : '060001';
        await site().refused(of, 'ep.DelSession', asked, stranger);
        if (service !== 'MeetingCenter') {
          await site().refused('060001', 'meeting.DelMeeting', `<meetingKey>${key}</meetingKey>`, HOST);
          await site().refused('060001', 'meeting.GetMeeting', `<meetingKey>${key}</meetingKey>`, HOST);
          await site().refused('060001', 'meeting.SetMeeting', `<meetingkey>${key}</meetingkey>`, HOST);
        }
        const answer = await site().ok('ep.DelSession', asked, HOST);
        assert.match(answer.value('iCalendarURL/host') ?? '', /\/j\.php\?ED=\d+&.*&ICS=CMC$/);
        assert.match(answer.value('iCalendarURL/attendee') ?? '', /&ICS=MC$/);
        await site().refused('060001', 'ep.DelSession', asked, HOST);
        await site().refused('060001', 'ep.GetSessionInfo', `<sessionKey>${key}</sessionKey>`, HOST);
      });
    }
  });
});

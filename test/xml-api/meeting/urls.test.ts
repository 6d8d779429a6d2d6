import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { forProtocol } from '../../support/databases.ts';
import { ADMIN, type Caller, GUEST, HOST, sharedSite } from '../../support/site.ts';
import { alternateHost, scheduled, setMeeting } from './scheduled.ts';

forProtocol('the addresses of a meeting', (open) => {
  const site = sharedSite(open);
  const acme = () => `${site().url}/acme`;

  describe('GethosturlMeeting', () => {
    const hostUrl = async (key: string, caller: Caller, name = 'sessionKey') =>
      (await site().ok('meeting.GethosturlMeeting', `<${name}>${key}</${name}>`, caller)).value(
        'hostMeetingURL',
      ) ?? '';

    test('signs the host in and starts the meeting, in the recorded form', async () => {
      const key = await scheduled(site());
      for (const name of ['sessionKey', 'meetingKey']) {
        const url = await hostUrl(key, HOST, name);
        const [, rest = ''] = url.split(`${acme()}/p.php?`);
        assert.match(rest, /^AT=LI&WID=hostid&TK=[^&]+&MU=[^&]+$/);
        assert.doesNotMatch(rest, /\+/, 'a plus would be read as a blank');
        const page = new URL(new URLSearchParams(rest).get('MU') ?? '');
        assert.equal(page.href, `${acme()}/m.php?AT=HM&MK=${key}`);
      }
    });

    test('has another ticket once somebody followed it', async () => {
      const ticketOf = (url: string) => new URL(url).searchParams.get('TK');
      const key = await scheduled(site());
      const url = await hostUrl(key, HOST);
      const page = await fetch(url, { redirect: 'manual' });
      assert.ok(page.status < 400, String(page.status));
      assert.notEqual(ticketOf(await hostUrl(key, HOST)), ticketOf(url));
    });

    test('opens nobody else: an alternate host and a scheduler come as themselves, an administrator as the host', async () => {
      const alternate = await site().person();
      const scheduler = await site().person({ webExId: 'opens' });
      const host = await site().person({ profile: { schedulingPermission: 'opens' } });
      const key = await scheduled(
        site(),
        { hostWebExID: host.webExID, attendees: [alternateHost(`${alternate.webExID}@acme.com`)] },
        scheduler,
      );
      const whose = async (caller: Caller) => new URL(await hostUrl(key, caller)).searchParams.get('WID');
      assert.equal(await whose(host), host.webExID);
      assert.equal(await whose(alternate), alternate.webExID);
      assert.equal(await whose(scheduler), scheduler.webExID);
      assert.equal(await whose(ADMIN), host.webExID);
    });

    const followed = async (url: string) => {
      const signedIn = await fetch(url, { redirect: 'manual' });
      const cookie = (signedIn.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
      const MU = new URL(url).searchParams.get('MU') ?? '';
      return fetch(MU, { headers: { cookie }, redirect: 'manual' });
    };

    test("does not hand an administrator's ticket to whoever scheduled for them", async () => {
      const scheduler = await site().person({ webExId: 'climber' });
      const administrator = await site().person({
        privileges: { siteAdmin: true },
        profile: { schedulingPermission: 'climber' },
      });
      const key = await scheduled(site(), { hostWebExID: administrator.webExID }, scheduler);
      const url = new URL(await hostUrl(key, scheduler));
      assert.equal(url.searchParams.get('WID'), scheduler.webExID);
      assert.match((await followed(url.href)).headers.get('location') ?? '', /\/acme\/room\.php\?/);
    });

    test('is refused, and so is HM, once the host has withdrawn the permission', async () => {
      const scheduler = await site().person({ webExId: 'dismissed' });
      const host = await site().person({ profile: { schedulingPermission: 'dismissed' } });
      const key = await scheduled(site(), { hostWebExID: host.webExID }, scheduler);
      const url = await hostUrl(key, scheduler);
      await site().context.accounts.change(await site().context.sites.required('acme'), host.webExID, () => ({
        profile: { schedulingPermission: '' },
      }));
      const asked = `<sessionKey>${key}</sessionKey>`;
      const answer = await site().refused('060021', 'meeting.GethosturlMeeting', asked, scheduler);
      assert.doesNotMatch(answer.text, /TK=/);
      assert.doesNotMatch((await followed(url)).headers.get('location') ?? '', /room\.php/);
    });

    test('is refused to whoever scheduled it once an administrator has become its host', async () => {
      const scheduler = await site().person();
      const key = await scheduled(site(), {}, scheduler);
      await setMeeting(site(), key, { hostWebExID: 'admin' }, ADMIN);
      const asked = `<sessionKey>${key}</sessionKey>`;
      await site().refused('060021', 'meeting.GethosturlMeeting', asked, scheduler);
    });

    test('is not for those who only attend', async () => {
      const key = await scheduled(site(), { attendees: ['guest@acme.com'] });
      await site().refused('060001', 'meeting.GethosturlMeeting', `<sessionKey>${key}</sessionKey>`, GUEST);
    });
  });

  describe('GetjoinurlMeeting', () => {
    const joinUrl = async (key: string, caller: Caller, more = '') => {
      const answer = await site().ok(
        'meeting.GetjoinurlMeeting',
        `${more}<sessionKey>${key}</sessionKey>`,
        caller,
      );
      return {
        join: answer.value('joinMeetingURL') ?? '',
        invite: answer.value('inviteMeetingURL'),
        register: answer.value('registerMeetingURL'),
      };
    };

    test('carries what is known of the attendee, whatever it is', async () => {
      const key = await scheduled(site());
      const { join } = await joinUrl(
        key,
        HOST,
        '<attendeeEmail>kim+x@acme.com</attendeeEmail><attendeeName>Kim &amp; "Lee" Ü=?#</attendeeName><meetingPW>a&amp;b c</meetingPW><RegID>123456</RegID>',
      );
      const url = new URL(join);
      assert.equal(`${url.origin}${url.pathname}`, `${acme()}/e.php`);
      assert.deepEqual(Object.fromEntries(url.searchParams), {
        AT: 'SI',
        MK: key,
        AN: 'Kim & "Lee" Ü=?#',
        AE: 'kim+x@acme.com',
        PW: 'a&b c',
        RID: '123456',
      });
    });

    test('is the calendar link of the invitation, and where one registers when one must', async () => {
      const open = await scheduled(site());
      const closed = await scheduled(site(), {
        more: '<attendeeOptions><registration>true</registration></attendeeOptions>',
      });
      const [plain, registered] = [await joinUrl(open, HOST), await joinUrl(closed, HOST)];
      assert.match(plain.invite ?? '', /\/acme\/j\.php\?MTID=m[0-9a-f]{32}$/);
      assert.equal(plain.register, undefined);
      assert.match(registered.register ?? '', /\/acme\/j\.php\?RGID=r[0-9a-f]{32}$/);
    });

    test('leads those who are not invited to a file without password, agenda, codes and e-mail addresses', async () => {
      const key = await scheduled(site(), {
        agenda: 'Whom we lay off',
        password: 'Pass1234',
        attendees: ['guest@acme.com'],
        more: '<telephony><telephonySupport>OTHER</telephonySupport><extTelephonyDescription>Dial 555 code 4711</extTelephonyDescription></telephony>',
      });
      const reader = await site().person({ privileges: { roSiteAdmin: true } });
      const stranger = await site().person();
      const file = async (caller: Caller) => (await fetch((await joinUrl(key, caller)).invite ?? '')).text();
      const secrets = [/Pass1234/, /Whom we lay off/, /code 4711/, /hostid@acme/];
      for (const caller of [HOST, ADMIN, GUEST, reader]) {
        for (const secret of secrets) assert.match((await file(caller)).replaceAll('\r\n ', ''), secret);
      }
      const told = (await file(stranger)).replaceAll('\r\n ', '');
      assert.match(told, /SUMMARY:Review/);
      for (const secret of secrets) assert.doesNotMatch(told, secret);
      // The link itself gives nothing away that the other one opens.
      const [given, invited] = [await joinUrl(key, stranger), await joinUrl(key, GUEST)];
      assert.match(given.invite ?? '', /\/acme\/j\.php\?MTID=m[0-9a-f]{32}$/);
      assert.notEqual(given.invite, invited.invite);
      for (const ICS of ['MIFH', 'MIFA']) {
        assert.doesNotMatch(await (await fetch(`${given.invite}&ICS=${ICS}`)).text(), /Pass1234/);
      }
    });

    test('is for everybody on the site, of an unlisted meeting only for those who have to do with it', async () => {
      const key = await scheduled(site());
      const unlisted = await scheduled(site(), {
        attendees: ['guest@acme.com'],
        more: '<accessControl><isPublic>false</isPublic></accessControl>',
      });
      const stranger = await site().person();
      await joinUrl(key, stranger);
      await joinUrl(unlisted, GUEST);
      await joinUrl(unlisted, ADMIN);
      const asked = `<sessionKey>${unlisted}</sessionKey>`;
      await site().refused('060001', 'meeting.GetjoinurlMeeting', asked, stranger);
    });
  });
});

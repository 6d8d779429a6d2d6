import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { forProtocol } from '../../support/databases.ts';
import { ADMIN, type Caller, elements, sharedSite, textOf } from '../../support/site.ts';
import { alternateHost, scheduled } from './scheduled.ts';

/** LstMeeting and LstsummaryMeeting: what both list; their dateScope in series is in daylight-saving.test.ts. */
forProtocol('lists of meetings', (open) => {
  const site = sharedSite(open);

  const LISTS = ['meeting.LstMeeting', 'meeting.LstsummaryMeeting'] as const;

  /** The names in the list, whichever it is. */
  const names = async (list: (typeof LISTS)[number], caller: Caller, asked = '') => {
    const answer = await site().call(
      list,
      `<listControl><maximumNum>500</maximumNum></listControl>${asked}`,
      caller,
    );
    const path = list === 'meeting.LstMeeting' ? 'meeting/metaData/confName' : 'meeting/confName';
    const found = answer.texts(path);
    if (found.length > 0) assert.equal(answer.value('matchingRecords/total'), String(found.length));
    else assert.equal(answer.exceptionID, '000015');
    return found;
  };

  const byStart = (at: number) => `06/01/2026 ${String(at).padStart(2, '0')}:00:00`;

  for (const list of LISTS) {
    describe(list, () => {
      test("holds one's own meetings, those one may host in another's place, and those one is invited to", async () => {
        const me = await site().person();
        const host = await site().person();
        const address = `${me.webExID}@acme.com`;
        await scheduled(site(), { confName: 'own', startDate: byStart(1) }, me);
        await scheduled(
          site(),
          { confName: 'alternate', startDate: byStart(2), attendees: [alternateHost(address)] },
          host,
        );
        await scheduled(
          site(),
          { confName: 'invited', startDate: byStart(3), attendees: [address.toUpperCase()] },
          host,
        );
        await scheduled(
          site(),
          {
            confName: 'unlisted',
            startDate: byStart(4),
            attendees: [address],
            more: '<accessControl><isPublic>false</isPublic></accessControl>',
          },
          host,
        );
        await scheduled(site(), { confName: 'of another', startDate: byStart(5) }, host);
        assert.deepEqual(await names(list, me), ['own', 'alternate', 'invited', 'unlisted']);
        assert.deepEqual(await names(list, host), ['alternate', 'invited', 'unlisted', 'of another']);
      });

      test('is ordered as it is asked for, and from the first start on otherwise', async () => {
        const host = await site().person();
        for (const [at, confName] of ['Cherry', 'apple', 'Banana'].entries()) {
          await scheduled(site(), { confName, startDate: byStart(at) }, host);
        }
        const by = (word: string, direction: string) =>
          `<order><orderBy>${word}</orderBy><orderAD>${direction}</orderAD></order>`;
        assert.deepEqual(await names(list, host), ['Cherry', 'apple', 'Banana']);
        assert.deepEqual(await names(list, host, by('CONFNAME', 'ASC')), ['apple', 'Banana', 'Cherry']);
        assert.deepEqual(await names(list, host, by('STARTTIME', 'DESC')), ['Banana', 'apple', 'Cherry']);
        assert.deepEqual(await names(list, host, by('HOSTNAME', 'DESC')), ['Cherry', 'apple', 'Banana']);
      });

      test('is one meeting when its key is given, under either name', async () => {
        const host = await site().person();
        const key = await scheduled(site(), { confName: 'asked for' }, host);
        await scheduled(site(), { confName: 'other' }, host);
        for (const name of ['meetingKey', 'sessionKey']) {
          assert.deepEqual(await names(list, host, `<${name}>${key}</${name}>`), ['asked for']);
        }
        const stranger = await site().person();
        assert.deepEqual(await names(list, stranger, `<meetingKey>${key}</meetingKey>`), []);
      });

      test("means a dateScope in the caller's own zone when it names none", async () => {
        const host = await site().person({ timeZoneID: 25 });
        await scheduled(
          site(),
          { confName: 'at ten in Berlin', timeZoneID: 25, startDate: byStart(10) },
          host,
        );
        const scope = (from: string, to: string) =>
          `<dateScope><startDateStart>06/01/2026 ${from}</startDateStart><startDateEnd>06/01/2026 ${to}</startDateEnd></dateScope>`;
        assert.deepEqual(await names(list, host, scope('10:00:00', '10:00:00')), ['at ten in Berlin']);
        assert.deepEqual(await names(list, host, scope('10:00:01', '23:59:59')), []);
        const inGmt = scope('08:00:00', '08:00:00').replace(
          '</dateScope>',
          '<timeZoneID>20</timeZoneID></dateScope>',
        );
        assert.deepEqual(await names(list, host, inGmt), ['at ten in Berlin']);
      });

      test('has its matchingRecords behind the meetings', async () => {
        const host = await site().person();
        for (let at = 0; at < 3; at++) await scheduled(site(), {}, host);
        const control = '<listControl><startFrom>2</startFrom><maximumNum>1</maximumNum></listControl>';
        const answer = await site().ok(list, control, host);
        assert.deepEqual(
          answer.bodyContents[0]?.children.map(({ name }) => name),
          ['meeting', 'matchingRecords'],
        );
        assert.deepEqual(
          ['total', 'returned', 'startFrom'].map((name) => answer.value(`matchingRecords/${name}`)),
          ['3', '1', '2'],
        );
      });

      test('is of the whole site for administrators', async () => {
        const siteName = `whole-${list.slice(-9).toLowerCase()}`;
        await site().context.sites.create({ siteName, siteID: 8_700_000 + LISTS.indexOf(list), type: 3 });
        const [one, two] = [await site().person({ siteName }), await site().person({ siteName })];
        await scheduled(site(), { confName: 'one', startDate: byStart(1) }, one);
        await scheduled(site(), { confName: 'two', startDate: byStart(2) }, two);
        for (const privileges of [{ siteAdmin: true }, { roSiteAdmin: true }]) {
          const admin = await site().person({ siteName, privileges });
          assert.deepEqual(await names(list, admin), ['one', 'two']);
        }
        assert.deepEqual(await names(list, await site().person({ siteName })), []);
      });

      test('has no session of another service', async () => {
        const { sites, accounts, sessions } = site().context;
        const me = await site().person();
        const key = await scheduled(site(), { confName: 'meeting' }, me);
        const acme = await sites.required('acme');
        const meeting = await sessions.withDocument(await sessions.required(acme, Number(key)));
        const account = await accounts.find(acme, me.webExID);
        assert.ok(account);
        await sessions.create(
          acme,
          {
            ...meeting,
            host: account,
            creator: account,
            service: 'TrainingCenter',
            sessionType: 11,
            confName: 'training',
          },
          [],
        );
        assert.deepEqual(await names(list, me), ['meeting']);
      });
    });
  }

  test('LstsummaryMeeting: a host is named by administrators alone', async () => {
    const [one, two] = [await site().person(), await site().person()];
    await scheduled(site(), { confName: 'of one' }, one);
    await scheduled(site(), { confName: 'of two' }, two);
    const named = `<hostWebExID>${two.webExID}</hostWebExID>`;
    assert.deepEqual(await names('meeting.LstsummaryMeeting', ADMIN, named), ['of two']);
    assert.deepEqual(await names('meeting.LstsummaryMeeting', one, named), ['of one']);
    assert.deepEqual(await names('meeting.LstsummaryMeeting', ADMIN, '<hostWebExID>none</hostWebExID>'), []);
  });

  test('LstsummaryMeeting: the row has what was recorded, in its order', async () => {
    const host = await site().person();
    await scheduled(site(), {}, host);
    const answer = await site().ok('meeting.LstsummaryMeeting', '', host);
    const [row] = answer.all('meeting');
    assert.deepEqual(
      row?.children.map(({ name }) => name),
      `meetingKey confName meetingType hostWebExID otherHostWebExID timeZoneID timeZone status startDate duration
       listStatus hostJoined participantsJoined telePresence`.split(/\s+/),
    );
    assert.equal(textOf(row, 'timeZone'), 'GMT-07:00, Pacific (San Francisco)', 'with daylight saving');
  });

  test('LstMeeting: the people of a meeting are for those who manage it', async () => {
    const host = await site().person();
    const guest = await site().person();
    await scheduled(
      site(),
      { password: 'secret1', attendees: [`${guest.webExID}@acme.com`, 'kim@acme.com'] },
      host,
    );
    const shown = async (caller: Caller) => {
      const answer = await site().ok('meeting.LstMeeting', '', caller);
      const [meeting] = answer.all('meeting');
      return {
        people: elements(meeting, 'participants/attendees/attendee').length,
        password: textOf(meeting, 'accessControl/meetingPassword'),
        hostKey: textOf(meeting, 'hostKey'),
      };
    };
    assert.deepEqual(await shown(host), { people: 2, password: 'secret1', hostKey: undefined });
    assert.deepEqual(await shown(guest), { people: 0, password: 'secret1', hostKey: undefined });
  });
});

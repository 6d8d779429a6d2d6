import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forProtocol } from '../../support/databases.ts';
import { ADMIN, GUEST, sharedSite } from '../../support/site.ts';

forProtocol('CreateSupportSession', (open) => {
  const site = sharedSite(open);
  const CREATE = 'supportsession.CreateSupportSession';
  const type = (number: number) => `<metaData><sessionType>${number}</sessionType></metaData>`;
  const info = async (key: string, caller = ADMIN) =>
    site().ok('ep.GetSessionInfo', `<sessionKey>${key}</sessionKey>`, caller);

  test('makes a session that begins now, listed to its representative alone', async () => {
    const { clock } = site();
    clock.turnTo(Date.UTC(2026, 4, 4, 8, 0));
    const host = await site().person({ firstName: 'Rae', lastName: 'Presents' });
    const answer = await site().ok(
      CREATE,
      `${type(13)}<tracking><trackingCode1>Printers</trackingCode1></tracking>`,
      host,
    );
    assert.equal(answer.bodyContents[0]?.children.map(({ name }) => name).join(), 'sessionKey');
    const key = answer.value('sessionKey') ?? '';
    const told = await info(key, host);
    assert.deepEqual(
      [
        'metaData/confName',
        'metaData/sessionType',
        'metaData/serviceType',
        'status',
        'accessControl/listStatus',
      ].map((path) => told.value(path)),
      ["Rae Presents's support session", '13', 'SupportCenter', 'NOT_INPROGRESS', 'UNLISTED'],
    );
    const listed = await site().ok(
      'ep.LstsummarySession',
      '<dateScope><startDateStart>05/04/2026 08:00:00</startDateStart>' +
        '<startDateEnd>05/04/2026 08:00:00</startDateEnd><timeZoneID>20</timeZoneID></dateScope>' +
        '<serviceTypes><serviceType>SupportCenter</serviceType></serviceTypes>',
      host,
    );
    assert.deepEqual(listed.texts('session/sessionKey'), [key]);
    const { sites, sessions } = site().context;
    const session = await sessions.required(await sites.required('acme'), Number(key));
    const { document } = await sessions.withDocument(session);
    assert.equal(document.kind, 'support');
    assert.equal(document.tracking.trackingCode1, 'Printers');
    const other = await site().person();
    await site().refused('000015', 'ep.LstsummarySession', '', other);
    await site().refused('060001', 'ep.DelSession', `<sessionKey>${key}</sessionKey>`, other);
    await site().refused('060001', 'meeting.DelMeeting', `<meetingKey>${key}</meetingKey>`, host);
    await site().ok('ep.DelSession', `<sessionKey>${key}</sessionKey>`, host);
  });

  test('is for hosts with a type of the Support Center, and of such a type', async () => {
    const without = await site().person({ profile: { meetingTypes: [3, 9] } });
    for (const caller of [GUEST, without]) await site().refused('000001', CREATE, '', caller);
    const host = await site().person({ profile: { meetingTypes: [3, 10, 13] } });
    for (const wrong of [3, 9, 14, 77]) await site().refused('060901', CREATE, type(wrong), host);
    await site().refused('000015', 'ep.LstsummarySession', '', host);
    for (const usual of ['', type(-1)]) {
      const answer = await site().ok(CREATE, usual, host);
      assert.equal((await info(answer.value('sessionKey') ?? '', host)).value('metaData/sessionType'), '13');
    }
    await site().ok(CREATE, type(10), host);
    const { sites } = site().context;
    await sites.change('acme', { settings: { supportedServices: { supportCenter: false } } });
    await site().refused('000001', CREATE, '', host);
    await sites.change('acme', { settings: { supportedServices: { supportCenter: true } } });
  });

  test('draws a password where every session of the site has one, as its rules want it', async () => {
    const host = await site().person();
    const { sites } = site().context;
    const security = { allMeetingsPassword: true, strictMeetingPasswords: true };
    const criteria = { minLength: 12, mixedCase: true, minNumeric: 4, minSpecial: 2 };
    await sites.change('acme', { settings: { security, meetingPasswordCriteria: criteria } });
    const answer = await site().ok(CREATE, '', host);
    const told = await info(answer.value('sessionKey') ?? '', host);
    assert.match(told.value('accessControl/sessionPassword') ?? '', /^[A-Z][a-z]+[^A-Za-z\d]{2}\d{4}$/);
    await sites.change('acme', { settings: { meetingPasswordCriteria: { minLength: 40 } } });
    await site().refused('060026', CREATE, '', host);
    await sites.change('acme', {
      settings: {
        security: { allMeetingsPassword: false, strictMeetingPasswords: false },
        meetingPasswordCriteria: { minLength: 4, mixedCase: false, minNumeric: 0, minSpecial: 0 },
      },
    });
  });
});

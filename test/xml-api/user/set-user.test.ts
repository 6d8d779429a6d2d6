import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { forProtocol } from '../../support/databases.ts';
import { CI_ADMIN, GUEST, HOST, PASSWORD, sharedSite } from '../../support/site.ts';

const of = (webExId: string) => `<webExId>${webExId}</webExId>`;

forProtocol('SetUser', (open) => {
  const site = sharedSite(open);
  const get = (webExId: string, caller?: Record<string, string>) =>
    site().ok('user.GetUser', of(webExId), caller);
  const set = (webExId: string, change: string, caller?: Record<string, string>) =>
    site().ok('user.SetUser', of(webExId) + change, caller);

  test('changes what is given, and leaves what is not', async () => {
    const { webExID } = await site().person({
      profile: { title: 'Dr.', company: 'Acme', phones: { phone: '1', fax: '2' } },
    });
    await set(webExID, '<company>Globex</company><phones><fax>3</fax></phones>');
    const answer = await get(webExID);
    assert.deepEqual(
      ['title', 'company', 'phones/phone', 'phones/fax'].map((path) => answer.value(path)),
      ['Dr.', 'Globex', '1', '3'],
    );
  });

  test('an empty element changes nothing', async () => {
    const { webExID } = await site().person({ profile: { title: 'Dr.' } });
    await set(webExID, '<title></title><phones/><active/>');
    assert.equal((await get(webExID)).value('title'), 'Dr.');
  });

  test('takes the answer of GetUser back and changes nothing, not even the password', async () => {
    const person = await site().person({ timeZoneID: 25, profile: { languageID: 9, title: 'Dr.' } });
    const before = await get(person.webExID);
    const inside = /<serv:bodyContent [^>]*>(.*)<\/serv:bodyContent>/.exec(before.text)?.[1] ?? '';
    for (const caller of [undefined, person]) {
      const answer = await site().ok('user.SetUser', inside, caller);
      assert.match(answer.hints.join('\n'), /password \*{6} is what GetUser shows/);
    }
    assert.equal((await get(person.webExID, person)).text, before.text);
  });

  test('renames an account: the new name is known, the old is not', async () => {
    const person = await site().person();
    await set(person.webExID, '<newWebExId>renamed</newWebExId>');
    await site().refused('030001', 'user.GetUser', of(person.webExID));
    assert.equal((await get('renamed', { ...person, webExID: 'renamed' })).value('webExId'), 'renamed');
    await site().refused('030004', 'user.SetUser', `${of('renamed')}<newWebExId>hostid</newWebExId>`);
    await site().refused('030005', 'user.SetUser', `${of('renamed')}<email>hostid@acme.com</email>`);
  });

  test('deactivates and activates', async () => {
    const person = await site().person();
    await set(person.webExID, '<active>DEACTIVATED</active>');
    await site().refused('030903', 'user.GetLoginTicket', '', person);
    await set(person.webExID, '<active>ACTIVATED</active>');
    await site().ok('user.GetLoginTicket', '', person);
  });

  test('locks and unlocks', async () => {
    const person = await site().person();
    await set(person.webExID, '<security><lockAccount>true</lockAccount></security>');
    await site().refused('030902', 'user.GetLoginTicket', '', person);
    assert.equal((await get(person.webExID)).value('security/lockAccount'), 'true');
    await set(person.webExID, '<security><lockAccount>false</lockAccount></security>');
    await site().ok('user.GetLoginTicket', '', person);
  });

  test('limits the life of an account, and takes the limit away', async () => {
    const { webExID } = await site().person({ timeZoneID: 4 });
    await set(webExID, '<expirationDate>01/01/2027 00:00:00</expirationDate>');
    assert.equal((await get(webExID)).value('expirationDate'), '01/01/2027 00:00:00');
    for (const never of ['none', '12/31/2049 23:59:59']) {
      await set(webExID, `<expirationDate>${never}</expirationDate>`);
      assert.equal((await get(webExID)).value('expirationDate'), '12/31/2049 23:59:59');
    }
  });

  test('keeps one change of many that come at once whole', async () => {
    const { webExID } = await site().person();
    await Promise.all([
      set(webExID, '<title>A</title><company>A</company>'),
      set(webExID, '<title>B</title><company>B</company>'),
      set(webExID, '<phones><fax>7</fax></phones>'),
    ]);
    const answer = await get(webExID);
    assert.equal(answer.value('title'), answer.value('company'));
    assert.equal(answer.value('phones/fax'), '7');
  });

  describe('by whom', () => {
    test('everybody changes themselves', async () => {
      const host = await site().person();
      const attendee = await site().person({ privileges: { host: false, attendeeOnly: true } });
      const reader = await site().person({ privileges: { roSiteAdmin: true } });
      for (const caller of [host, attendee, reader]) {
        await set(caller.webExID, '<title>Me</title>', caller);
        assert.equal((await get(caller.webExID, caller)).value('title'), 'Me');
      }
    });

    test('others are changed by site administrators alone', async () => {
      const reader = await site().person({ privileges: { roSiteAdmin: true } });
      const change = `${of('guest')}<title>Them</title>`;
      for (const caller of [HOST, reader]) await site().refused('000001', 'user.SetUser', change, caller);
      await site().refused('000001', 'user.SetUser', `${of('hostid')}<title>Them</title>`, GUEST);
      assert.equal((await get('guest')).value('title'), undefined);
    });

    for (const change of [
      '<privilege><siteAdmin>true</siteAdmin></privilege>',
      '<privilege><roSiteAdmin>true</roSiteAdmin></privilege>',
      '<privilege><attendeeOnly>true</attendeeOnly></privilege>',
      '<newWebExId>somebody-else</newWebExId>',
      '<active>DEACTIVATED</active>',
      '<expirationDate>12/30/2049 00:00:00</expirationDate>',
      '<security><lockAccount>true</lockAccount></security>',
      '<meetingTypes><meetingType>99</meetingType></meetingTypes>',
      '<supportedServices><salesCenter>false</salesCenter></supportedServices>',
      '<myWebEx><totalStorageSize>9999</totalStorageSize></myWebEx>',
    ]) {
      test(`nobody gives themselves ${change}`, async () => {
        const person = await site().person();
        const before = await get(person.webExID);
        const answer = await site().refused(
          '000001',
          'user.SetUser',
          `${of(person.webExID)}<title>x</title>${change}`,
          person,
        );
        assert.equal(answer.reason, 'Access denied, additional privileges are required');
        assert.equal((await get(person.webExID)).text, before.text);
      });
    }

    test('an administrator cannot deactivate or lock themselves', async () => {
      const admin = await site().person({ privileges: { siteAdmin: true } });
      for (const change of [
        '<active>DEACTIVATED</active>',
        '<security><lockAccount>true</lockAccount></security>',
      ]) {
        await site().refused('000001', 'user.SetUser', of(admin.webExID) + change, admin);
      }
      await set(admin.webExID, '<active>ACTIVATED</active><title>Boss</title>', admin);
    });

    test('a password that must be changed is not excused by its owner', async () => {
      const person = await site().person({ profile: { security: { forceChangePassword: true } } });
      const excuse = '<security><forceChangePassword>false</forceChangePassword></security>';
      await site().refused('000001', 'user.SetUser', of(person.webExID) + excuse, person);
      await set(person.webExID, '<password>An0ther-one</password>', person);
      const changed = { ...person, password: 'An0ther-one' };
      assert.equal((await get(person.webExID, changed)).value('security/forceChangePassword'), 'false');
    });

    test('an account of another site is unknown', async () => {
      await site().person({ siteName: 'acme-basic', webExId: 'basic-only' });
      await site().refused('030001', 'user.SetUser', `${of('basic-only')}<title>x</title>`);
    });
  });

  describe('a new password', () => {
    test('is good at once, and the old one is not', async () => {
      const person = await site().person();
      await site().ok('user.GetLoginTicket', '', person);
      await set(person.webExID, '<password>An0ther-one</password>', person);
      await site().refused('030002', 'user.GetLoginTicket', '', person);
      await site().ok('user.GetLoginTicket', '', { ...person, password: 'An0ther-one' });
    });

    test('is set by an administrator without the old one', async () => {
      const person = await site().person();
      await set(person.webExID, '<password>An0ther-one</password>');
      await site().ok('user.GetLoginTicket', '', { ...person, password: 'An0ther-one' });
    });

    test('may have to be changed at the next sign-in', async () => {
      const person = await site().person();
      await set(
        person.webExID,
        '<password>An0ther-one</password><security><forceChangePassword>true</forceChangePassword></security>',
      );
      assert.equal((await get(person.webExID)).value('security/forceChangePassword'), 'true');
    });

    test('of somebody who has no rights to set it changes nothing', async () => {
      const person = await site().person();
      await site().refused(
        '000001',
        'user.SetUser',
        `${of(person.webExID)}<password>Hijacked1</password>`,
        HOST,
      );
      await site().ok('user.GetLoginTicket', '', person);
    });
  });

  test('takes the permission to schedule away by an empty element, and leaves it where there is none', async () => {
    const { webExID } = await site().person({ profile: { schedulingPermission: 'hostid' } });
    const permission = async (content: string) => {
      await set(webExID, content);
      return (await site().ok('user.GetUser', of(webExID))).value('schedulingPermission');
    };
    assert.equal(await permission('<title>x</title>'), 'hostid');
    assert.equal(await permission('<schedulingPermission/>'), undefined);
    assert.equal(await permission('<schedulingPermission>hostid</schedulingPermission>'), 'hostid');
    assert.equal(await permission('<schedulingPermission> </schedulingPermission>'), undefined);
  });

  describe('with an expired password', () => {
    test('a caller may set a new one, and nothing else', async () => {
      const { sites } = site().context;
      await sites.create({ siteName: 'expiring', siteID: 92, type: 3, settings: { passwordLifeDays: 10 } });
      const person = await site().person({ siteName: 'expiring', privileges: { siteAdmin: true } });
      const other = await site().person({ siteName: 'expiring' });
      site().clock.advance({ days: 10 });
      for (const type of ['user.GetLoginTicket', 'user.AuthenticateUser']) {
        const answer = await site().refused('030905', type, '', person);
        assert.equal(answer.reason, 'The password has expired');
      }
      const MK = '<sessionKey>123456789</sessionKey>';
      const who = '<attendeeName>Ann</attendeeName><attendeeEmail>a@example.com</attendeeEmail>';
      for (const [type, content] of [
        ['meeting.GetMeeting', '<meetingKey>123456789</meetingKey>'],
        ['ep.GetSessionInfo', MK],
        ['ep.GetJoinSessionInfo', MK + who],
        ['user.GetUserCard', of(other.webExID)],
      ] as const) {
        await site().refused('030905', type, content, person);
      }
      await site().refused('030905', 'user.SetUser', `${of(person.webExID)}<title>x</title>`, person);
      await site().refused(
        '030905',
        'user.SetUser',
        `${of(person.webExID)}<password>******</password>`,
        person,
      );
      const hijack = `${of(other.webExID)}<password>Hijacked1</password>`;
      await site().refused('030905', 'user.SetUser', hijack, person);
      await set(person.webExID, '<password>An0ther-one</password>', person);
      await site().ok('user.GetLoginTicket', '', { ...person, password: 'An0ther-one' });
    });
  });

  describe('on a CI site', () => {
    const COMMON = [
      '<newWebExId>x@acme.com</newWebExId>',
      '<firstName>X</firstName>',
      '<lastName>X</lastName>',
      '<title>X</title>',
      '<address><city>X</city></address>',
      '<phones><phone>X</phone></phones>',
      '<email>x@acme.com</email>',
      '<email2>x@acme.com</email2>',
      '<password>Chang3d-it</password>',
      '<passwordHint>X</passwordHint>',
      '<passwordHintAnswer>X</passwordHintAnswer>',
      '<timeZone>GMT+01:00, Europe (Berlin)</timeZone>',
      '<timeZoneID>25</timeZoneID>',
      '<timeZoneWithDST>X</timeZoneWithDST>',
      '<locale>X</locale>',
      '<language>GERMAN</language>',
      '<languageID>9</languageID>',
      '<active>DEACTIVATED</active>',
      '<security><lockAccount>true</lockAccount><forceChangePassword>true</forceChangePassword></security>',
    ];

    for (const element of COMMON) {
      const name = /<(\w+)>/.exec(element)?.[1];
      test(`${name} is ignored, and the call succeeds`, async () => {
        const person = await site().person({ siteName: 'acme-ci' });
        const before = await get(person.webExID, CI_ADMIN);
        const answer = await set(person.webExID, element, CI_ADMIN);
        assert.match(answer.hints.join('\n'), new RegExp(`<${name}> is part of the common user profile`));
        assert.equal((await get(person.webExID, person)).text, before.text);
      });
    }

    test('everything else is taken', async () => {
      const person = await site().person({ siteName: 'acme-ci' });
      await set(
        person.webExID,
        '<company>Acme</company><privilege><labAdmin>true</labAdmin></privilege>',
        CI_ADMIN,
      );
      const answer = await get(person.webExID, CI_ADMIN);
      assert.equal(answer.value('company'), 'Acme');
      assert.equal(answer.value('privilege/labAdmin'), 'true');
    });

    test('the e-mail is the webExID', async () => {
      assert.equal((await get('hostid@acme.com', CI_ADMIN)).value('webExId'), 'hostid@acme.com');
      await site().ok('user.GetLoginTicket', '', {
        ...CI_ADMIN,
        webExID: 'guest@acme.com',
        password: PASSWORD,
      });
    });
  });
});

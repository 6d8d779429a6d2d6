import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { forProtocol } from '../../support/databases.ts';
import { CI_ADMIN, GUEST, HOST, message, PASSWORD, sharedSite, type TestSite } from '../../support/site.ts';

/** GetLoginTicket, GetloginurlUser, GetlogouturlUser and AuthenticateUser, up to the door that their tickets open. */

interface Caller {
  readonly siteName: string;
  readonly webExID: string;
}

forProtocol('tickets', (open) => {
  const site = sharedSite(open);
  const loginTicket = async (caller: Caller & { password: string }) =>
    (await site().ok('user.GetLoginTicket', '', { ...caller })).value('ticket') ?? '';
  const sessionTicket = async (caller: Caller & { password: string }) =>
    (await site().ok('user.AuthenticateUser', '', { ...caller })).value('sessionTicket') ?? '';

  /** What p.php says to it. */
  async function logIn({ siteName, webExID }: Caller, ticket: string): Promise<'SUCCESS' | 'FAIL'> {
    const BU = encodeURIComponent(`${site().url}/${siteName}/`);
    const WID = encodeURIComponent(webExID);
    const page = await fetch(`${site().url}/${siteName}/p.php?AT=LI&WID=${WID}&TK=${ticket}&BU=${BU}`, {
      redirect: 'manual',
    });
    const text = `${page.headers.get('location')} ${await page.text()}`.replaceAll('\\x3d', '=');
    assert.equal(/ST=SUCCESS/.test(text), page.headers.has('set-cookie'));
    return /ST=SUCCESS/.test(text) ? 'SUCCESS' : 'FAIL';
  }

  describe('a login ticket', () => {
    test('is given to everybody, attendee-only accounts too', async () => {
      for (const caller of [HOST, GUEST, CI_ADMIN]) assert.match(await loginTicket(caller), /^[0-9a-f]{32}$/);
    });

    test('is given again while it is unused, and opens the door once', async () => {
      const person = await site().person();
      const ticket = await loginTicket(person);
      assert.equal(await loginTicket(person), ticket);
      assert.equal(await logIn(person, ticket), 'SUCCESS');
      assert.equal(await logIn(person, ticket), 'FAIL');
      const next = await loginTicket(person);
      assert.notEqual(next, ticket);
      assert.equal(await logIn(person, next), 'SUCCESS');
    });

    test('opens it once for many who come at the same time', async () => {
      const person = await site().person();
      const ticket = await loginTicket(person);
      const results = await Promise.all(Array.from({ length: 8 }, () => logIn(person, ticket)));
      assert.equal(results.filter((result) => result === 'SUCCESS').length, 1);
    });

    test('is one, however many ask for it at the same time', async () => {
      const person = await site().person();
      const tickets = await Promise.all(Array.from({ length: 6 }, () => loginTicket(person)));
      assert.equal(new Set(tickets).size, 1);
    });

    test("is not another account's, nor good on another site", async () => {
      const person = await site().person({ webExId: 'two-sites' });
      const other = await site().person();
      const namesake = await site().person({ siteName: 'acme-basic', webExId: 'two-sites' });
      const ticket = await loginTicket(person);
      assert.equal(await logIn(other, ticket), 'FAIL');
      assert.equal(await logIn(namesake, ticket), 'FAIL');
      assert.equal(await logIn(person, ticket), 'SUCCESS');
    });

    test('ends after 5400 seconds', async () => {
      const person = await site().person();
      const kept = await loginTicket(person);
      site().clock.advance({ seconds: 5399 });
      assert.equal(await loginTicket(person), kept);
      site().clock.advance({ seconds: 1 });
      assert.equal(await logIn(person, kept), 'FAIL');
      assert.notEqual(await loginTicket(person), kept);
    });

    ends(
      'a login ticket',
      loginTicket,
      async (person, ticket) => (await logIn(person, ticket)) === 'SUCCESS',
    );
  });

  describe('GetloginurlUser', () => {
    const urlOf = async (webExID: string, caller: Record<string, string>, more = '') =>
      (await site().ok('user.GetloginurlUser', `<webExID>${webExID}</webExID>${more}`, caller)).value(
        'userLoginURL',
      ) ?? '';

    test('gives an address that signs in', async () => {
      const person = await site().person();
      const url = new URL(await urlOf(person.webExID, person));
      assert.equal(url.pathname, '/acme/p.php');
      assert.equal(await logIn(person, url.searchParams.get('TK') ?? ''), 'SUCCESS');
    });

    test('carries the backURL, escaped', async () => {
      const url = await urlOf('hostid', HOST, '<backURL>http://lms.acme.com/a?b=c&amp;d=ü</backURL>');
      assert.ok(url.endsWith('&MU=GoBack&BU=http%3A%2F%2Flms.acme.com%2Fa%3Fb%3Dc%26d%3D%C3%BC'), url);
    });

    test('is answered under the name that the request is called by: that of the schema, or that of the seed', async () => {
      for (const [type, name] of [
        ['use:getloginurlUser', 'getloginurlUserResponse'],
        ['getloginurlUser', 'getloginurlUserResponse'],
        ['java:com.webex.service.binding.user.GetloginurlUser', 'GetloginurlUserResponse'],
        ['user.GetloginurlUser', 'GetloginurlUserResponse'],
      ]) {
        const request = `<bodyContent xsi:type="${type}"><webExID>hostid</webExID></bodyContent>`;
        const answer = await site().post(message(request, HOST));
        assert.equal(answer.result, 'SUCCESS');
        assert.match(answer.text, new RegExp(`<serv:bodyContent xsi:type="use:${name}" `), type);
      }
    });

    test('escapes names', async () => {
      const person = await site().person({ firstName: 'A&B', lastName: 'é +' });
      assert.match(await urlOf(person.webExID, person), /&FN=A%26B&LN=%C3%A9%20%2B&/);
    });

    test("gives an administrator anybody's of the site, others their own alone", async () => {
      const person = await site().person();
      const url = new URL((await urlOf(person.webExID, { ...HOST, webExID: 'admin' })) ?? '');
      assert.equal(await logIn(person, url.searchParams.get('TK') ?? ''), 'SUCCESS');
      const reader = await site().person({ privileges: { roSiteAdmin: true } });
      for (const caller of [GUEST, reader]) {
        await site().refused('000001', 'user.GetloginurlUser', '<webExID>hostid</webExID>', caller);
        await site().refused('000001', 'user.GetlogouturlUser', '<webExID>hostid</webExID>', caller);
      }
      await site().refused('030001', 'user.GetloginurlUser', '<webExID>nobody</webExID>');
      await site().refused('000901', 'user.GetloginurlUser');
    });
  });

  test('GetlogouturlUser gives the address that signs out', async () => {
    const answer = await site().ok(
      'user.GetlogouturlUser',
      '<webExID>hostid</webExID><backURL>http://lms.acme.com/</backURL>',
      HOST,
    );
    assert.equal(
      answer.value('userLogoutURL'),
      `${site().url}/acme/p.php?AT=LO&BU=http%3A%2F%2Flms.acme.com%2F`,
    );
  });

  describe('a session ticket', () => {
    const works = async (person: Caller, ticket: string) => {
      const { siteName, webExID } = person;
      const caller = { siteName, webExID, sessionTicket: ticket };
      const answer = await site().call('user.GetUser', `<webExId>${webExID}</webExId>`, caller);
      if (answer.result === 'SUCCESS') return true;
      assert.match(answer.exceptionID ?? '', /^0300(47)$|^0309/);
      return false;
    };

    test('stands in the place of the password in every operation, many times', async () => {
      const { password, ...admin } = await site().person({ privileges: { siteAdmin: true } });
      const caller = { ...admin, sessionTicket: await sessionTicket({ ...admin, password }) };
      for (const [type, content] of [
        ['user.GetUser', '<webExId>hostid</webExId>'],
        ['user.SetUser', '<webExId>hostid</webExId><locale>U.S.</locale>'],
        ['user.LstsummaryUser', ''],
        ['user.GetLoginTicket', ''],
        ['site.LstTimeZone', ''],
      ] as const) {
        await site().ok(type, content, caller);
      }
    });

    test('is enough without a webExID, and is for nobody else', async () => {
      const person = await site().person();
      const ticket = await sessionTicket(person);
      const alone = { siteName: 'acme', sessionTicket: ticket };
      await site().ok('user.GetUser', `<webExId>${person.webExID}</webExId>`, alone);
      await site().refused('030047', 'user.GetLoginTicket', '', { ...alone, email: 'hostid@acme.com' });
      assert.equal(await works({ siteName: 'acme', webExID: 'hostid' }, ticket), false);
    });

    test('counts before a password beside it', async () => {
      const person = await site().person();
      const both = { ...person, sessionTicket: await sessionTicket(person), password: 'wrong' };
      await site().ok('user.GetLoginTicket', '', both);
      await site().refused('030047', 'user.GetLoginTicket', '', { ...person, sessionTicket: 'AAABstale' });
    });

    test('is not exchanged for the next one', async () => {
      const { siteName, webExID, password } = await site().person();
      const ticket = await sessionTicket({ siteName, webExID, password });
      const caller = { siteName, webExID, sessionTicket: ticket };
      const answer = await site().refused('030104', 'user.AuthenticateUser', '', caller);
      assert.equal(answer.reason, 'This operation does not support SessionTicket authentication');
      await site().ok('user.AuthenticateUser', '', { ...caller, password });
    });

    test('is not good on another site', async () => {
      const person = await site().person({ webExId: 'both-sites' });
      await site().person({ siteName: 'acme-basic', webExId: 'both-sites' });
      const ticket = await sessionTicket(person);
      assert.equal(await works({ siteName: 'acme-basic', webExID: 'both-sites' }, ticket), false);
      assert.equal(await works(person, ticket), true);
    });

    test('is one of many: a second one does not end the first', async () => {
      const person = await site().person();
      const [first, second] = [await sessionTicket(person), await sessionTicket(person)];
      assert.notEqual(first, second);
      assert.equal(await works(person, first), true);
      assert.equal(await works(person, second), true);
    });

    test('lives 5400 seconds', async () => {
      const person = await site().person();
      const ticket = await sessionTicket(person);
      site().clock.advance({ seconds: 5399 });
      assert.equal(await works(person, ticket), true);
      site().clock.advance({ seconds: 1 });
      assert.equal(await works(person, ticket), false);
    });

    test('lives as long as its site says', async () => {
      const { sites } = site().context;
      await sites.create({ siteName: 'brief', siteID: 96, type: 3, settings: { sessionTicketSeconds: 60 } });
      const person = await site().person({ siteName: 'brief' });
      const answer = await site().ok('user.AuthenticateUser', '', person);
      assert.equal(answer.value('timeToLive'), '60');
      site().clock.advance({ seconds: 60 });
      assert.equal(await works(person, answer.value('sessionTicket') ?? ''), false);
    });

    test('lives on while somebody guesses passwords', async () => {
      const person = await site().person();
      const ticket = await sessionTicket(person);
      for (let n = 0; n < 10; n++) {
        await site().refused('030002', 'user.GetLoginTicket', '', { ...person, password: `wrong${n}` });
      }
      await site().refused('030902', 'user.GetLoginTicket', '', person);
      assert.equal(await works(person, ticket), true);
    });

    ends('a session ticket', sessionTicket, works);
  });

  describe('AuthenticateUser', () => {
    test('takes a password on every type of site', async () => {
      for (const siteName of ['acme', 'acme-sso', 'acme-w11', 'acme-basic']) {
        await sessionTicket({ siteName, webExID: 'hostid', password: PASSWORD });
      }
      await sessionTicket(CI_ADMIN);
      await sessionTicket(GUEST);
    });

    test('refuses an assertion and a token as long as no identity provider is set up: 030048', async () => {
      const sso = { siteName: 'acme-sso', webExID: 'hostid', password: PASSWORD };
      const saml = '<samlResponse>PHNhbWw+</samlResponse>';
      await site().refused('030048', 'user.AuthenticateUser', saml, sso);
      const { password: _, ...ci } = CI_ADMIN;
      await site().refused('030048', 'user.AuthenticateUser', '<accessToken>x</accessToken>', ci);
      await site().ok('user.AuthenticateUser', '<accessToken>x</accessToken>', CI_ADMIN);
    });

    test('refuses what every operation refuses', async () => {
      const { siteName, webExID } = HOST;
      await site().refused('030002', 'user.AuthenticateUser', '', { ...GUEST, password: 'wrong' });
      await site().refused('030001', 'user.AuthenticateUser', '', { ...HOST, webExID: 'nobody' });
      await site().refused('030901', 'user.AuthenticateUser', '', { siteName, webExID });
      await site().refused('000923', 'user.AuthenticateUser', '', { webExID, password: PASSWORD });
    });
  });

  /** What ends a ticket of either kind. */
  function ends(
    what: string,
    take: (person: Caller & { password: string }) => Promise<string>,
    isGood: (person: Caller, ticket: string) => Promise<boolean>,
  ): void {
    const endings: readonly (readonly [string, (at: TestSite, webExID: string) => Promise<unknown>])[] = [
      [
        'a new password',
        (at, webExID) =>
          at.ok('user.SetUser', `<webExId>${webExID}</webExId><password>An0ther-one</password>`),
      ],
      ['a deactivation', (at, webExID) => at.ok('user.InactivateUser', `<webexID>${webExID}</webexID>`)],
      [
        'a deactivation that was taken back',
        async (at, webExID) => {
          await at.ok('user.DelUser', `<webExId>${webExID}</webExId>`);
          await at.ok('user.ActivateUser', `<webexID>${webExID}</webexID>`);
        },
      ],
      [
        'a lock',
        (at, webExID) =>
          at.ok(
            'user.SetUser',
            `<webExId>${webExID}</webExId><security><lockAccount>true</lockAccount></security>`,
          ),
      ],
      [
        'a new security policy of the site',
        (at) => at.context.sites.change('acme', { newSecurityPolicy: true }),
      ],
    ];
    for (const [ending, end] of endings) {
      test(`ends with ${ending}`, async () => {
        const person = await site().person();
        const ticket = await take(person);
        await end(site(), person.webExID);
        assert.equal(await isGood(person, ticket), false, `${what} has ended`);
      });
    }

    test('does not end with other changes', async () => {
      const person = await site().person();
      const ticket = await take(person);
      await site().ok('user.SetUser', `<webExId>${person.webExID}</webExId><title>Dr.</title>`);
      await site().context.sites.change('acme', {});
      assert.equal(await isGood(person, ticket), true);
    });
  }
});

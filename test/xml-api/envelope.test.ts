import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { forProtocol } from '../support/databases.ts';
import {
  ADMIN,
  bodyContent,
  CI_ADMIN,
  elements,
  GUEST,
  HOST,
  message,
  PASSWORD,
  sharedSite,
  startSite,
  textOf,
} from '../support/site.ts';

/** The envelope: who a message is from, several operations in one, and the header of the answer. */

const GET_HOST = bodyContent('user.GetUser', '<webExId>hostid</webExId>');

forProtocol('the envelope', (open) => {
  const site = sharedSite(open);
  const getUser = (caller: Record<string, string | number>, webExId = 'hostid') =>
    site().call('user.GetUser', `<webExId>${webExId}</webExId>`, caller);

  describe('says who is calling', () => {
    const credentials = { webExID: 'hostid', password: PASSWORD };

    test('on a site by its name, in any case', async () => {
      assert.equal((await getUser({ siteName: 'ACME', ...credentials })).result, 'SUCCESS');
    });

    test('on a site by its number, with a partnerID or without', async () => {
      assert.equal((await getUser({ siteID: 5941234563, ...credentials })).result, 'SUCCESS');
      assert.equal(
        (await getUser({ siteID: 5941234563, partnerID: 'p-1', ...credentials })).result,
        'SUCCESS',
      );
    });

    test('on a site by both, with empty siteID and partnerID', async () => {
      const both = { siteName: 'acme', siteID: 5941234563, ...credentials };
      assert.equal((await getUser(both)).result, 'SUCCESS');
      const empty = { siteName: 'acme', siteID: '', partnerID: '', ...credentials };
      assert.equal((await getUser(empty)).result, 'SUCCESS');
    });

    test('on the site that the host name begins with, when the message names none', async () => {
      const text = message(GET_HOST, credentials);
      const { hostname, port } = new URL(site().url);
      const answer = await site().raw(
        `POST /WBXService/XMLService HTTP/1.1\r\nHost: acme.${hostname}:${port}\r\nConnection: close\r\n` +
          `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
      );
      assert.match(answer, /<serv:result>SUCCESS<.*<use:webExId>hostid</s);
    });

    test('by the webExID in any case', async () => {
      assert.equal((await getUser({ ...HOST, webExID: 'HostID' })).result, 'SUCCESS');
    });

    test('by the e-mail in its own element, or in the place of the webExID', async () => {
      const byEmail = { siteName: 'acme', email: 'Hostid@acme.com', password: PASSWORD };
      assert.equal((await getUser(byEmail)).result, 'SUCCESS');
      assert.equal((await getUser({ ...HOST, webExID: 'hostid@acme.com' })).result, 'SUCCESS');
    });

    test('with the elements in any order and any prefix', async () => {
      const answer = await site().post(
        message(GET_HOST).replace(
          /<securityContext>.*<\/securityContext>/,
          `<com:securityContext><com:password>${PASSWORD}</com:password><com:siteName>acme</com:siteName>` +
            '<com:webExID>hostid</com:webExID></com:securityContext>',
        ),
      );
      assert.equal(answer.result, 'SUCCESS');
    });

    test('with elements of later levels beside them', async () => {
      const answer = await getUser({
        ...HOST,
        returnAdditionalInfo: 'TRUE',
        clientID: 'c',
        clientSecret: 's',
      });
      assert.equal(answer.result, 'SUCCESS');
    });
  });

  describe('is refused', () => {
    const refusals = [
      [
        'a site that does not exist',
        { ...HOST, siteName: 'nobody' },
        '000920',
        'Failed to get SiteUrl from server',
      ],
      [
        'a siteID that does not exist',
        { siteID: 1, webExID: 'hostid', password: PASSWORD },
        '000920',
        'Failed to get SiteUrl from server',
      ],
      [
        'siteName and siteID that disagree',
        { ...HOST, siteID: 5941234567 },
        '000922',
        'siteName and siteID are not of one site',
      ],
      [
        'a known siteName with an unknown siteID',
        { ...HOST, siteID: 1 },
        '000920',
        'Failed to get SiteUrl from server',
      ],
      ['no site', { webExID: 'hostid', password: PASSWORD }, '000923', 'siteName or siteID is required'],
      [
        'a siteID that is no number',
        { ...HOST, siteID: 'acme' },
        '000904',
        'The value of an element is not a number: siteID: must be a number',
      ],
      ['an unknown webExID', { ...HOST, webExID: 'nobody' }, '030001', 'Corresponding User not found'],
      [
        'an unknown e-mail',
        { siteName: 'acme', email: 'nobody@acme.com', password: PASSWORD },
        '030001',
        'Corresponding User not found',
      ],
      ['a wrong password', { ...GUEST, password: 'wrong' }, '030002', 'Incorrect user or password'],
      [
        'a password in another case',
        { ...GUEST, password: PASSWORD.toLowerCase() },
        '030002',
        'Incorrect user or password',
      ],
      [
        'no webExID',
        { siteName: 'acme', password: PASSWORD },
        '030901',
        'Credentials are required: webExID is required',
      ],
      [
        'no credential',
        { siteName: 'acme', webExID: 'hostid' },
        '030901',
        'Credentials are required: password is required',
      ],
      [
        'an empty credential',
        { siteName: 'acme', webExID: 'hostid', password: '' },
        '030901',
        'Credentials are required: password is required',
      ],
      [
        'a session ticket that is none',
        { siteName: 'acme', webExID: 'hostid', sessionTicket: 'AAABx' },
        '030047',
        'Not a valid session ticket',
      ],
      [
        'an access token',
        { siteName: 'acme-ci', webExID: 'hostid@acme.com', webExAccessToken: 'eyJ' },
        '030920',
        'WebEx access token is invalid',
      ],
    ] as const;
    for (const [what, caller, exceptionID, reason] of refusals) {
      test(`with ${what}: ${exceptionID}`, async () => {
        const answer = await getUser(caller);
        assert.deepEqual([answer.status, answer.exceptionID, answer.reason], [200, exceptionID, reason]);
      });
    }

    test('without a security context: 000923', async () => {
      const answer = await site().post(message(GET_HOST).replace(/<header>.*<\/header>/, ''));
      assert.equal(answer.exceptionID, '000923');
    });

    test('on a closed site: 000921, and it is open again afterwards', async () => {
      const { sites } = site().context;
      await sites.create({ siteName: 'closing', siteID: 77, type: 3 });
      await site().person({ siteName: 'closing', webExId: 'somebody' });
      const caller = { siteName: 'closing', webExID: 'somebody', password: PASSWORD };
      assert.equal((await getUser(caller, 'somebody')).result, 'SUCCESS');
      await sites.change('closing', { status: 'CLOSED' });
      const answer = await getUser(caller, 'somebody');
      assert.deepEqual([answer.exceptionID, answer.reason], ['000921', 'The site is not active']);
      assert.equal((await site().call('ep.GetSiteType', '', { siteName: 'closing' })).exceptionID, '000921');
      await sites.change('closing', { status: 'ACTIVE' });
      assert.equal((await getUser(caller, 'somebody')).result, 'SUCCESS');
    });

    test('with an account that was deactivated: 030903, waits for activation: 030903', async () => {
      const gone = await site().person({ active: 'DEACTIVATED' });
      assert.equal((await getUser(gone)).exceptionID, '030903');
      const waiting = await site().person({ active: 'REQUEST_TO_ACTIVATE' });
      assert.equal((await getUser(waiting)).exceptionID, '030903');
    });

    test('with an account that has expired: 030904, which a wrong password does not tell', async () => {
      const person = await site().person({ expiresAt: site().clock.now() });
      assert.equal((await getUser(person)).exceptionID, '030904');
      assert.equal((await getUser({ ...person, password: 'wrong' })).exceptionID, '030002');
    });

    test('with an account that an administrator has locked: 030902', async () => {
      const person = await site().person({ locked: true });
      assert.equal((await getUser(person)).exceptionID, '030902');
    });
  });

  describe('with several bodyContents', () => {
    test('runs them in order, and answers them in order', async () => {
      const answer = await site().post(
        message(
          bodyContent(
            'user.CreateUser',
            `<firstName>A</firstName><lastName>B</lastName><webExId>first</webExId><email>f@acme.com</email><password>${PASSWORD}</password>`,
          ) +
            bodyContent('user.SetUser', '<webExId>first</webExId><title>Dr.</title>') +
            bodyContent('user.GetUser', '<webExId>first</webExId>') +
            bodyContent('ep.GetAPIVersion'),
        ),
      );
      assert.deepEqual(
        answer.responses.map((response) => textOf(response, 'result')),
        ['SUCCESS', 'SUCCESS', 'SUCCESS', 'SUCCESS'],
      );
      assert.deepEqual(
        answer.bodyContents.map(({ attributes }) => attributes['xsi:type']),
        ['use:createUserResponse', 'use:setUserResponse', 'use:getUserResponse', 'ep:getAPIVersionResponse'],
      );
      assert.equal(textOf(answer.bodyContents[2], 'title'), 'Dr.');
      assert.deepEqual(answer.logged?.operations, ['CreateUser', 'SetUser', 'GetUser', 'GetAPIVersion']);
    });

    test('answers a failure in its place, and goes on', async () => {
      const answer = await site().post(
        message(
          bodyContent('user.GetUser', '<webExId>nobody</webExId>') +
            bodyContent('user.NoSuchThing') +
            '<bodyContent/>' +
            GET_HOST,
        ),
      );
      assert.deepEqual(
        answer.responses.map((response) => textOf(response, 'exceptionID')),
        ['030001', '000911', '000912', undefined],
      );
      assert.deepEqual(
        answer.bodyContents.map((content) => elements(content, 'webExId').length),
        [0, 0, 0, 1],
      );
    });

    test('counts one wrong password, however many operations there are', async () => {
      const person = await site().person();
      const guess = { ...person, password: 'wrong' };
      const answer = await site().post(
        message(
          `${bodyContent('user.AuthenticateUser')}${GET_HOST}${bodyContent('user.GetLoginTicket')}`.repeat(8),
          guess,
        ),
      );
      const numbers = answer.responses.map((response) => textOf(response, 'exceptionID'));
      assert.deepEqual(new Set(numbers), new Set(['030002']));
      const account = await site().context.accounts.required(
        await site().context.sites.required('acme'),
        person.webExID,
      );
      assert.ok(account.failedSignIns <= 2, `${account.failedSignIns} counted`);
    });

    test('more than 100 are refused, and none of them runs', async () => {
      const create = (n: number) =>
        bodyContent('user.SetUser', `<webExId>guest</webExId><title>Title ${n}</title>`);
      const many = Array.from({ length: 101 }, (_, n) => create(n)).join('');
      const answer = await site().post(message(many));
      assert.equal(answer.exceptionID, '000908');
      assert.match(answer.reason ?? '', /bodyContent: may be given at most 100 times/);
      const guest = await site().ok('user.GetUser', '<webExId>guest</webExId>');
      assert.equal(guest.value('title'), undefined);
    });
  });

  describe('of the answer', () => {
    test('declares the prefixes of the service that was asked, in a failure too', async () => {
      const failure = await site().refused('030001', 'user.GetUser', '<webExId>nobody</webExId>');
      assert.match(
        failure.text,
        /<serv:message xmlns:serv="[^"]*\/service" xmlns:com="[^"]*\/common" xmlns:use="[^"]*\/service\/user"><serv:header>/,
      );
      assert.match(failure.text, /<serv:body><serv:bodyContent\/><\/serv:body><\/serv:message>$/);
      const zones = await site().ok('site.LstTimeZone', '<timeZoneID>4</timeZoneID>', HOST);
      assert.match(
        zones.text,
        /xmlns:ns1="http:\/\/www\.webex\.com\/schemas\/2002\/06\/service\/site" xmlns:event="http:\/\/www\.webex\.com\/schemas\/2002\/06\/service\/event"><serv:header>/,
      );
    });

    test('tells a number for the log, and the log has it', async () => {
      const answer = await site().ok('user.GetUser', '<webExId>hostid</webExId>', HOST);
      assert.ok(answer.headers.get('x-request-id'));
      assert.equal(answer.logged?.id, answer.headers.get('x-request-id'));
      assert.equal(answer.logged?.site, 'acme');
      assert.equal(answer.logged?.caller, 'hostid');
    });

    test('says BACKUP while the site runs on its backup system', async () => {
      const { sites } = site().context;
      const { settings } = await sites.create({ siteName: 'moving', siteID: 78, type: 3 });
      await site().person({ siteName: 'moving', webExId: 'mover' });
      const mover = { siteName: 'moving', webExID: 'mover', password: PASSWORD };
      const status = async (type: string, caller = mover) =>
        textOf((await site().call(type, '<webExId>mover</webExId>', caller)).responses[0], 'gsbStatus');
      assert.equal(await status('user.GetUser'), 'PRIMARY');
      await sites.change('moving', { settings: { ...settings, gsbStatus: 'BACKUP' } });
      assert.equal(await status('user.GetUser'), 'BACKUP');
      assert.equal(await status('user.GetUser', { ...mover, webExID: 'nobody' }), 'BACKUP', 'in a failure');
      assert.equal(await status('ep.GetAPIVersion'), 'BACKUP');
      assert.equal(await status('user.GetUser', HOST), 'PRIMARY', 'the other sites do not move');
      await sites.change('moving', { settings: { ...settings, gsbStatus: 'PRIMARY' } });
      assert.equal(await status('user.GetUser'), 'PRIMARY');
    });

    test('says BACKUP on every site of an installation that runs on its backup system', async () => {
      await using backup = await startSite(await open(), { settings: { gsbStatus: 'BACKUP' } });
      for (const caller of [ADMIN, CI_ADMIN]) {
        const answer = await backup.ok('user.GetLoginTicket', '', caller);
        assert.equal(textOf(answer.responses[0], 'gsbStatus'), 'BACKUP');
      }
      assert.equal(textOf((await backup.post('not XML')).responses[0], 'gsbStatus'), 'BACKUP');
    });
  });
});

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { Visitor } from '../../browser/visitor.ts';
import { base64, IdentityProvider, ISSUER, LOGIN_URL } from '../../sign-in/saml/identity-provider.ts';
import { forProtocol } from '../../support/databases.ts';
import { PASSWORD, sharedSite } from '../../support/site.ts';

/** samlResponse of AuthenticateUser, from bytes to bytes: real assertions on an IdP-initiated site. */

const SITE = 'acme-w11';

forProtocol('AuthenticateUser with a samlResponse', (open) => {
  const shared = sharedSite(open);
  let idp: IdentityProvider;

  before(async () => {
    const { context, clock } = shared();
    const site = await context.sites.required(SITE);
    idp = new IdentityProvider(clock, context.links.samlAssertionConsumer(site), context.links.site(site));
    await context.sites.change(SITE, {
      settings: {
        samlSSO: {
          profile: 'IdP',
          idpIssuer: ISSUER,
          idpLoginUrl: LOGIN_URL,
          idpCertificates: [idp.key.certificate],
          autoAccountCreation: true,
        },
      },
    });
  });

  const body = (text: string) => `<samlResponse>${base64(text)}</samlResponse>`;

  test('becomes a ticket; an account without a password gets a login ticket by it, and a browser session', async () => {
    const site = shared();
    const caller = { siteName: SITE, webExID: 'sam' };
    const assertion = idp.response({ uid: 'sam' });
    const answer = await site.ok('user.AuthenticateUser', body(assertion), caller);
    const sessionTicket = answer.value('sessionTicket') ?? '';
    assert.equal(answer.value('timeToLive'), '5400');
    const byTicket = { ...caller, sessionTicket };
    assert.equal((await site.ok('user.GetUser', '<webExId>sam</webExId>', byTicket)).value('webExId'), 'sam');

    const TK = (await site.ok('user.GetLoginTicket', '', byTicket)).value('ticket') ?? '';
    const visitor = new Visitor(site.url);
    await visitor.post(`/${SITE}/p.php`, { AT: 'LI', WID: 'sam', TK });
    assert.ok(visitor.cookie, 'the ticket opens a browser session');

    const again = await site.refused('030048', 'user.AuthenticateUser', body(assertion), caller);
    assert.match(again.text, /<serv:exceptionID>AS0062<\/serv:exceptionID>/);
    assert.match(again.logged?.failures?.[0]?.detail ?? '', /./, 'the log has the reason');
  });

  test('counts before a right password, and does not fall through to it', async () => {
    const caller = { siteName: SITE, webExID: 'hostid', password: PASSWORD };
    const forged = idp.response({ uid: 'hostid' }).replaceAll('>hostid<', '>admin<');
    const refused = await shared().refused('030048', 'user.AuthenticateUser', body(forged), caller);
    assert.match(refused.text, /<serv:exceptionID>AS0062<\/serv:exceptionID>/);
    assert.doesNotMatch(refused.text, /sessionTicket/);
    await shared().ok('user.AuthenticateUser', body(idp.response({ uid: 'hostid' })), caller);
  });

  test('of a partner is not supported', async () => {
    const caller = { siteName: SITE, webExID: 'sam', partnerID: 'p1' };
    const foreign = idp.response({ uid: 'sam', issuer: 'https://partner.example' });
    const refused = await shared().refused('030048', 'user.AuthenticateUser', body(foreign), caller);
    assert.match(refused.logged?.failures?.[0]?.detail ?? '', /Partner SAML is not supported/);
  });
});

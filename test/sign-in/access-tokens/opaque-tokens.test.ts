import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { forProtocol } from '../../support/databases.ts';
import { sharedSite } from '../../support/site.ts';
import { AUDIENCE, Issuer, says } from './issuer.ts';
import { notTaken, providerFails, taken } from './tokens.ts';

/** Access tokens that say nothing by themselves: the provider, which is a server of the test, is asked about them. */

forProtocol('access tokens that are opaque', (open) => {
  const site = sharedSite(open);
  let issuer: Issuer;
  let made = 0;
  before(async () => {
    issuer = await new Issuer(site().clock).start();
  });
  after(() => issuer.stop());
  beforeEach(() => {
    issuer.manners.clear();
    return issuer.trustedBy(site().context);
  });

  /** A token of which introspection says that. */
  function token(claims: Record<string, unknown> = {}): string {
    made += 1;
    const name = `opaque-token-${made}`;
    issuer.opaque.set(name, { active: true, ...issuer.claims(), ...claims });
    return name;
  }

  const timesAsked = () => issuer.asked.filter((path) => path === '/introspect').length;

  test('a token that is in order is taken', async () => {
    await taken(site(), token());
    await taken(site(), token({ aud: [AUDIENCE, 'https://else.example/'] }));
    await taken(site(), token({ iss: undefined, exp: undefined }));
  });

  test('a token that is revoked', async () => {
    const revoked = token();
    await taken(site(), revoked);
    issuer.opaque.delete(revoked);
    site().clock.advance({ seconds: 59 });
    await taken(site(), revoked);
    site().clock.advance({ seconds: 1 });
    await notTaken(site(), revoked, /not active/);
    await notTaken(site(), revoked, /not active/);
  });

  test('a token that its provider does not know', async () => {
    await notTaken(site(), 'made-up', /not active/);
    const before = timesAsked();
    await notTaken(site(), 'made-up', /not active/);
    assert.equal(timesAsked(), before + 2, 'that a token is bad is not kept');
  });

  test('a token that the provider says nothing clear of', async () => {
    for (const active of ['true', 1, undefined, null]) {
      await providerFails(site(), '200006', token({ active }));
    }
  });

  test('a good one is asked about once in a minute, and never beyond its end', async () => {
    const good = token({ exp: issuer.now + 20 });
    const before = timesAsked();
    await taken(site(), good);
    assert.equal(timesAsked(), before + 1);
    site().clock.advance({ seconds: 20 });
    await notTaken(site(), good, /has expired/);
  });

  test('a token of another issuer, for another audience, expired, or not yet valid', async () => {
    await notTaken(site(), token({ iss: 'https://else.example' }), /another issuer/);
    await notTaken(site(), token({ aud: 'https://else.example/' }), /another audience/);
    await notTaken(site(), token({ exp: issuer.now }), /has expired/);
    await notTaken(site(), token({ nbf: issuer.now + 1 }), /not valid yet/);
  });

  test('a token without an audience is taken of the clients that the site trusts', async () => {
    await notTaken(site(), token({ aud: undefined }), /does not trust/);
    await notTaken(site(), token({ aud: undefined, client_id: 'else' }), /does not trust/);
    await taken(site(), token({ aud: undefined, client_id: 'parlance' }));
    await issuer.trustedBy(site().context, { trustedClients: ['else'] });
    await taken(site(), token({ aud: undefined, client_id: 'else' }));
  });

  test('a token of somebody who has no account, and of another account than named', async () => {
    await notTaken(site(), token({ email: 'nobody@acme.com' }), /without an account/);
    await notTaken(site(), token({ email: 'admin@acme.com' }), /another account/);
  });

  test('a token is not known on another site because it is known on one', async () => {
    const { sites } = site().context;
    const known = token();
    await taken(site(), known);
    await sites.create({ siteName: 'other-ci', siteID: 4711, type: 1 });
    await sites.change('other-ci', {
      settings: { commonIdentity: { issuer: issuer.url, clientID: 'somebody-else', audience: AUDIENCE } },
    });
    await site().person({ siteName: 'other-ci', webExId: 'hostid@acme.com', email: 'hostid@acme.com' });
    await notTaken(site(), known, /not active/, { siteName: 'other-ci', webExID: 'hostid@acme.com' });
  });

  test('a site may ask about every token, so that one that could be read is dead when it is revoked', async () => {
    const signed = await issuer.token();
    await taken(site(), signed);
    await issuer.trustedBy(site().context, { introspection: 'always' });
    await notTaken(site(), signed, /not active/);
    issuer.opaque.set(signed, { active: true, ...issuer.claims() });
    await taken(site(), signed);
  });

  test('a site may ask about none, and is no client then', async () => {
    await issuer.trustedBy(site().context, { introspection: 'never' });
    await notTaken(site(), token(), /no JWT/);
    await issuer.trustedBy(site().context, { clientID: '' });
    await notTaken(site(), token(), /clientID is not set/);
  });

  test('a site that the provider does not know as a client', async () => {
    await issuer.trustedBy(site().context, { clientSecret: 'wrong' });
    await notTaken(site(), token(), /not active/);
    issuer.manners.set(
      '/introspect',
      says(401, '{"error":"invalid_client"}', { 'WWW-Authenticate': 'Basic' }),
    );
    await providerFails(site(), '200006', token());
    issuer.manners.clear();
    await issuer.trustedBy(site().context);
    await taken(site(), token());
  });
});

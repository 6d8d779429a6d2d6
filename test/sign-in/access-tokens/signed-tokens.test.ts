import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { base64url, exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { forProtocol } from '../../support/databases.ts';
import { PASSWORD, sharedSite } from '../../support/site.ts';
import { AUDIENCE, Issuer } from './issuer.ts';
import { notTaken, taken } from './tokens.ts';

/** Access tokens that are JWTs, each with one thing wrong; the provider is a server of the test, so that it may lie. */

forProtocol('access tokens that are signed', (open) => {
  const site = sharedSite(open);
  let issuer: Issuer;
  before(async () => {
    issuer = await new Issuer(site().clock).start();
  });
  after(() => issuer.stop());
  beforeEach(() => issuer.trustedBy(site().context));

  test('a token that is in order is taken', async () => {
    await taken(site(), await issuer.token());
    for (const typ of ['JWT', 'application/at+jwt', undefined])
      await taken(site(), await issuer.token({}, { typ }));
    await taken(site(), await issuer.token({ aud: ['https://else.example/', AUDIENCE] }));
  });

  test('the person may be named by e-mail, in any case, or not at all', async () => {
    const token = await issuer.token({ email: 'HostID@Acme.com' });
    for (const named of [{ webExID: 'HOSTID@acme.com' }, { email: 'hostid@acme.com' }, {}]) {
      const caller = { siteName: 'acme-ci', ...named };
      await site().ok('user.AuthenticateUser', `<accessToken>${token}</accessToken>`, caller);
    }
  });

  test('a token of another issuer', async () => {
    await using other = await new Issuer(site().clock).start();
    await notTaken(site(), await other.token(), /another issuer/);
    assert.deepEqual(other.asked, [], 'whom a token names is not asked');
  });

  test('a token that another issuer has signed in the name of this one', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const forged = await new SignJWT(issuer.claims())
      .setProtectedHeader({ alg: 'RS256', kid: issuer.kid })
      .sign(privateKey);
    await notTaken(site(), forged, /signature/);
  });

  test('a token that brings its own key', async () => {
    const keys = await generateKeyPair('RS256', { extractable: true });
    const jwk = await exportJWK(keys.publicKey);
    const forged = await new SignJWT(issuer.claims())
      .setProtectedHeader({ alg: 'RS256', kid: issuer.kid, jwk, jku: `${issuer.url}/elsewhere` })
      .sign(keys.privateKey);
    await notTaken(site(), forged, /signature/);
    assert.ok(!issuer.asked.includes('/elsewhere'));
  });

  test('a token for another audience', async () => {
    await notTaken(site(), await issuer.token({ aud: 'https://else.example/' }), /"aud"/);
    await notTaken(site(), await issuer.token({ aud: undefined }), /"aud"/);
  });

  test('a token for any audience, on a site that has not said which is its own', async () => {
    await issuer.trustedBy(site().context, { audience: '' });
    await notTaken(site(), await issuer.token({ aud: '' }), /audience is not set/);
  });

  test('a token with alg none', async () => {
    for (const alg of ['none', 'None', 'nOnE']) {
      const said = [{ alg, typ: 'at+jwt' }, issuer.claims()].map((part) =>
        base64url.encode(JSON.stringify(part)),
      );
      for (const signature of ['', 'AAAA']) {
        await notTaken(site(), [...said, signature].join('.'), /kind "none" is not taken/i);
      }
    }
  });

  test('a token with HS256, signed with the public key as the secret', async () => {
    const pem = await exportSPKI(issuer.keys.publicKey);
    const jwk = JSON.stringify(await issuer.publicKey());
    for (const secret of [pem, pem.trim(), jwk]) {
      const forged = await new SignJWT(issuer.claims())
        .setProtectedHeader({ alg: 'HS256', kid: issuer.kid, typ: 'at+jwt' })
        .sign(Buffer.from(secret));
      await notTaken(site(), forged, /kind "HS256" is not taken/);
    }
  });

  test('a token that has expired', async () => {
    const token = await issuer.token({ exp: issuer.now + 60 });
    await taken(site(), token);
    site().clock.advance({ seconds: 60 + 29 });
    await taken(site(), token);
    site().clock.advance({ seconds: 1 });
    await notTaken(site(), token, /"exp"/);
  });

  test('a token that never expires', async () => {
    await notTaken(site(), await issuer.token({ exp: undefined }), /"exp"/);
  });

  test('a token that is not valid yet', async () => {
    const token = await issuer.token({ nbf: issuer.now + 60 });
    await notTaken(site(), token, /"nbf"/);
    site().clock.advance({ seconds: 30 });
    await taken(site(), token);
  });

  test('a token of somebody who has no account', async () => {
    await notTaken(site(), await issuer.token({ email: 'nobody@acme.com' }), /without an account/);
  });

  test('a token of somebody who has an account on another site alone', async () => {
    await site().person({ siteName: 'acme', webExId: 'elsewhere', email: 'elsewhere@acme.com' });
    const named = { siteName: 'acme-ci', webExID: 'elsewhere@acme.com' };
    await notTaken(site(), await issuer.token({ email: 'elsewhere@acme.com' }), /without an account/, named);
  });

  test('a token of another account than the one that is named', async () => {
    await notTaken(site(), await issuer.token({ email: 'admin@acme.com' }), /another account/);
    const nobody = { siteName: 'acme-ci', webExID: 'nobody@acme.com' };
    await notTaken(site(), await issuer.token(), /another account/, nobody);
  });

  test('a token of an account that may not be used', async () => {
    for (const [change, exceptionID] of [
      [{ active: 'DEACTIVATED' }, '030903'],
      [{ expiresAt: site().clock.now() - 1 }, '030904'],
      [{ locked: true }, '030902'],
    ] as const) {
      const { webExID, siteName } = await site().person({ siteName: 'acme-ci' });
      const { accounts, sites } = site().context;
      await accounts.change(await sites.required(siteName), webExID, () => change);
      const token = await issuer.token({ email: webExID });
      const named = { siteName, webExID };
      await site().refused(
        exceptionID,
        'user.AuthenticateUser',
        `<accessToken>${token}</accessToken>`,
        named,
      );
      await site().refused(exceptionID, 'user.GetLoginTicket', '', { ...named, webExAccessToken: token });
    }
  });

  test('a token opens a door that others have locked by wrong passwords', async () => {
    const { siteName, webExID } = await site().person({ siteName: 'acme-ci' });
    for (let n = 0; n < 10; n++) {
      await site().refused('030002', 'user.GetLoginTicket', '', { siteName, webExID, password: `wrong${n}` });
    }
    await site().refused('030902', 'user.GetLoginTicket', '', { siteName, webExID, password: PASSWORD });
    await taken(site(), await issuer.token({ email: webExID }), { siteName, webExID });
  });

  test('a token whose e-mail is not verified', async () => {
    await notTaken(site(), await issuer.token({ email_verified: false }), /not verified/);
    await taken(site(), await issuer.token({ email_verified: true }));
  });

  test('a token that says no name, or not in a text', async () => {
    for (const email of [undefined, '', 7, ['hostid@acme.com'], { is: 'hostid@acme.com' }]) {
      await notTaken(site(), await issuer.token({ email }), /no claim email/);
    }
  });

  test('a token without the scope that the site asks for', async () => {
    await issuer.trustedBy(site().context, { requiredScope: 'meetings' });
    await notTaken(site(), await issuer.token(), /scope/);
    await notTaken(site(), await issuer.token({ scope: 'meetings.read' }), /scope/);
    await taken(site(), await issuer.token({ scope: 'openid meetings' }));
    await taken(site(), await issuer.token({ scp: ['meetings'] }));
  });

  test('an ID token, and a logout token', async () => {
    await notTaken(site(), await issuer.token({ nonce: 'x' }, { typ: 'JWT' }), /no access token/);
    await notTaken(site(), await issuer.token({ at_hash: 'x' }, { typ: 'JWT' }), /no access token/);
    await notTaken(site(), await issuer.token({}, { typ: 'logout+jwt' }), /of the type/);
  });

  test('an algorithm that the site does not take', async () => {
    await issuer.trustedBy(site().context, { algorithms: ['ES256'] });
    await notTaken(site(), await issuer.token(), /kind "RS256"/);
  });

  test('garbage', async () => {
    const [header, payload] = (await issuer.token()).split('.');
    const asked = issuer.asked.length;
    const garbage = ['=', '(', 'a b', '\u00e4', '{"alg":"none"}', "' OR 1=1 --", 'x'.repeat(20_000)];
    for (const token of garbage) {
      await notTaken(site(), token, /a form that no token has/);
    }
    assert.equal(issuer.asked.length, asked, 'nobody is asked about what cannot be a token');
    await notTaken(site(), `${header}.${payload}.`, /Signature|JWS/i);
    await notTaken(site(), `${header}.${payload}.AAAA`, /signature/);
  });

  describe('keys', () => {
    test('are fetched once, and again for a token whose key is new', async () => {
      await taken(site(), await issuer.token());
      const before = issuer.asked.length;
      await taken(site(), await issuer.token());
      assert.equal(issuer.asked.length, before);
      const old = await issuer.token();
      await issuer.rotate();
      await taken(site(), await issuer.token());
      assert.equal(issuer.asked.length, before + 1);
      await notTaken(site(), old, /key/);
    });

    test('are not fetched more than once in half a minute for keys that nobody has', async () => {
      site().clock.advance({ seconds: 30 });
      await taken(site(), await issuer.token());
      const before = issuer.asked.length;
      for (let n = 0; n < 5; n++)
        await notTaken(site(), await issuer.token({}, { kid: `unknown${n}` }), /key/);
      assert.equal(issuer.asked.length, before + 1);
      await issuer.rotate();
      await notTaken(site(), await issuer.token(), /key/);
      site().clock.advance({ seconds: 30 });
      await taken(site(), await issuer.token());
    });

    test('that a provider withdraws are dead ten minutes later', async () => {
      const token = await issuer.token();
      await taken(site(), token);
      await issuer.rotate();
      site().clock.advance({ minutes: 10 });
      await notTaken(site(), token, /key/);
    });
  });

  test('a site that is no CI site takes no token', async () => {
    const token = await issuer.token();
    const { sites } = site().context;
    await sites.change('acme', { settings: { commonIdentity: { issuer: issuer.url, audience: AUDIENCE } } });
    await notTaken(site(), token, /no CI site/, { siteName: 'acme', webExID: 'hostid' });
    await sites.change('acme', { settings: { commonIdentity: { issuer: '', audience: '' } } });
  });
});

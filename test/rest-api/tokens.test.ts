import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { generateKeyPair, SignJWT } from 'jose';
import { Issuer } from '../sign-in/access-tokens/issuer.ts';
import { forProtocol } from '../support/databases.ts';
import { sharedSite } from '../support/site.ts';
import { RestClient } from './client.ts';

/** Tokens between both interfaces: one of REST opens a session ticket, and one of a CI site's provider calls REST. */

forProtocol('tokens of both interfaces', (open) => {
  const site = sharedSite(open);
  let issuer: Issuer;
  before(async () => {
    issuer = await new Issuer(site().clock).start();
    await issuer.trustedBy(site().context);
  });
  after(() => issuer.stop());

  const authenticating = (token: string | undefined) => `<accessToken>${token}</accessToken>`;

  test('a token with spark:all opens a session ticket, on every kind of site', async () => {
    for (const [siteName, webExID] of [
      ['acme', 'hostid'],
      ['acme-ci', 'hostid@acme.com'],
    ] as const) {
      const { token } = await RestClient.as(site(), webExID, { siteName, scopes: ['spark:all'] });
      for (const named of [{ siteName, webExID }, { siteName }]) {
        const answer = await site().ok('user.AuthenticateUser', authenticating(token), named);
        const sessionTicket = answer.value('sessionTicket');
        await site().ok('user.GetLoginTicket', '', { siteName, webExID, sessionTicket });
      }
    }
  });

  test('no other token does, and nobody learns why but the log', async () => {
    const named = { siteName: 'acme', webExID: 'hostid' };
    const everything = await RestClient.as(site(), 'hostid', { scopes: ['spark:all'] });
    const meetings = await RestClient.as(site(), 'hostid', {
      scopes: ['meeting:schedules_write', 'spark:kms'],
    });
    const elsewhere = { siteName: 'acme-ci', webExID: 'hostid@acme.com' };
    const foreign = await RestClient.as(site(), elsewhere.webExID, { ...elsewhere, scopes: ['spark:all'] });
    const wrong: readonly (readonly [string | undefined, object, RegExp])[] = [
      [meetings.token, named, /lacks the scope spark:all/],
      [foreign.token, named, /another site/],
      [everything.token, { siteName: 'acme', webExID: 'admin' }, /another account/],
      [`plat_${'a'.repeat(43)}`, named, /unknown/],
    ];
    const told = new Set<string | undefined>();
    for (const [token, context, why] of wrong) {
      const answer = await site().refused('030048', 'user.AuthenticateUser', authenticating(token), {
        ...context,
      });
      assert.match(answer.logged?.failures?.[0]?.detail ?? '', why);
      told.add(answer.reason);
    }
    assert.equal(told.size, 1);
    for (const line of site().log) {
      assert.ok(!line.includes(everything.token ?? ''), 'a token is in the log');
    }
  });

  test('a token of the provider of a CI site calls REST as its account', async () => {
    const client = new RestClient(site(), await issuer.token());
    const { status, json } = await client.call('GET', 'meetings');
    assert.deepEqual([status, Array.isArray(json.items)], [200, true]);
  });

  test('a forged one, one for others and one of nobody do not', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const forged = await new SignJWT(issuer.claims())
      .setProtectedHeader({ alg: 'RS256', kid: issuer.kid })
      .sign(privateKey);
    const tokens = [
      forged,
      await issuer.token({ aud: 'https://else.example/' }),
      await issuer.token({ email: 'nobody@acme.com' }),
      await issuer.token({ iss: 'https://else.example/' }),
      'a.b.c',
    ];
    for (const token of tokens) {
      assert.equal((await new RestClient(site(), token).call('GET', 'meetings')).status, 401, token);
    }
  });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RESOURCE, trustDemoIdentity } from '../../src/demo-identity/identity.ts';
import { notTaken, providerFails, taken } from '../sign-in/access-tokens/tokens.ts';
import { forProtocol } from '../support/databases.ts';
import { PASSWORD, sharedSite, startSite } from '../support/site.ts';
import { DEMO_PROVIDER, tokenOf } from './provider.ts';

/** Access tokens of a real provider, made with oidc-provider: the one that the demo gives its CI site. */

forProtocol("the demo's identity provider", (open) => {
  const options = () => ({ clock: 'now' as const, beside: DEMO_PROVIDER });
  const site = sharedSite(open, options());
  const person = { username: 'hostid@acme.com', password: PASSWORD };

  test('gives a JWT for the meetings, and an opaque token for nothing; both are taken', async () => {
    await trustDemoIdentity(site().context, 'acme-ci');
    const signed = await tokenOf(site().url, { ...person, resource: RESOURCE });
    assert.equal(signed.access_token?.split('.').length, 3);
    await taken(site(), signed.access_token ?? '');
    const opaque = await tokenOf(site().url, person);
    assert.match(opaque.access_token ?? '', /^[\w-]+$/);
    await taken(site(), opaque.access_token ?? '');
  });

  test('revokes a token, which is dead within a minute', async () => {
    await trustDemoIdentity(site().context, 'acme-ci');
    const { access_token = '' } = await tokenOf(site().url, person);
    await taken(site(), access_token);
    const revoked = await fetch(`${site().url}/identity/token/revocation`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: 'curl', token: access_token }),
    });
    assert.equal(revoked.status, 200);
    site().clock.advance({ seconds: 60 });
    await notTaken(site(), access_token, /not active/);
  });

  test('refuses a wrong password, somebody unknown, another resource; wrong passwords lock', async () => {
    const { webExID: username, password } = await site().person({ siteName: 'acme-ci' });
    for (const form of [
      { username: 'nobody@acme.com', password },
      ...Array.from({ length: 10 }, (_, n) => ({ username, password: `wrong${n}` })),
      { username, password },
    ]) {
      assert.deepEqual(await tokenOf(site().url, form).then(({ status, error }) => [status, error]), [
        400,
        'invalid_grant',
      ]);
    }
    const elsewhere = await tokenOf(site().url, { ...person, resource: 'urn:else' });
    assert.deepEqual([elsewhere.status, elsewhere.error], [400, 'invalid_target']);
  });

  test('is trusted at its address of today, and never in place of another provider', async () => {
    const { sites } = site().context;
    const issuerIs = async () => (await sites.required('acme-ci')).settings.commonIdentity.issuer;
    await sites.change('acme-ci', {
      settings: { commonIdentity: { issuer: 'http://127.0.0.1:1/identity' } },
    });
    await trustDemoIdentity(site().context, 'acme-ci');
    assert.equal(await issuerIs(), `${site().url}/identity`);
    await sites.change('acme-ci', { settings: { commonIdentity: { issuer: 'https://login.example/' } } });
    await trustDemoIdentity(site().context, 'acme-ci');
    assert.equal(await issuerIs(), 'https://login.example/');
    await sites.change('acme-ci', { settings: { commonIdentity: { issuer: '' } } });
  });

  test('is not there outside of the demo', async () => {
    await using plain = await startSite(await open());
    const answer = await fetch(`${plain.url}/identity/.well-known/openid-configuration`);
    assert.equal(answer.status, 404);
  });

  test('may stop and come back with other keys: 000035 meanwhile, and no restart of who trusts it', async () => {
    const database = await open();
    await using first = await startSite(database, options());
    const port = Number(new URL(first.url).port);
    await trustDemoIdentity(first.context, 'acme-ci');
    const { commonIdentity } = (await first.context.sites.required('acme-ci')).settings;
    await site().context.sites.change('acme-ci', { settings: { commonIdentity } });
    const before = (await tokenOf(first.url, { ...person, resource: RESOURCE })).access_token ?? '';
    await taken(site(), before);
    await first.close();

    await providerFails(site(), '000035', 'opaque');
    await site().ok('user.AuthenticateUser', '', {
      siteName: 'acme-ci',
      webExID: person.username,
      password: PASSWORD,
    });

    await using again = await startSite(database, { ...options(), settings: { port } });
    site().clock.advance({ seconds: 5 });
    await taken(site(), (await tokenOf(again.url, { ...person, resource: RESOURCE })).access_token ?? '');
    await taken(site(), (await tokenOf(again.url, person)).access_token ?? '');
    await notTaken(site(), before, /key/);
  });
});

import assert from 'node:assert/strict';
import { createPublicKey, verify } from 'node:crypto';
import { test } from 'node:test';
import { forProtocol } from '../../support/databases.ts';
import { base64, idIn, keyPair, LOGOUT_URL, messageIn } from './identity-provider.ts';
import { openSamlHouse, type SamlHouse } from './saml-house.ts';

const SERVICE = 'https://meet.example.com/dispatcher/SAML2LogoutService?siteurl=acme';

forProtocol('single logout', (open) => {
  /** Somebody with a browser session that SAML opened. */
  async function signedIn(house: SamlHouse, sessionIndex = 'session-1', nameID = 'jdoe') {
    const site = await house.site();
    const { code, binding } = await house.answer({ nameID, sessionIndex });
    const { account, samlSession } = await house.saml.finishSignIn(site, code, binding);
    const { cookie } = await house.tickets.openBrowserSession(account, site, samlSession);
    const isOpen = async () => (await house.tickets.browserSession(cookie, site)) !== undefined;
    return { cookie, samlSession, isOpen };
  }

  const byAddress = async ({ saml, site }: SamlHouse, query: string) =>
    saml.takeLogout(await site(), { method: 'GET', query, form: new URLSearchParams() });
  const byForm = async ({ saml, site }: SamlHouse, fields: Record<string, string>) =>
    saml.takeLogout(await site(), {
      method: 'POST',
      query: 'siteurl=acme',
      form: new URLSearchParams(fields),
    });

  test('begun here: a signed request, and the answer to it', async () => {
    const house = await openSamlHouse(await open());
    const { samlSession, cookie } = await signedIn(house);
    const site = await house.site();
    const kept = await house.tickets.browserSession(cookie, site);
    assert.deepEqual(kept?.samlSession, samlSession);
    const url = await house.saml.beginLogout(site, samlSession);
    assert.ok(url !== undefined);
    assert.ok(url.startsWith(`${LOGOUT_URL}?`));
    const request = messageIn(url);
    assert.match(request, />jdoe<\/saml:NameID>/);
    assert.match(request, />session-1<\/saml2p:SessionIndex>/);
    await checkSigned(house, url);
    const answer = house.idp.logoutResponse(idIn(url));
    const query = house.idp.query('SAMLResponse', answer);
    assert.deepEqual(await byAddress(house, `siteurl=acme&${query}`), { respondAt: undefined });
    await house.refused(28, () => byAddress(house, query));
  });

  test('a site without single logout sends nobody away', async () => {
    const house = await openSamlHouse(await open(), { singleLogout: false });
    const { samlSession } = await signedIn(house);
    assert.equal(await house.saml.beginLogout(await house.site(), samlSession), undefined);
    await house.set({ singleLogout: true, idpLogoutUrl: '' });
    await house.refused(27, async () => house.saml.beginLogout(await house.site(), samlSession));
  });

  test('answers that are refused: unsigned, forged, to nothing, and one that says no', async () => {
    const house = await openSamlHouse(await open());
    const { samlSession } = await signedIn(house);
    const asked = async () => idIn((await house.saml.beginLogout(await house.site(), samlSession)) ?? '');
    const { idp } = house;
    const right = idp.logoutResponse(await asked());
    await house.refused(20, () => byAddress(house, idp.query('SAMLResponse', right, { isSigned: false })));
    await house.refused(20, () => byForm(house, { SAMLResponse: base64(right) }));
    const forged = idp.signed(right, 'LogoutResponse', { key: keyPair() });
    await house.refused(23, () => byForm(house, { SAMLResponse: base64(forged) }));
    await house.refused(28, () => byAddress(house, idp.query('SAMLResponse', idp.logoutResponse('_none'))));
    await byForm(house, { SAMLResponse: base64(idp.signed(right, 'LogoutResponse')) });
    const denied = idp.logoutResponse(await asked(), 'Responder');
    await house.refused(29, () => byAddress(house, idp.query('SAMLResponse', denied)));
  });

  test('begun at the identity provider: every session of the name ends, and it is told', async () => {
    const house = await openSamlHouse(await open());
    const [one, two, other] = [
      await signedIn(house, 'session-1'),
      await signedIn(house, 'session-2'),
      await signedIn(house, 'session-3', 'somebody'),
    ];
    const request = house.idp.logoutRequest('jdoe', undefined, { destination: SERVICE });
    const query = house.idp.query('SAMLRequest', request, { relayState: "it's (back) here & there~*" });
    const { respondAt } = await byAddress(house, `siteurl=acme&${query}`);
    assert.deepEqual([await one.isOpen(), await two.isOpen(), await other.isOpen()], [false, false, true]);
    assert.ok(respondAt !== undefined);
    assert.ok(respondAt.startsWith(`${LOGOUT_URL}?`));
    assert.equal(new URL(respondAt).searchParams.get('RelayState'), "it's (back) here & there~*");
    const answer = messageIn(respondAt, 'SAMLResponse');
    assert.ok(answer.includes(`InResponseTo="${/\sID="([^"]+)"/.exec(request)?.[1]}"`));
    assert.ok(answer.includes('status:Success'));
    await checkSigned(house, respondAt);
  });

  test('a SessionIndex ends one session; a POST does it too', async () => {
    const house = await openSamlHouse(await open());
    const one = await signedIn(house, 'session-1');
    const two = await signedIn(house, 'session-2');
    const request = house.idp.signed(house.idp.logoutRequest('jdoe', 'session-2'), 'LogoutRequest');
    const { respondAt } = await byForm(house, { SAMLRequest: base64(request), RelayState: 'r' });
    assert.deepEqual([await one.isOpen(), await two.isOpen()], [true, false]);
    assert.ok(respondAt !== undefined);
    assert.equal(new URL(respondAt).searchParams.get('RelayState'), 'r');
  });

  test('requests that are refused end no session', async () => {
    const house = await openSamlHouse(await open());
    const { isOpen } = await signedIn(house);
    const { idp } = house;
    const right = idp.logoutRequest('jdoe');
    const signed = idp.query('SAMLRequest', right);
    const other = idp.logoutRequest('jdoe', undefined, { issuer: 'https://evil' });
    const elsewhere = idp.logoutRequest('jdoe', undefined, { destination: 'https://elsewhere' });
    const attacks: readonly (readonly [number, () => Promise<unknown>])[] = [
      [20, () => byAddress(house, idp.query('SAMLRequest', right, { isSigned: false }))],
      [20, () => byForm(house, { SAMLRequest: base64(right) })],
      [23, () => byAddress(house, signed.replace('&SigAlg', '&RelayState=added&SigAlg'))],
      [23, () => byAddress(house, signed.replace('rsa-sha256', 'hmac-sha256'))],
      [23, () => byAddress(house, signed.replace(/more%23rsa-sha256/, 'more%23rsa-sha512'))],
      [
        23,
        () => byForm(house, { SAMLRequest: base64(idp.signed(right, 'LogoutRequest', { key: keyPair() })) }),
      ],
      [1, () => byAddress(house, `${signed}&SAMLRequest=again`)],
      [1, () => byAddress(house, signed.replace('SAMLRequest', 'SAMLResponse'))],
      [1, () => byAddress(house, idp.query('SAMLRequest', idp.response()))],
      [24, () => byAddress(house, idp.query('SAMLRequest', other))],
      [24, () => byForm(house, { SAMLRequest: base64(idp.signed(other, 'LogoutRequest')) })],
      [14, () => byAddress(house, idp.query('SAMLRequest', elsewhere))],
    ];
    for (const [number, attack] of attacks) await house.refused(number, attack);
    assert.equal(await isOpen(), true);
    house.clock.advance({ minutes: 8 });
    await house.refused(19, () => byAddress(house, signed));
    house.clock.advance({ minutes: -8 });
    await byAddress(house, signed);
    assert.equal(await isOpen(), false);
    await house.refused(30, () => byAddress(house, signed));
  });
});

/** The address is signed with the key that the metadata publishes. */
async function checkSigned({ saml, site }: SamlHouse, url: string): Promise<void> {
  const certificate = /X509Certificate>([^<]+)</.exec(await saml.metadata(await site()))?.[1] ?? '';
  const pem = `-----BEGIN CERTIFICATE-----\n${certificate}\n-----END CERTIFICATE-----`;
  const raw = new Map(
    new URL(url).search
      .slice(1)
      .split('&')
      .map((pair) => [pair.slice(0, pair.indexOf('=')), pair] as const),
  );
  const signed = ['SAMLRequest', 'SAMLResponse', 'RelayState', 'SigAlg'].flatMap(
    (name) => raw.get(name) ?? [],
  );
  const signature = Buffer.from(new URL(url).searchParams.get('Signature') ?? '', 'base64');
  assert.ok(verify('sha256', Buffer.from(signed.join('&')), createPublicKey(pem), signature));
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SettingsChange } from '../../../src/sites/settings/change.ts';
import { forProtocol } from '../../support/databases.ts';
import { base64, idIn, keyPair, LOGIN_URL, messageIn } from './identity-provider.ts';
import { openSamlHouse } from './saml-house.ts';

forProtocol('single sign-on by SAML', (open) => {
  const house = async (settings?: SettingsChange['samlSSO']) => openSamlHouse(await open(), settings);

  test('somebody is signed in whom the identity provider knows', async () => {
    const { idp, saml, site, begin, post } = await house();
    const { id, binding } = await begin('https://meet.example.com/acme/m.php');
    const { code } = await post(idp.response({ uid: 'jdoe', inResponseTo: id }));
    const signedIn = await saml.finishSignIn(await site(), code, binding);
    assert.equal(signedIn.account.webExId, 'jdoe');
    assert.equal(signedIn.account.passwordHash, null);
    assert.equal(signedIn.target, 'https://meet.example.com/acme/m.php');
    assert.deepEqual(signedIn.samlSession, {
      nameID: 'jdoe',
      nameIDFormat: 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified',
      sessionIndex: 'session-1',
    });
  });

  test('two processes share what was asked, what was taken and who waits', async () => {
    const { idp, site, begin, secondNode } = await house();
    const { id, binding } = await begin();
    const other = secondNode();
    const SAMLResponse = base64(idp.response({ inResponseTo: id }));
    const { code } = await other.takeResponse(await site(), { SAMLResponse });
    const third = secondNode();
    assert.equal((await third.finishSignIn(await site(), code, binding)).account.webExId, 'jdoe');
    // Their keys are one key too: what one publishes another can read.
    assert.equal(await other.metadata(await site()), await third.metadata(await site()));
  });

  test('of two answers to one request that come together one is taken', async () => {
    const { idp, site, begin, secondNode, saml } = await house();
    const { id } = await begin();
    const current = await site();
    const answers = [saml, secondNode()].map((node, at) => {
      const SAMLResponse = base64(idp.response({ inResponseTo: id, uid: `twin${at}` }));
      return node.takeResponse(current, { SAMLResponse });
    });
    const states = (await Promise.allSettled(answers)).map(({ status }) => status).sort();
    assert.deepEqual(states, ['fulfilled', 'rejected']);
  });

  test('a code is good once, for a minute, on its site and in its browser', async () => {
    const { saml, site, answer, refused, clock, sites } = await house();
    const current = await site();
    const first = await answer();
    await saml.finishSignIn(current, first.code, first.binding);
    await refused(28, () => saml.finishSignIn(current, first.code, first.binding));
    for (const binding of [undefined, 'a stranger']) {
      const { code } = await answer();
      await assert.rejects(saml.finishSignIn(current, code, binding), { number: 28 });
    }
    const third = await answer();
    const other = await sites.create({ siteID: 2, siteName: 'other', type: 2, settings: current.settings });
    await refused(28, () => saml.finishSignIn(other, third.code, third.binding));
    await saml.finishSignIn(current, third.code, third.binding);
    const late = await answer();
    clock.advance({ minutes: 1 });
    await refused(28, () => saml.finishSignIn(current, late.code, late.binding));
  });

  test('a request is answered within ten minutes', async () => {
    const { idp, begin, post, refused, clock } = await house();
    const { id } = await begin();
    clock.advance({ minutes: 10 });
    await refused(28, () => post(idp.response({ inResponseTo: id })));
  });

  test('the identity provider begins: its login page, and an answer that nobody asked for', async () => {
    const { saml, site, idp, post } = await house({ profile: 'IdP', targetParameter: 'RelayState' });
    const current = await site();
    const { url } = await saml.beginSignIn(current, 'https://meet.example.com/acme/j.php');
    assert.equal(url, `${LOGIN_URL}?RelayState=${encodeURIComponent('https://meet.example.com/acme/j.php')}`);
    const { code } = await post(idp.response(), 'https://meet.example.com/acme/j.php');
    const { account, target } = await saml.finishSignIn(current, code, undefined);
    assert.equal(account.webExId, 'jdoe');
    assert.equal(target, 'https://meet.example.com/acme/j.php');
  });

  test('samlResponse proves an account: a Response or an Assertion, once', async () => {
    const { saml, site, idp, refused } = await house({ profile: 'IdP' });
    const current = await site();
    const response = base64(idp.response({ uid: 'jdoe' }));
    await refused(13, () => saml.accountOf(current, response, 'somebody'));
    assert.equal((await saml.accountOf(current, response, 'JDOE')).webExId, 'jdoe');
    await refused(13, () => saml.accountOf(current, response, 'jdoe'));
    const assertion = idp.signed(idp.assertion({ uid: 'jdoe' }), 'Assertion');
    assert.equal((await saml.accountOf(current, base64(assertion), 'jdoe@example.com')).webExId, 'jdoe');
    await refused(13, () => saml.accountOf(current, base64(assertion), undefined));
    await refused(20, () => saml.accountOf(current, base64(idp.assertion()), undefined));
    const forged = assertion.replaceAll('>jdoe<', '>admin<');
    await refused(23, () => saml.accountOf(current, base64(forged), undefined));
  });

  test('samlResponse is refused where the site begins, and Partner SAML everywhere', async () => {
    const { saml, site, idp, refused, set } = await house();
    await refused(28, async () => saml.accountOf(await site(), base64(idp.response()), undefined));
    await set({ profile: 'IdP' });
    const { detail } = await refused(24, async () =>
      saml.accountOf(await site(), base64(idp.response({ issuer: 'https://partner' })), undefined, 'p1'),
    );
    assert.match(detail, /Partner SAML is not supported/);
  });

  test('either signature will do, and both', async () => {
    const { answer } = await house();
    await answer({}, { assertion: false, response: true });
    await answer({}, { assertion: true, response: true });
    await answer({}, { assertion: true, response: false, hash: 'sha512' });
  });

  test('SHA-1 is taken where the site allows it by name', async () => {
    const { answer, set } = await house();
    await assert.rejects(answer({}, { hash: 'sha1' }), { number: 23 });
    await set({ allowSha1: true });
    await answer({}, { hash: 'sha1' });
  });

  test('during a rollover both certificates are good; one that has expired is not', async () => {
    const { answer, set, idp, clock } = await house();
    const next = keyPair();
    const old = keyPair(clock.now() + 60_000);
    await set({ idpCertificates: [old.certificate, next.certificate] });
    await answer({ uid: 'one' }, { key: old });
    await answer({ uid: 'two' }, { key: next });
    await assert.rejects(answer({}, { key: idp.key }), { number: 23 });
    clock.advance({ minutes: 2 });
    await assert.rejects(answer({}, { key: old }), { number: 23 });
    await answer({ uid: 'three' }, { key: next });
    await set({ idpCertificates: [old.certificate] });
    await assert.rejects(answer({}, { key: old }), { number: 15 });
  });

  test('an encrypted assertion', async () => {
    const { saml, site, idp, begin, post, set, refused } = await house();
    const certificate = /X509Certificate>([^<]+)</.exec(await saml.metadata(await site()))?.[1] ?? '';
    const signed = async (inResponseTo: string) =>
      idp.signed(idp.assertion({ uid: 'secret', inResponseTo }), 'Assertion');
    for (const cipher of ['gcm', 'cbc'] as const) {
      const { id } = await begin();
      const said = { inResponseTo: id };
      await post(idp.envelope(said, idp.encrypted(await signed(id), certificate, cipher)));
    }
    await set({ requireEncryption: true });
    const { id } = await begin();
    const said = { uid: 'secret', inResponseTo: id };
    await refused(13, () => post(idp.response(said)));
    const unsigned = idp.envelope(said, idp.encrypted(idp.assertion(said), certificate));
    await refused(13, () => post(unsigned));
    const weak = idp.signed(idp.assertion(said), 'Assertion', { hash: 'sha1' });
    await refused(13, () => post(idp.envelope(said, idp.encrypted(weak, certificate))));
    const forged = idp.signed(idp.assertion(said), 'Assertion', { key: keyPair() });
    await refused(13, () => post(idp.envelope(said, idp.encrypted(forged, certificate))));
    const commented = (await signed(id)).replace('>secret<', '>sec<!-- -->ret<');
    await refused(13, () => post(idp.envelope(said, idp.encrypted(commented, certificate))));
    const whole = idp.envelope(said, idp.encrypted(idp.assertion(said), certificate));
    await post(idp.signed(whole, 'Response'));
  });

  test('how people must have signed in, and how they must be named', async () => {
    const { answer, set, saml, site } = await house();
    const classRef = 'urn:oasis:names:tc:SAML:2.0:ac:classes:Smartcard';
    const nameIDFormat = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress';
    await set({ authnContextClassRef: classRef, nameIDFormat });
    await assert.rejects(answer({ nameIDFormat }), { number: 13 });
    await assert.rejects(answer({ classRef }), { number: 25 });
    await answer({ classRef, nameIDFormat });
    const request = messageIn((await saml.beginSignIn(await site(), undefined)).url);
    assert.ok(request.includes(`>${classRef}<`) && request.includes(`Format="${nameIDFormat}"`));
  });

  test('the request says who asks and where to answer; it is signed where the site says so', async () => {
    const { saml, site, set } = await house();
    const { url } = await saml.beginSignIn(await site(), undefined);
    const request = messageIn(url);
    assert.ok(request.includes('>https://meet.example.com/acme</saml:Issuer>'));
    assert.ok(request.includes(`Destination="${LOGIN_URL}"`));
    assert.ok(
      request.includes(
        'AssertionConsumerServiceURL="https://meet.example.com/dispatcher/SAML2AuthService?siteurl=acme"',
      ),
    );
    assert.equal(new URL(url).searchParams.get('Signature'), null);
    await set({ signAuthnRequests: true, spIssuer: 'http://www.webex.com' });
    const signed = await saml.beginSignIn(await site(), undefined);
    assert.ok(messageIn(signed.url).includes('>http://www.webex.com</saml:Issuer>'));
    assert.ok(new URL(signed.url).searchParams.get('Signature'));
    assert.notEqual(idIn(signed.url), idIn(url));
  });

  test('a site that lacks something, and one without SSO', async () => {
    const { saml, site, set, refused, sites } = await house();
    assert.equal(saml.isReady(await site()), true);
    await set({ idpCertificates: [] });
    assert.equal(saml.isReady(await site()), false);
    await refused(9, async () => saml.beginSignIn(await site(), undefined));
    const other = await sites.create({ siteID: 2, siteName: 'plain', type: 5 });
    await refused(7, () => saml.beginSignIn(other, undefined));
    await refused(7, () => saml.takeResponse(other, { SAMLResponse: 'x' }));
  });
});

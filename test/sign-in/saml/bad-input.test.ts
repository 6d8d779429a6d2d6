import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { before, describe, test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { forProtocol } from '../../support/databases.ts';
import { base64, idIn, keyPair, newId, type Said, type Signing } from './identity-provider.ts';
import { openSamlHouse, type SamlHouse } from './saml-house.ts';

interface Attack {
  readonly house: SamlHouse;
  /** Of somebody who has no account yet. */
  readonly said: Said;
  /** The Response that would have been right. */
  readonly honest: string;
}

let people = 0;

forProtocol('what an identity provider never sends', (open) => {
  let house: SamlHouse;
  before(async () => {
    house = await openSamlHouse(await open());
  });

  /** The attack fails with its number and leaves nothing; the same request is then answered rightly. */
  function attack(name: string, number: number, forge: (attack: Attack) => string | Promise<string>): void {
    test(name, async () => {
      const said = { uid: `person${++people}`, inResponseTo: (await house.begin()).id };
      const honest = house.idp.response(said);
      const forged = await forge({ house, said, honest });
      await house.refused(number, () => house.post(forged));
      const site = await house.site();
      assert.equal(await house.accounts.find(site, said.uid), undefined);
      await house.post(honest);
      assert.equal((await house.accounts.find(site, said.uid))?.webExId, said.uid);
    });
  }

  const saying =
    (change: Said, signing?: Signing) =>
    ({ house, said }: Attack) =>
      house.idp.response({ ...said, ...change }, signing);

  describe('signatures', () => {
    attack('an unsigned Response', 20, saying({}, { assertion: false }));
    attack('a signed Response whose name was changed', 23, ({ honest, said }) =>
      honest.replaceAll(`>${said.uid}<`, '>admin<'),
    );
    attack('a signature by another key', 23, saying({}, { key: keyPair() }));
    attack('a right assertion in a Response that is signed wrongly', 23, ({ house, said }) => {
      const text = house.idp.envelope(said, house.idp.signed(house.idp.assertion(said), 'Assertion'));
      return house.idp.signed(text, 'Response', { key: keyPair() });
    });
    attack('a wrongly signed assertion in a Response that is signed rightly', 23, ({ house, said }) => {
      const assertion = house.idp.signed(house.idp.assertion(said), 'Assertion', { key: keyPair() });
      return house.idp.signed(house.idp.envelope(said, assertion), 'Response');
    });
    attack("an attacker's certificate in KeyInfo", 8, saying({}, { key: keyPair(), named: true }));
    attack('a signature by SHA-1', 23, saying({}, { hash: 'sha1' }));
    attack('an HMAC under the public certificate', 23, ({ house, honest }) => {
      const method = 'http://www.w3.org/2000/09/xmldsig#hmac-sha1';
      const swapped = honest.replace(/(SignatureMethod Algorithm=")[^"]+/, `$1${method}`);
      const info = /<SignedInfo>.*<\/SignedInfo>/s.exec(swapped)?.[0] ?? '';
      const canonical = info.replace(
        '<SignedInfo>',
        '<SignedInfo xmlns="http://www.w3.org/2000/09/xmldsig#">',
      );
      const mac = createHmac('sha1', house.idp.key.certificate).update(canonical).digest('base64');
      return swapped.replace(/(<SignatureValue>)[^<]*/, `$1${mac}`);
    });
    attack('a digest that is not allowed', 23, ({ honest }) =>
      honest.replace(/(DigestMethod Algorithm=")[^"]+/, '$1http://www.w3.org/2001/04/xmldsig-more#md5'),
    );
    attack('an XSLT transform', 23, ({ honest }) =>
      honest.replace(
        /(<Transform Algorithm=")http:\/\/www.w3.org\/2001\/10[^"]+/,
        '$1http://www.w3.org/TR/1999/REC-xslt-19991116',
      ),
    );
    attack('a reference to the whole document', 23, ({ honest }) => honest.replace(/URI="#[^"]+"/, 'URI=""'));
    attack('two references', 23, ({ honest }) => honest.replace(/<Reference .*<\/Reference>/s, '$&$&'));
    attack('two SignedInfo', 23, ({ honest }) => honest.replace(/<SignedInfo>.*<\/SignedInfo>/s, '$&$&'));
    attack('a signature inside the Subject', 23, ({ honest }) => {
      const signature = /<Signature .*<\/Signature>/s.exec(honest)?.[0] ?? '';
      return honest.replace(signature, '').replace('</saml:Subject>', `${signature}</saml:Subject>`);
    });
  });

  describe('times, names and addresses', () => {
    attack('an assertion that has expired', 19, saying({ notBefore: -600_000, notOnOrAfter: -181_000 }));
    attack('an assertion that is not valid yet', 13, saying({ notBefore: 240_000, notOnOrAfter: 600_000 }));
    attack('a confirmation that never ends', 13, ({ house, said }) => {
      const endless = house.idp.assertion(said).replace(/ NotOnOrAfter="[^"]+"( Recipient)/, '$1');
      return house.idp.envelope(said, house.idp.signed(endless, 'Assertion'));
    });
    attack('an assertion for another audience', 13, saying({ audience: 'https://meet.example.com/other' }));
    attack('another recipient', 14, saying({ recipient: 'https://elsewhere.example.com/acs' }));
    attack('another destination', 14, saying({ destination: 'https://elsewhere.example.com/acs' }));
    attack('an issuer that is not known', 24, saying({ issuer: 'https://evil.example.com' }));
    attack(
      'an assertion by another issuer than the Response',
      24,
      saying({ assertionIssuer: 'https://evil' }),
    );
    attack('a SPNameQualifier of another site', 10, saying({ spNameQualifier: 'https://other' }));
    attack('no name at all', 2, saying({ nameID: '' }));
    attack('a provider that says no', 29, saying({ status: 'Requester' }));
    attack('an InResponseTo that nobody asked for', 28, saying({ inResponseTo: newId() }));
    attack('no InResponseTo where the site begins', 28, saying({ inResponseTo: undefined }));
    attack('Response and assertion that answer different requests', 28, ({ honest }) =>
      honest.replace(/InResponseTo="[^"]+"/, `InResponseTo="${newId()}"`),
    );
    attack('an InResponseTo that no signature covers', 28, ({ house, said }) => {
      const { inResponseTo, ...unasked } = said;
      const assertion = house.idp.signed(house.idp.assertion(unasked), 'Assertion');
      return house.idp.envelope({ inResponseTo }, assertion);
    });
    attack('an InResponseTo of another site', 28, async ({ house, said }) => {
      const { settings } = await house.site();
      const siteName = `other${people}`;
      const other = await house.sites.create({ siteID: 100 + people, siteName, type: 2, settings });
      const { url } = await house.saml.beginSignIn(other, undefined);
      return house.idp.response({ ...said, inResponseTo: idIn(url) });
    });
  });

  describe('documents', () => {
    attack('two assertions', 13, ({ honest }) => {
      const assertion = /<saml:Assertion .*<\/saml:Assertion>/s.exec(honest)?.[0] ?? '';
      return honest.replace(assertion, `${assertion}${assertion.replaceAll(/ID="_/g, 'ID="_2')}`);
    });
    attack('an ID that stands twice', 29, ({ honest }) => {
      const id = /<saml:Assertion [^>]*ID="([^"]+)"/.exec(honest)?.[1];
      return honest.replace(/(<samlp:Response [^>]*?\sID=")[^"]+/, `$1${id}`);
    });
    attack('a comment in the NameID', 6, ({ honest, said }) =>
      honest.replace(
        `>${said.uid}</saml:NameID>`,
        `>${said.uid?.slice(0, 3)}<!-- -->${said.uid?.slice(3)}</saml:NameID>`,
      ),
    );
    attack('a CDATA section in the NameID', 6, ({ honest, said }) =>
      honest.replace(`>${said.uid}</saml:NameID>`, `><![CDATA[${said.uid}]]></saml:NameID>`),
    );
    attack('a processing instruction', 6, ({ honest }) => honest.replace('<saml:Issuer>', '<?php x?>$&'));
    attack('a billion laughs', 6, ({ honest }) => {
      const entities = Array.from(
        { length: 9 },
        (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`,
      );
      const doctype = `<!DOCTYPE r [<!ENTITY a0 "ha">${entities.join('')}]>`;
      return doctype + honest.replace('>Jane<', '>&a9;<');
    });
    attack('an entity that is not one of the five', 6, ({ honest }) => honest.replace('>Jane<', '>&laugh;<'));
    attack('a prefix that is not declared', 6, ({ honest }) => honest.replace('<saml:Issuer>', '<x:y/>$&'));
    attack('elements a thousand deep', 6, ({ honest }) =>
      honest.replace('<samlp:Status>', `${'<saml:a>'.repeat(1000)}${'</saml:a>'.repeat(1000)}$&`),
    );
    attack('a document that is too large', 6, ({ honest }) => `${honest}${' '.repeat(300 * 1024)}`);
    attack('another encoding', 6, ({ honest }) => `<?xml version="1.0" encoding="UTF-7"?>${honest}`);
    attack('a request in place of a Response', 29, ({ house }) => house.idp.logoutRequest('jdoe'));
    attack('SAML 1.1', 1, ({ honest }) => honest.replace('Version="2.0"', 'Version="1.1"'));
  });

  test('what is not base64, and what is not UTF-8', async () => {
    const site = await house.site();
    const honest = base64(house.idp.response({ uid: 'nobody' }));
    for (const SAMLResponse of [
      '',
      '!',
      `${honest}*`,
      `-${honest.slice(1)}`,
      Buffer.from('<a>\xff</a>', 'latin1').toString('base64'),
    ]) {
      await house.refused(6, () => house.saml.takeResponse(site, { SAMLResponse }));
    }
  });

  test('a Response that is replayed, to any process', async () => {
    const { id } = await house.begin();
    const honest = house.idp.response({ uid: 'replay', inResponseTo: id });
    await house.post(honest);
    await house.refused(28, () => house.post(honest));
    const site = await house.site();
    await house.refused(28, () => house.secondNode().takeResponse(site, { SAMLResponse: base64(honest) }));
  });

  test('an assertion that is replayed in the answer to another request', async () => {
    const first = await house.begin();
    const second = await house.begin();
    const assertion = house.idp.assertion({ uid: 'again', inResponseTo: first.id });
    const answering = (inResponseTo: string) =>
      house.idp.envelope({ inResponseTo }, house.idp.signed(assertion, 'Assertion'));
    await house.post(answering(first.id));
    await house.refused(28, () => house.post(answering(second.id)));
  });

  test('an inflate bomb at the single logout service', async () => {
    const site = await house.site();
    const bomb = deflateRawSync(Buffer.alloc(64 * 1024 * 1024, ' ')).toString('base64');
    const query = `SAMLRequest=${encodeURIComponent(bomb)}`;
    const { detail } = await house.refused(30, () =>
      house.saml.takeLogout(site, { method: 'GET', query, form: new URLSearchParams() }),
    );
    assert.match(detail, /unfolds to more than/);
  });
});

forProtocol('an unsolicited Response', (open) => {
  test('is replayed in vain where the identity provider begins', async () => {
    const house = await openSamlHouse(await open(), { profile: 'IdP' });
    const honest = house.idp.response({ uid: 'unasked' });
    await house.post(honest);
    await house.refused(13, () => house.post(honest));
    await house.refused(28, () => house.post(house.idp.response({ inResponseTo: newId() })));
  });
});

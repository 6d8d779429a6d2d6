import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { forSqlite } from '../../support/databases.ts';
import { newId } from './identity-provider.ts';
import { openSamlHouse, type SamlHouse } from './saml-house.ts';

interface Parts {
  /** Signed, about `mallory`. */
  readonly honest: string;
  /** Its signed element, with and without the signature. */
  readonly original: string;
  readonly bare: string;
  readonly signature: string;
  /** The same without a signature and with other IDs, about `admin`. */
  readonly evil: string;
}

const ASSERTION = /<saml:Assertion .*<\/saml:Assertion>/s;
const SIGNATURE = /<Signature .*?<\/Signature>/s;

/** The signed element is moved where a verifier still finds it, and a forged one stands where it is read. */
forSqlite('signature wrapping', (open) => {
  let house: SamlHouse;
  before(async () => {
    house = await openSamlHouse(await open());
    const site = await house.site();
    const person = { firstName: 'A', lastName: 'D', passwordHash: null, email: 'admin@example.com' };
    await house.accounts.create(site, { webExId: 'admin', ...person });
  });

  function wrapping(name: string, signed: 'Response' | 'Assertion', wrap: (parts: Parts) => string): void {
    test(name, async () => {
      const said = { uid: 'mallory', inResponseTo: (await house.begin()).id };
      const signing = { response: signed === 'Response', assertion: signed === 'Assertion' };
      const honest = house.idp.response(said, signing);
      const original = signed === 'Response' ? honest : (ASSERTION.exec(honest)?.[0] ?? '');
      const signature = SIGNATURE.exec(original)?.[0] ?? '';
      const bare = original.replace(signature, '');
      const evil = bare.replace(/\sID="[^"]+/g, () => ` ID="${newId()}`).replaceAll('>mallory<', '>admin<');
      assert.ok(signature !== '' && evil.includes('>admin<'));
      const forged = wrap({ honest, original, bare, signature, evil });
      assert.ok(forged.includes('>admin<') && forged.includes('SignatureValue'));
      await house.refused(13, () => house.post(forged));
      // What was wrapped is right by itself.
      await house.post(honest);
    });
  }

  wrapping('XSW1: the signed Response inside the signature of a forged one', 'Response', (parts) => {
    const { evil, bare, signature } = parts;
    const around = signature.replace('</Signature>', `${bare}</Signature>`);
    return evil.replace('</saml:Issuer>', `</saml:Issuer>${around}`);
  });

  wrapping('XSW2: the signed Response before its detached signature', 'Response', (parts) => {
    const { evil, bare, signature } = parts;
    return evil.replace('</saml:Issuer>', `</saml:Issuer>${bare}${signature}`);
  });

  wrapping('XSW3: a forged assertion before the signed one', 'Assertion', ({ honest, original, evil }) =>
    honest.replace(original, evil + original),
  );

  wrapping('XSW4: the signed assertion inside a forged one', 'Assertion', ({ honest, original, evil }) =>
    honest.replace(original, evil.replace('</saml:Assertion>', `${original}</saml:Assertion>`)),
  );

  wrapping('XSW5: a forged assertion with the signature, the signed one behind it', 'Assertion', (parts) => {
    const { honest, original, evil, bare, signature } = parts;
    const forged = evil.replace('</saml:Issuer>', `</saml:Issuer>${signature}`);
    return honest.replace(original, forged + bare);
  });

  wrapping('XSW6: the signed assertion inside the signature of a forged one', 'Assertion', (parts) => {
    const { honest, original, evil, bare, signature } = parts;
    const around = signature.replace('</Signature>', `${bare}</Signature>`);
    return honest.replace(original, evil.replace('</saml:Issuer>', `</saml:Issuer>${around}`));
  });

  wrapping('XSW7: a forged assertion in Extensions', 'Assertion', ({ honest, original, evil }) =>
    honest.replace(original, `<samlp:Extensions>${evil}</samlp:Extensions>${original}`),
  );

  wrapping('XSW8: the signed assertion in an Object of the signature', 'Assertion', (parts) => {
    const { honest, original, evil, bare, signature } = parts;
    const around = signature.replace('</Signature>', `<Object>${bare}</Object></Signature>`);
    return honest.replace(original, evil.replace('</saml:Issuer>', `</saml:Issuer>${around}`));
  });

  wrapping('XSW9: the signed Response in StatusDetail of a forged one', 'Response', ({ honest, evil }) =>
    evil.replace('</samlp:Status>', `<samlp:StatusDetail>${honest}</samlp:StatusDetail></samlp:Status>`),
  );
});

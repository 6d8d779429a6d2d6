/** What the site is to an identity provider: its names, and the metadata that tells them. */
import type { Links } from '../../links.ts';
import type { Site } from '../../sites/site.ts';

/** The entity ID of the site: the one that is set, or its own address. */
export function spIssuer(site: Site, links: Links): string {
  return site.settings.samlSSO.spIssuer || links.site(site);
}

/** In the order of a live site's metadata. */
const NAME_ID_FORMATS = [
  'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified',
  'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
  'urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName',
  'urn:oasis:names:tc:SAML:2.0:nameid-format:entity',
  'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
];

const BINDINGS = 'urn:oasis:names:tc:SAML:2.0:bindings';

/** Those that are taken, the best first. */
const ENCRYPTION_METHODS = [
  'http://www.w3.org/2009/xmlenc11#aes256-gcm',
  'http://www.w3.org/2009/xmlenc11#aes128-gcm',
  'http://www.w3.org/2001/04/xmlenc#aes256-cbc',
  'http://www.w3.org/2001/04/xmlenc#aes128-cbc',
  'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p',
];

/**
 * The metadata (live metadata of a site; the encryption key and the logout service are more than that has).
 * @param certificate base64 of the DER
 */
export function metadataOf(site: Site, links: Links, certificate: string): string {
  const { signAuthnRequests } = site.settings.samlSSO;
  const formats = NAME_ID_FORMATS.map((each) => `    <md:NameIDFormat>${each}</md:NameIDFormat>`);
  const methods = ENCRYPTION_METHODS.map((each) => `      <md:EncryptionMethod Algorithm="${each}"/>`);
  const key = `<ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>`;
  const logout = escaped(links.samlLogout(site));
  return `<?xml version="1.0" encoding="UTF-8"?>
<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${escaped(spIssuer(site, links))}">
  <md:SPSSODescriptor AuthnRequestsSigned="${signAuthnRequests}" WantAssertionsSigned="true" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    <md:KeyDescriptor use="signing">
      ${key}
    </md:KeyDescriptor>
    <md:KeyDescriptor use="encryption">
      ${key}
${methods.join('\n')}
    </md:KeyDescriptor>
    <md:SingleLogoutService Binding="${BINDINGS}:HTTP-Redirect" Location="${logout}"/>
    <md:SingleLogoutService Binding="${BINDINGS}:HTTP-POST" Location="${logout}"/>
${formats.join('\n')}
    <md:AssertionConsumerService Binding="${BINDINGS}:HTTP-POST" Location="${escaped(links.samlAssertionConsumer(site))}" index="0" isDefault="true"/>
  </md:SPSSODescriptor>
</md:EntityDescriptor>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

import { generateKeyPairSync } from 'node:crypto';
import { selfSignedCertificate } from '../../../src/sign-in/saml/certificate.ts';
import { pngOf } from '../../support/pictures.ts';
import type { ConsoleRows, ConsoleWorld } from '../console-row.ts';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const CERTIFICATE = selfSignedCertificate({
  privateKey,
  commonName: 'idp.example.com',
  serialNumber: Buffer.from([1]),
  notBefore: Date.UTC(2020, 0, 1),
  notAfter: Date.UTC(2040, 0, 1),
}).toString('base64');

const acme = ({ site }: ConsoleWorld) => site.context.sites.required('acme');

const words = (fresh: string) => ({ subject: fresh, content: '%Opening%', format: 'TEXT' });
const METADATA = `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example.com"><md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>${CERTIFICATE}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor><md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://idp.example.com/in"/></md:IDPSSODescriptor></md:EntityDescriptor>`;

const MAIL = { kind: 'invitation', language: '1' };

async function changedAt(world: ConsoleWorld): Promise<number> {
  const texts = await world.site.context.mail.siteTexts.of(await acme(world));
  return texts.find(({ kind, languageID }) => kind === MAIL.kind && languageID === 1)?.changedAt ?? 0;
}

export const ROWS: ConsoleRows = {
  'GET site/settings': [{}],
  'PATCH site/settings': [
    { body: ({ fresh }) => ({ values: { 'telephony.publicName': fresh } }), changes: true },
    {
      about: 'one of the owner’s',
      body: ({ site }) => ({ values: { hostLimit: site.context.random.digits(6) } }),
      may: ['owner'],
      changes: true,
    },
    {
      about: 'where sign-on is set up',
      body: ({ fresh }) => ({ values: { 'samlSSO.errorUrl': `https://${fresh}.example.com/` } }),
      changes: true,
    },
  ],
  'GET site/session-types': [{}],
  'POST site/session-types': [
    { body: ({ fresh }) => ({ like: 3, displayName: fresh, productCodePrefix: 'OWN' }), changes: true },
  ],
  'PATCH site/session-types/:number': [
    {
      params: () => ({ number: '1' }),
      body: ({ fresh }) => ({ values: { displayName: fresh } }),
      changes: true,
    },
    {
      about: 'for more people than any other',
      params: () => ({ number: '1' }),
      body: ({ site }) => ({ values: { 'limits.maxMeetingUser': site.context.random.digits(6) } }),
      may: ['owner'],
      changes: true,
    },
  ],
  'GET site/tracking-codes': [{}],
  'PUT site/tracking-codes': [
    {
      body: ({ fresh }) => ({
        codes: [
          {
            index: 1,
            name: fresh,
            inputMode: 'Text Input',
            hostProfile: 'OPTIONAL',
            schedulingPage: [],
            listValue: [],
          },
        ],
      }),
      changes: true,
    },
  ],
  'POST site/tracking-codes/list': [{ file: () => ({ name: 'list.csv', bytes: 'Value\nSales\n' }) }],
  'GET site/mail-texts': [{}],
  'GET site/mail-texts/:kind/:language': [{ params: () => MAIL }],
  'GET site/mail-texts/:kind/:language/html': [{ params: () => MAIL }],
  'PUT site/mail-texts/:kind/:language': [
    {
      params: () => MAIL,
      body: async (world) => ({ words: words(world.fresh), changedAt: await changedAt(world) }),
      changes: true,
    },
  ],
  'DELETE site/mail-texts/:kind/:language': [
    {
      params: async (world) => {
        const mail = { kind: 'invitation', languageID: 1, changedAt: await changedAt(world) } as const;
        const own = { subject: world.fresh, content: '', format: 'TEXT' } as const;
        await world.site.context.mail.siteTexts.replace(await acme(world), mail, own);
        return MAIL;
      },
      query: async (world) => ({ changedAt: String(await changedAt(world)) }),
      changes: true,
    },
  ],
  'POST site/mail-texts/:kind/:language/preview': [
    { params: () => MAIL, body: ({ fresh }) => ({ words: words(fresh) }) },
  ],
  'GET site/branding': [{}],
  'GET site/branding/tones': [{ query: () => ({ accent: '#1f5fbf' }) }],
  'POST site/branding/logo': [
    { file: () => ({ name: 'logo.png', type: 'image/png', bytes: pngOf(64, 64) }), changes: true },
  ],
  'DELETE site/branding/logo': [
    {
      params: async (world) => {
        await world.site.context.logos.replace(await acme(world), pngOf(64, 64));
        return {};
      },
      changes: true,
    },
  ],
  'GET site/recording-space': [{}],
  'GET site/saml': [{}],
  'POST site/openid/check': [{}],
  'POST site/saml/metadata': [{ body: () => ({ metadata: METADATA }) }],
  'GET site/openid': [{}],
  'GET site/saml/test': [{}],
  'GET site/openid/test': [{}],
  // The site has no provider.
  'POST site/saml/test': [{ otherwise: { admin: 422, owner: 422 } }],
  'POST site/openid/test': [{ otherwise: { admin: 422, owner: 422 } }],
};

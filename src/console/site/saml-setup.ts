/** How a site and its SAML identity provider know each other: what it needs of us, and what we know of it. */
import { certificateOf } from '../../sign-in/saml/library.ts';
import { settingsOfMetadata } from '../../sign-in/saml/provider-metadata.ts';
import { spIssuer } from '../../sign-in/saml/service-provider.ts';
import type { Site } from '../../sites/site.ts';
import { object, text } from '../api/call-shape.ts';
import { administers, readsSite } from '../api/console-access.ts';
import { type ApiCall, endpoint } from '../api/endpoint.ts';
import type { SamlAnswer, SamlProposal, ShownCertificate } from './site-data.ts';

const LARGEST_METADATA = 200_000;

export const readSaml = endpoint({
  method: 'GET',
  path: 'site/saml',
  summary:
    'Tells what the SAML identity provider must know of the site, its certificates, and what is missing or about to expire.',
  may: readsSite,
  run: (call) => samlOf(call),
});

export const readSamlMetadata = endpoint({
  method: 'POST',
  path: 'site/saml/metadata',
  summary:
    'Reads the metadata of an identity provider and proposes the settings that stand in it; saves nothing.',
  may: administers,
  bodyLimit: 2 * LARGEST_METADATA,
  body: object({ metadata: text({ min: 1, max: LARGEST_METADATA, lines: true }) }),
  run({ context, site }, { body }): SamlProposal {
    const { samlSSO = {} } = settingsOfMetadata(Buffer.from(body.metadata));
    const names = Object.keys(samlSSO) as (keyof typeof samlSSO)[];
    const certificates = (samlSSO.idpCertificates ?? []).map((one) => shown(one, context.clock.now()));
    return {
      values: Object.fromEntries(names.map((name) => [`samlSSO.${name}`, samlSSO[name]])),
      was: Object.fromEntries(names.map((name) => [`samlSSO.${name}`, site.settings.samlSSO[name]])),
      certificates,
    };
  },
});

function samlOf({ context, site }: ApiCall): SamlAnswer {
  const { links, clock, saml } = context;
  const certificates = site.settings.samlSSO.idpCertificates.map((one) => shown(one, clock.now()));
  return {
    ours: {
      entityID: spIssuer(site, links),
      consumer: links.samlAssertionConsumer(site),
      logout: links.samlLogout(site),
      metadata: links.samlMetadata(site),
    },
    certificates,
    isReady: saml.isReady(site),
    checks: checksOf(site, certificates),
  };
}

const SOON = 30 * 24 * 60 * 60_000;

function shown(certificate: string, now: number): ShownCertificate {
  try {
    const { subject, validFrom, validTo, fingerprint256 } = certificateOf(certificate);
    const [from, until] = [Date.parse(validFrom), Date.parse(validTo)];
    const state = until <= now ? 'expired' : from > now ? 'early' : until - now < SOON ? 'soon' : 'good';
    return { subject: subject.replaceAll('\n', ', '), from, until, fingerprint: fingerprint256, state };
  } catch {
    return { subject: '', from: 0, until: 0, fingerprint: '', state: 'unreadable' };
  }
}

function checksOf(site: Site, certificates: readonly ShownCertificate[]): SamlAnswer['checks'] {
  const { idpIssuer, idpLoginUrl, enableSSO, allowSha1 } = site.settings.samlSSO;
  const isOn = site.type === 2 || site.type === 4 || enableSSO;
  const usable = certificates.filter(({ state }) => state === 'good' || state === 'soon');
  const isTls = URL.canParse(idpLoginUrl) && new URL(idpLoginUrl).protocol === 'https:';
  return [
    { id: 'issuer', state: idpIssuer === '' ? 'bad' : 'good' },
    { id: 'login', state: idpLoginUrl === '' ? 'bad' : isTls ? 'good' : 'attention' },
    {
      id: 'certificates',
      state:
        usable.length === 0 ? 'bad' : usable.every(({ state }) => state === 'soon') ? 'attention' : 'good',
    },
    { id: 'sha1', state: allowSha1 ? 'attention' : 'good' },
    { id: 'on', state: isOn ? 'good' : 'attention' },
  ];
}

/** What an identity provider publishes of itself, as settings of a site. */
import { RuleBroken } from '../../refusal.ts';
import type { SettingsChange } from '../../sites/settings/change.ts';
import { SsoRefused } from '../failures.ts';
import { certificateOf } from './library.ts';
import { childrenOf, everyNode, is, METADATA, type Node, onlyChild, SIGNATURE, treeOf } from './tree.ts';
import { plainText } from './wire.ts';

const REDIRECT = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect';

/**
 * The settings that stand in the metadata of one provider: its names, addresses and signing certificates. They are
 * trusted because the owner hands them in; their own signature is not looked at.
 * @throws RuleBroken when it cannot be read, or lacks something
 */
export function settingsOfMetadata(bytes: Uint8Array): SettingsChange {
  const root = readable(bytes);
  const [entity, ...more] = [...everyNode(root)].filter((node) => is(node, METADATA, 'EntityDescriptor'));
  if (!entity || more.length > 0) throw broken('must describe one provider');
  const provider = onlyChild(entity, METADATA, 'IDPSSODescriptor');
  if (!provider) throw broken('must describe an identity provider');
  const idpIssuer = entity.attributes.get('entityID') ?? '';
  const idpLoginUrl = addressOf(provider, 'SingleSignOnService');
  const idpLogoutUrl = addressOf(provider, 'SingleLogoutService');
  const idpCertificates = certificatesOf(provider);
  if (idpIssuer === '') throw broken('has no entityID');
  if (idpLoginUrl === undefined) throw broken('has no SingleSignOnService by HTTP-Redirect');
  const formats = childrenOf(provider, METADATA, 'NameIDFormat').map(({ text }) => text);
  return {
    samlSSO: {
      idpIssuer,
      idpLoginUrl,
      idpLogoutUrl: idpLogoutUrl ?? '',
      idpCertificates,
      // One that offers several leaves the choice to the site.
      ...(formats.length === 1 && formats[0] !== undefined && { nameIDFormat: formats[0] }),
    },
  };
}

/** Through the same gate as every message, but for comments. */
function readable(bytes: Uint8Array): Node {
  try {
    return treeOf(plainText(withoutComments(bytes), 9), 9);
  } catch (error) {
    if (error instanceof SsoRefused) throw broken(error.detail);
    throw error;
  }
}

/** Nothing is signed here that a comment could tear apart, and Shibboleth writes one into every file. */
function withoutComments(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const [start = '', ...rest] = text.split('<!--');
  const pieces = rest.map((piece) => {
    const end = piece.indexOf('-->');
    if (end === -1) throw broken('has a comment that never ends');
    return piece.slice(end + '-->'.length);
  });
  return Buffer.from([start, ...pieces].join(''), 'latin1');
}

function addressOf(provider: Node, service: string): string | undefined {
  const found = childrenOf(provider, METADATA, service).find(
    ({ attributes }) => attributes.get('Binding') === REDIRECT,
  );
  const address = found?.attributes.get('Location');
  if (address === undefined) return undefined;
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) {
    throw broken(`has a ${service} that is no address`);
  }
  return address;
}

/** Those that sign: named so, or for every use. Two are enough for a rollover. */
function certificatesOf(provider: Node): readonly string[] {
  const signing = childrenOf(provider, METADATA, 'KeyDescriptor').filter(
    ({ attributes }) => (attributes.get('use') ?? 'signing') === 'signing',
  );
  const found = signing
    .flatMap((descriptor) => [...everyNode(descriptor)])
    .filter((node) => is(node, SIGNATURE, 'X509Certificate'))
    .map(({ text }) => text.replace(/\s+/g, ''));
  const certificates = [...new Set(found)];
  if (certificates.length === 0) throw broken('has no signing certificate');
  if (certificates.length > 2)
    throw broken('has more than two signing certificates: set the two that are in use');
  for (const certificate of certificates) {
    try {
      certificateOf(certificate);
    } catch {
      throw broken('has a certificate that cannot be read');
    }
  }
  return certificates;
}

function broken(rule: string): RuleBroken {
  return new RuleBroken('metadata', rule);
}

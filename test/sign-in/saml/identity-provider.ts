import {
  constants,
  createCipheriv,
  generateKeyPairSync,
  type KeyObject,
  publicEncrypt,
  randomBytes,
  sign,
  X509Certificate,
} from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
// The library's own signing: real signatures, by the other half of what verifies them.
import { signXml } from '@node-saml/node-saml/lib/xml.js';
import type { Clock } from '../../../src/clock.ts';
import { selfSignedCertificate } from '../../../src/sign-in/saml/certificate.ts';

/** An identity provider with real keys, which says whatever a test wants it to say. */

export interface KeyPair {
  readonly privateKey: KeyObject;
  readonly pem: string;
  /** PEM. */
  readonly certificate: string;
}

export function keyPair(notAfter = Date.UTC(2040, 0)): KeyPair {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const der = selfSignedCertificate({
    privateKey,
    commonName: 'Identity of a test',
    serialNumber: randomBytes(8),
    notBefore: Date.UTC(2020, 0),
    notAfter,
  });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return { privateKey, pem, certificate: new X509Certificate(der).toString() };
}

/** What a Response says; everything that is not given is as it should be. */
export interface Said {
  readonly uid?: string;
  readonly nameID?: string;
  readonly nameIDFormat?: string;
  readonly spNameQualifier?: string;
  readonly attributes?: Readonly<Record<string, string | readonly string[]>>;
  readonly inResponseTo?: string | undefined;
  readonly issuer?: string;
  readonly assertionIssuer?: string;
  readonly audience?: string;
  readonly recipient?: string;
  readonly destination?: string;
  readonly classRef?: string;
  readonly sessionIndex?: string;
  readonly status?: string;
  /** Milliseconds from now. */
  readonly notBefore?: number;
  readonly notOnOrAfter?: number;
  readonly assertionId?: string;
}

export interface Signing {
  readonly assertion?: boolean;
  readonly response?: boolean;
  readonly key?: KeyPair;
  readonly hash?: 'sha1' | 'sha256' | 'sha512';
  /** Puts the certificate into KeyInfo. */
  readonly named?: boolean;
}

export const ISSUER = 'https://idp.example.com/entity';
export const LOGIN_URL = 'https://idp.example.com/login';
export const LOGOUT_URL = 'https://idp.example.com/logout';
const STATUS = 'urn:oasis:names:tc:SAML:2.0:status:';
const NAMESPACES =
  'xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"';

export class IdentityProvider {
  readonly key = keyPair();
  readonly #clock: Clock;
  readonly #consumer: string;
  readonly #spIssuer: string;

  constructor(clock: Clock, consumer: string, spIssuer: string) {
    this.#clock = clock;
    this.#consumer = consumer;
    this.#spIssuer = spIssuer;
  }

  at(milliseconds: number): string {
    return new Date(this.#clock.now() + milliseconds).toISOString();
  }

  assertion(said: Said = {}): string {
    const { uid = 'jdoe', notBefore = -60_000, notOnOrAfter = 300_000 } = said;
    const attributes = said.attributes ?? {
      uid,
      firstname: 'Jane',
      lastname: 'Doe',
      email: uid.includes('@') ? uid : `${uid}@example.com`,
    };
    const format = said.nameIDFormat ?? 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified';
    const qualifier = said.spNameQualifier === undefined ? '' : ` SPNameQualifier="${said.spNameQualifier}"`;
    const answers = said.inResponseTo === undefined ? '' : ` InResponseTo="${said.inResponseTo}"`;
    const written = Object.entries(attributes).map(([name, value]) => {
      const values = [value].flat().map((each) => `<saml:AttributeValue>${each}</saml:AttributeValue>`);
      return `<saml:Attribute Name="${name}">${values.join('')}</saml:Attribute>`;
    });
    return (
      `<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${said.assertionId ?? newId()}"` +
      ` Version="2.0" IssueInstant="${this.at(0)}">` +
      `<saml:Issuer>${said.assertionIssuer ?? said.issuer ?? ISSUER}</saml:Issuer>` +
      `<saml:Subject><saml:NameID Format="${format}"${qualifier}>${said.nameID ?? uid}</saml:NameID>` +
      '<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">' +
      `<saml:SubjectConfirmationData NotOnOrAfter="${this.at(notOnOrAfter)}"` +
      ` Recipient="${said.recipient ?? this.#consumer}"${answers}/></saml:SubjectConfirmation></saml:Subject>` +
      `<saml:Conditions NotBefore="${this.at(notBefore)}" NotOnOrAfter="${this.at(notOnOrAfter)}">` +
      `<saml:AudienceRestriction><saml:Audience>${said.audience ?? this.#spIssuer}</saml:Audience>` +
      '</saml:AudienceRestriction></saml:Conditions>' +
      `<saml:AuthnStatement AuthnInstant="${this.at(0)}" SessionIndex="${said.sessionIndex ?? 'session-1'}">` +
      '<saml:AuthnContext><saml:AuthnContextClassRef>' +
      `${said.classRef ?? 'urn:oasis:names:tc:SAML:2.0:ac:classes:Password'}</saml:AuthnContextClassRef>` +
      `</saml:AuthnContext></saml:AuthnStatement><saml:AttributeStatement>${written.join('')}` +
      '</saml:AttributeStatement></saml:Assertion>'
    );
  }

  /** A Response around an assertion, not signed. */
  envelope(said: Said, assertion: string): string {
    const answers = said.inResponseTo === undefined ? '' : ` InResponseTo="${said.inResponseTo}"`;
    const destination = ` Destination="${said.destination ?? this.#consumer}"`;
    return (
      `<samlp:Response ${NAMESPACES} ID="${newId()}" Version="2.0" IssueInstant="${this.at(0)}"` +
      `${destination}${answers}><saml:Issuer>${said.issuer ?? ISSUER}</saml:Issuer>` +
      `<samlp:Status><samlp:StatusCode Value="${STATUS}${said.status ?? 'Success'}"/></samlp:Status>` +
      `${assertion}</samlp:Response>`
    );
  }

  response(said: Said = {}, { assertion = true, response = false, ...signing }: Signing = {}): string {
    const inner = this.assertion(said);
    const text = this.envelope(said, assertion ? this.signed(inner, 'Assertion', signing) : inner);
    return response ? this.signed(text, 'Response', signing) : text;
  }

  /** With a signature after the Issuer of the document's root. */
  signed(text: string, root: string, { key = this.key, hash = 'sha256', named }: Signing = {}): string {
    const xpath = `/*[local-name(.)='${root}']`;
    const location = { reference: `${xpath}/*[local-name(.)='Issuer']`, action: 'after' as const };
    return signXml(text, xpath, location, {
      privateKey: key.pem,
      signatureAlgorithm: hash,
      digestAlgorithm: hash,
      ...(named && { publicCert: key.certificate }),
    });
  }

  /** An EncryptedAssertion to a certificate. */
  encrypted(assertion: string, certificate: string, cipher: 'gcm' | 'cbc' = 'gcm'): string {
    const key = randomBytes(32);
    const content = cipher === 'gcm' ? byGcm(key, assertion) : byCbc(key, assertion);
    const der = Buffer.from(certificate, 'base64');
    const wrapped = publicEncrypt(
      {
        key: new X509Certificate(der).publicKey,
        padding: constants.RSA_PKCS1_OAEP_PADDING,
        oaepHash: 'sha1',
      },
      key,
    );
    const algorithm =
      cipher === 'gcm'
        ? 'http://www.w3.org/2009/xmlenc11#aes256-gcm'
        : 'http://www.w3.org/2001/04/xmlenc#aes256-cbc';
    const value = (bytes: Buffer) =>
      `<xenc:CipherData><xenc:CipherValue>${bytes.toString('base64')}</xenc:CipherValue></xenc:CipherData>`;
    return (
      '<saml:EncryptedAssertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">' +
      '<xenc:EncryptedData xmlns:xenc="http://www.w3.org/2001/04/xmlenc#"' +
      ` Type="http://www.w3.org/2001/04/xmlenc#Element"><xenc:EncryptionMethod Algorithm="${algorithm}"/>` +
      '<ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><xenc:EncryptedKey>' +
      '<xenc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p"/>' +
      `${value(wrapped)}</xenc:EncryptedKey></ds:KeyInfo>${value(content)}` +
      '</xenc:EncryptedData></saml:EncryptedAssertion>'
    );
  }

  logoutRequest(nameID: string, sessionIndex?: string, { issuer = ISSUER, destination = '' } = {}): string {
    const index =
      sessionIndex === undefined ? '' : `<samlp:SessionIndex>${sessionIndex}</samlp:SessionIndex>`;
    const to = destination === '' ? '' : ` Destination="${destination}"`;
    return (
      `<samlp:LogoutRequest ${NAMESPACES} ID="${newId()}" Version="2.0" IssueInstant="${this.at(0)}"${to}>` +
      `<saml:Issuer>${issuer}</saml:Issuer><saml:NameID>${nameID}</saml:NameID>${index}</samlp:LogoutRequest>`
    );
  }

  logoutResponse(inResponseTo: string, status = 'Success'): string {
    return (
      `<samlp:LogoutResponse ${NAMESPACES} ID="${newId()}" Version="2.0" IssueInstant="${this.at(0)}"` +
      ` InResponseTo="${inResponseTo}"><saml:Issuer>${ISSUER}</saml:Issuer>` +
      `<samlp:Status><samlp:StatusCode Value="${STATUS}${status}"/></samlp:Status></samlp:LogoutResponse>`
    );
  }

  /** The query of the HTTP-Redirect binding. */
  query(
    kind: 'SAMLRequest' | 'SAMLResponse',
    text: string,
    { isSigned = true, relayState = '' } = {},
  ): string {
    const message = encodeURIComponent(deflateRawSync(text).toString('base64'));
    const parts = [`${kind}=${message}`];
    if (relayState !== '') parts.push(`RelayState=${encodeURIComponent(relayState)}`);
    if (!isSigned) return parts.join('&');
    parts.push(`SigAlg=${encodeURIComponent('http://www.w3.org/2001/04/xmldsig-more#rsa-sha256')}`);
    const signature = sign('sha256', Buffer.from(parts.join('&')), this.key.privateKey).toString('base64');
    return [...parts, `Signature=${encodeURIComponent(signature)}`].join('&');
  }
}

function byGcm(key: Buffer, text: string): Buffer {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  return Buffer.concat([iv, cipher.update(text), cipher.final(), cipher.getAuthTag()]);
}

function byCbc(key: Buffer, text: string): Buffer {
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  return Buffer.concat([iv, cipher.update(text), cipher.final()]);
}

export function newId(): string {
  return `_${randomBytes(16).toString('hex')}`;
}

export function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

/** The XML of a message in an address. */
export function messageIn(url: string, kind: 'SAMLRequest' | 'SAMLResponse' = 'SAMLRequest'): string {
  const message = new URL(url).searchParams.get(kind) ?? '';
  return inflateRawSync(Buffer.from(message, 'base64')).toString();
}

/** The ID of the message in an address. */
export function idIn(url: string, kind: 'SAMLRequest' | 'SAMLResponse' = 'SAMLRequest'): string {
  return /\sID="([^"]+)"/.exec(messageIn(url, kind))?.[1] ?? '';
}

/** The signature of a message in an address (SAML bindings 3.4.4.1): over the bytes of the query as they came. */
import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { SsoRefused } from '../failures.ts';

/** A message at the single logout service, as the address holds it. */
export interface RedirectMessage {
  readonly kind: 'SAMLRequest' | 'SAMLResponse';
  /** Base64. */
  readonly message: string;
  readonly relayState: string | undefined;
  /** What is signed. */
  readonly signed: string;
  readonly algorithm: string | undefined;
  readonly signature: string | undefined;
}

const ALGORITHMS: Readonly<Record<string, { readonly hash: string; readonly key: 'rsa' | 'ec' }>> = {
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256': { hash: 'sha256', key: 'rsa' },
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha384': { hash: 'sha384', key: 'rsa' },
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512': { hash: 'sha512', key: 'rsa' },
  'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256': { hash: 'sha256', key: 'ec' },
  'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384': { hash: 'sha384', key: 'ec' },
  'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512': { hash: 'sha512', key: 'ec' },
};
const SHA1 = 'http://www.w3.org/2000/09/xmldsig#rsa-sha1';

/**
 * Takes a query apart. Parameters of others may stand in it; each of the protocol's stands once.
 * @throws SsoRefused (1) when the message cannot be read
 */
export function redirectMessage(query: string): RedirectMessage {
  const raw = new Map<string, string>();
  for (const pair of query.split('&')) {
    const at = pair.indexOf('=');
    const name = decoded(at === -1 ? pair : pair.slice(0, at));
    if (!/^(?:SAMLRequest|SAMLResponse|RelayState|SigAlg|Signature|SAMLEncoding)$/.test(name)) continue;
    if (raw.has(name)) throw new SsoRefused(1, `the address has ${name} more than once`);
    raw.set(name, at === -1 ? '' : pair.slice(at + 1));
  }
  const kind = raw.has('SAMLRequest') ? 'SAMLRequest' : 'SAMLResponse';
  const message = raw.get(kind);
  if (message === undefined || (raw.has('SAMLRequest') && raw.has('SAMLResponse'))) {
    throw new SsoRefused(1, 'the address has not one message');
  }
  const value = (name: string) => {
    const given = raw.get(name);
    return given === undefined ? undefined : decoded(given);
  };
  if ((value('SAMLEncoding') ?? DEFLATE) !== DEFLATE) throw new SsoRefused(1, 'the encoding is not DEFLATE');
  const signed = [kind, 'RelayState', 'SigAlg'].filter((name) => raw.has(name));
  return {
    kind,
    message: decoded(message),
    relayState: value('RelayState'),
    signed: signed.map((name) => `${name}=${raw.get(name)}`).join('&'),
    algorithm: value('SigAlg'),
    signature: value('Signature'),
  };
}

const DEFLATE = 'urn:oasis:names:tc:SAML:2.0:bindings:URL-Encoding:DEFLATE';

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw new SsoRefused(1, 'the address cannot be decoded');
  }
}

/**
 * @param certificates PEM; one of them must have signed it
 * @throws SsoRefused when there is no signature (20) or a wrong one (23)
 */
export function checkRedirectSignature(
  { signed, algorithm, signature }: RedirectMessage,
  certificates: readonly string[],
  allowSha1: boolean,
): void {
  if (signature === undefined || algorithm === undefined)
    throw new SsoRefused(20, 'the message is not signed');
  const method =
    algorithm === SHA1 && allowSha1 ? ({ hash: 'sha1', key: 'rsa' } as const) : ALGORITHMS[algorithm];
  if (!method) throw new SsoRefused(23, `the algorithm ${algorithm.slice(0, 100)} is not allowed`);
  const bytes = Buffer.from(signature, 'base64');
  const isRight = certificates.some((certificate) => {
    const key = createPublicKey(certificate);
    if (key.asymmetricKeyType !== method.key) return false;
    return verify(method.hash, Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' }, bytes);
  });
  if (!isRight) throw new SsoRefused(23, 'no certificate of the identity provider has signed the address');
}

const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';

/**
 * An address of ours with its signature. The library signs a RelayState in another spelling than the one that it sends.
 * @param url with one message in its query
 */
export function signedAddress(url: string, key: KeyObject): string {
  const algorithm = `SigAlg=${encodeURIComponent(RSA_SHA256)}`;
  const { signed } = redirectMessage(`${new URL(url).search.slice(1)}&${algorithm}`);
  const signature = sign('sha256', Buffer.from(signed), key).toString('base64');
  return `${url}&${algorithm}&Signature=${encodeURIComponent(signature)}`;
}

/**
 * The gate before the library: what a message must look like so that no two parsers can understand it in two ways.
 * Nothing here proves anything; the signatures are computed afterwards, and only what they cover is read then.
 */
import { SsoRefused } from '../failures.ts';
import { checkSignatures } from './signature-rules.ts';
import type { SsoErrorNumber } from './sso-errors.ts';
import { ASSERTION, ENCRYPTION, everyNode, is, type Node, onlyChild, PROTOCOL, treeOf } from './tree.ts';

/** A Response that may be handed to the library. */
export interface GatedResponse {
  readonly root: Node;
  /** None when it is encrypted. */
  readonly assertion: Node | undefined;
  readonly encrypted: Node | undefined;
  readonly responseSigned: boolean;
  readonly assertionSigned: boolean;
}

const SUCCESS = 'urn:oasis:names:tc:SAML:2.0:status:Success';

/**
 * A Response with one assertion.
 * @param text what `textOfPost` has let through
 * @throws SsoRefused (6, 13, 20, 23, 29) when the response is not to be trusted
 */
export function gateResponse(text: string, allowSha1: boolean): GatedResponse {
  const root = treeOf(text, 6);
  if (!is(root, PROTOCOL, 'Response')) throw new SsoRefused(29, `the message is a ${named(root)}`);
  checkCommon(root, 29);
  checkStatus(root);
  for (const child of root.children) {
    const expected =
      is(child, ASSERTION, child.name) || is(child, PROTOCOL, child.name) || child.name === 'Signature';
    if (!expected) throw new SsoRefused(29, `the Response holds a ${named(child)}`);
  }
  const { assertion, encrypted } = onlyAssertion(root);
  const signed = checkSignatures(root, assertion ? [root, assertion] : [root], allowSha1);
  const responseSigned = signed.has(root);
  const assertionSigned = assertion !== undefined && signed.has(assertion);
  if (!encrypted && !responseSigned && !assertionSigned) {
    throw new SsoRefused(20, 'neither the Response nor the Assertion is signed');
  }
  return { root, assertion, encrypted, responseSigned, assertionSigned };
}

/** One of the two, and it stands directly in the Response. */
function onlyAssertion(root: Node): { assertion: Node | undefined; encrypted: Node | undefined } {
  const found = [...everyNode(root)].filter(({ name }) => /^(?:Encrypted)?Assertion$/.test(name));
  const [one, ...more] = found;
  if (more.length > 0) throw new SsoRefused(13, `the Response holds ${found.length} assertions`);
  if (!one || one.parent !== root || one.namespace !== ASSERTION) {
    throw new SsoRefused(13, 'the Response holds no assertion directly in it');
  }
  for (const node of everyNode(root)) {
    if (node.name === 'Response' && node !== root) throw new SsoRefused(13, 'there is a Response in it');
    if (is(node, ENCRYPTION, 'EncryptedData') && node.parent !== one) {
      throw new SsoRefused(13, 'something else than the assertion is encrypted');
    }
  }
  return one.name === 'Assertion'
    ? { assertion: one, encrypted: undefined }
    : { assertion: undefined, encrypted: one };
}

/**
 * An assertion by itself: decrypted, or the samlResponse of AuthenticateUser.
 * @returns whether it is signed
 * @throws SsoRefused (13, 23) when the assertion is not to be trusted
 */
export function gateAssertion(text: string, allowSha1: boolean): { root: Node; isSigned: boolean } {
  const root = treeOf(text, 13);
  if (!is(root, ASSERTION, 'Assertion')) throw new SsoRefused(13, `there is a ${named(root)}`);
  checkCommon(root, 13);
  for (const node of everyNode(root)) {
    if (node !== root && /^(?:Encrypted)?Assertion$|^Response$|^EncryptedData$/.test(node.name)) {
      throw new SsoRefused(13, `the assertion holds ${named(node)}`);
    }
  }
  return { root, isSigned: checkSignatures(root, [root], allowSha1).has(root) };
}

/**
 * A message of single logout, which nothing but its root may sign.
 * @throws SsoRefused (1, 23, 29, 30) when the message is not to be trusted
 */
export function gateLogout(text: string, allowSha1: boolean): { root: Node; isSigned: boolean } {
  const root = treeOf(text, 1);
  if (root.namespace !== PROTOCOL || !/^Logout(?:Request|Response)$/.test(root.name)) {
    throw new SsoRefused(1, `the message is a ${named(root)}`);
  }
  checkCommon(root, root.name === 'LogoutRequest' ? 30 : 29);
  return { root, isSigned: checkSignatures(root, [root], allowSha1).has(root) };
}

/** An ID can stand in an XPath expression and in an address of a reference. */
const ID = /^[A-Za-z_][\w.-]{0,255}$/;

function checkCommon(root: Node, number: SsoErrorNumber): void {
  if (root.attributes.get('Version') !== '2.0') throw new SsoRefused(1, 'the message is not SAML 2.0');
  if (!ID.test(root.attributes.get('ID') ?? '')) throw new SsoRefused(number, 'the message has no ID');
  const seen = new Set<string>();
  for (const { attributes } of everyNode(root)) {
    for (const [name, value] of attributes) {
      if (!/^(?:[^:]+:)?id$/i.test(name) || name.startsWith('xmlns:')) continue;
      if (!ID.test(value)) throw new SsoRefused(number, 'an ID has characters that it may not have');
      if (seen.has(value)) throw new SsoRefused(number, `the ID ${value} stands twice`);
      seen.add(value);
    }
  }
}

/** @throws SsoRefused (29) when the provider reports a failure, with what it says */
export function checkStatus(root: Node): void {
  const status = onlyChild(root, PROTOCOL, 'Status');
  const code = onlyChild(status, PROTOCOL, 'StatusCode');
  if (code?.attributes.get('Value') === SUCCESS) return;
  const said = [code, onlyChild(code, PROTOCOL, 'StatusCode')].map((each) =>
    each?.attributes.get('Value')?.replace(/^.*:/, ''),
  );
  const words = onlyChild(status, PROTOCOL, 'StatusMessage')?.text;
  const all = [...said, words].filter((word) => word !== undefined && word !== '').join(', ');
  throw new SsoRefused(29, `the identity provider says: ${shown(all || 'nothing')}`);
}

function named({ name }: Node): string {
  return shown(name);
}

/** Untrusted words for the log. */
export function shown(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, ' ').slice(0, 200);
}

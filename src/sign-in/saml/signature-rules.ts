/** What a signature must look like before anybody computes it. Its KeyInfo is never looked at to trust it. */
import { SsoRefused } from '../failures.ts';
import { everyNode, is, type Node, onlyChild, SIGNATURE } from './tree.ts';

const EXCLUSIVE_C14N = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const ENVELOPED = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';

/** Those of the library; HMAC is never one of them, since a public certificate would be its key. */
const SIGNING = new Set([
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
]);
const DIGESTS = new Set([
  'http://www.w3.org/2001/04/xmlenc#sha256',
  'http://www.w3.org/2001/04/xmlenc#sha512',
]);
const SHA1_SIGNING = 'http://www.w3.org/2000/09/xmldsig#rsa-sha1';
const SHA1_DIGEST = 'http://www.w3.org/2000/09/xmldsig#sha1';

/**
 * Holds every signature of a document: each is a direct child of one of `places`, one at most for each, and signs just
 * its parent.
 * @returns the places that have one
 * @throws SsoRefused (23) when the signature is not to be trusted
 */
export function checkSignatures(root: Node, places: readonly Node[], allowSha1: boolean): ReadonlySet<Node> {
  const signed = new Set<Node>();
  for (const node of everyNode(root)) {
    if (node.name !== 'Signature') continue;
    const { parent } = node;
    if (node.namespace !== SIGNATURE || !parent || !places.includes(parent)) {
      refuse('a signature stands where none belongs');
    }
    if (signed.has(parent)) refuse(`${parent.name} has two signatures`);
    signed.add(parent);
    checkSignature(node, parent, allowSha1);
  }
  return signed;
}

function checkSignature(signature: Node, parent: Node, allowSha1: boolean): void {
  checkChildren(signature, ['SignedInfo', 'SignatureValue'], ['KeyInfo']);
  const info = onlyChild(signature, SIGNATURE, 'SignedInfo');
  if (!info) refuse('a signature has no SignedInfo of its own');
  checkChildren(info, ['CanonicalizationMethod', 'SignatureMethod', 'Reference'], []);
  checkAlgorithm(onlyChild(info, SIGNATURE, 'CanonicalizationMethod'), new Set([EXCLUSIVE_C14N]));
  checkAlgorithm(
    onlyChild(info, SIGNATURE, 'SignatureMethod'),
    allowSha1 ? new Set([...SIGNING, SHA1_SIGNING]) : SIGNING,
  );
  const reference = onlyChild(info, SIGNATURE, 'Reference');
  if (!reference) refuse('a signature has no single Reference');
  checkChildren(reference, ['DigestMethod', 'DigestValue'], ['Transforms']);
  const id = parent.attributes.get('ID');
  if (id === undefined || reference.attributes.get('URI') !== `#${id}`) {
    refuse(`the signature in ${parent.name} is for something else`);
  }
  checkAlgorithm(
    onlyChild(reference, SIGNATURE, 'DigestMethod'),
    allowSha1 ? new Set([...DIGESTS, SHA1_DIGEST]) : DIGESTS,
  );
  checkTransforms(onlyChild(reference, SIGNATURE, 'Transforms'));
}

/** Enveloped first, as it must be, then exclusive canonicalisation. */
function checkTransforms(transforms: Node | undefined): void {
  const used = transforms?.children.map((each) =>
    is(each, SIGNATURE, 'Transform') ? each.attributes.get('Algorithm') : undefined,
  );
  if (used?.length !== 2 || used[0] !== ENVELOPED || used[1] !== EXCLUSIVE_C14N) {
    refuse('a signature has other transforms than enveloped-signature and exclusive canonicalisation');
  }
}

function checkAlgorithm(method: Node | undefined, allowed: ReadonlySet<string>): void {
  const algorithm = method?.attributes.get('Algorithm') ?? '';
  if (!allowed.has(algorithm)) refuse(`the algorithm ${algorithm.slice(0, 100)} is not allowed`);
}

/** Each of `required` once, each of `optional` at most once, and nothing else. */
function checkChildren(node: Node, required: readonly string[], optional: readonly string[]): void {
  const names = node.children.map((child) => (child.namespace === SIGNATURE ? child.name : ''));
  const fits =
    required.every((name) => names.filter((each) => each === name).length === 1) &&
    new Set(names).size === names.length &&
    names.every((name) => required.includes(name) || optional.includes(name));
  if (!fits) refuse(`${node.name} of a signature holds something unexpected`);
}

function refuse(detail: string): never {
  throw new SsoRefused(23, detail);
}

/** The certificates that a message names beside its signatures: for the log, never to be trusted. */
export function namedCertificates(root: Node): readonly string[] {
  return [...everyNode(root)]
    .filter((node) => is(node, SIGNATURE, 'X509Certificate'))
    .map(({ text }) => text.replace(/\s+/g, ''));
}

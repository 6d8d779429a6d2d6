/** A message of an identity provider, from its text to what its signatures cover: gate, library, then the rules. */
import type { Clock } from '../../clock.ts';
import type { Links } from '../../links.ts';
import type { Site } from '../../sites/site.ts';
import { SsoRefused } from '../failures.ts';
import { NOBODY, type SamlStep, type Witness } from '../sign-on-tests/witness.ts';
import { type Asserted, checkIssuer, readAssertion } from './assertion.ts';
import { decryptedText } from './encryption.ts';
import { type GatedResponse, gateAssertion, gateResponse, shown } from './gate.ts';
import type { InstallationKey } from './installation-key.ts';
import { certificateOf, type Expected, type Library, validCertificates } from './library.ts';
import { spIssuer } from './service-provider.ts';
import { namedCertificates } from './signature-rules.ts';
import { ASSERTION, childrenOf, type Node, onlyChild, PROTOCOL } from './tree.ts';

export interface Verified {
  readonly asserted: Asserted;
  /** The request that is answered, as a signature covers it. */
  readonly inResponseTo: string | undefined;
}

export function openVerifier(clock: Clock, links: Links, library: Library, key: InstallationKey) {
  const consumerOf = (site: Site) => links.samlAssertionConsumer(site);

  /** What the gate sees of an encrypted assertion. Its failures are alike, so that nobody learns what is in it. */
  async function openedOf(site: Site, encrypted: Node): Promise<{ isSigned: boolean }> {
    const { privateKey } = await key.own();
    return hidden(async () =>
      gateAssertion(decryptedText(encrypted, privateKey), site.settings.samlSSO.allowSha1),
    );
  }

  async function assertedOf(
    site: Site,
    text: string,
    root: Node,
    expected: Expected,
    witness: Witness<SamlStep> = NOBODY,
  ): Promise<Asserted> {
    const now = clock.now();
    validCertificates(site, now);
    const signed = await library.verifiedAssertion(site, text, expected).catch((error: unknown) => {
      throw withNamedCertificate(error, site, root);
    });
    witness.held('signature');
    return readAssertion(signed, {
      site,
      spIssuer: spIssuer(site, links),
      siteAddress: links.site(site),
      consumer: consumerOf(site),
      now,
      witness,
    });
  }

  async function checked(
    site: Site,
    text: string,
    gated: GatedResponse,
    witness: Witness<SamlStep>,
  ): Promise<Verified> {
    const { root, encrypted, responseSigned } = gated;
    const { samlSSO } = site.settings;
    checkEnvelope(root, site, consumerOf(site));
    witness.held('addressee');
    if (samlSSO.requireEncryption && !encrypted) throw new SsoRefused(13, 'the assertion is not encrypted');
    const opened = encrypted && (await openedOf(site, encrypted));
    if (opened) witness.held('decryption');
    else witness.skipped('decryption');
    const expected = { responseSigned, assertionSigned: opened?.isSigned ?? gated.assertionSigned };
    const work = () => assertedOf(site, text, root, expected, witness);
    const mayLook = !opened || responseSigned;
    if (opened && !responseSigned && !opened.isSigned) throw new SsoRefused(13, HIDDEN);
    const asserted = await (mayLook ? work() : hiddenSignature(work));
    return { asserted, inResponseTo: answeredRequest(root, responseSigned, asserted) };
  }

  return {
    /** @throws SsoRefused when the message is not to be trusted */
    async response(site: Site, text: string, witness: Witness<SamlStep> = NOBODY): Promise<Verified> {
      const gated = gateResponse(text, site.settings.samlSSO.allowSha1);
      witness.held('message');
      return checked(site, text, gated, witness);
    },

    /**
     * The same, or an assertion by itself.
     * @throws SsoRefused when the message is not to be trusted
     */
    async responseOrAssertion(site: Site, text: string): Promise<Verified> {
      const { allowSha1, requireEncryption } = site.settings.samlSSO;
      if (!/^<(?:[\w.-]+:)?Assertion[\s>]/.test(text)) return this.response(site, text);
      const { root, isSigned } = gateAssertion(text, allowSha1);
      if (!isSigned) throw new SsoRefused(20, 'the Assertion is not signed');
      if (requireEncryption) throw new SsoRefused(13, 'the assertion is not encrypted');
      checkIssuer(onlyChild(root, ASSERTION, 'Issuer'), site);
      const expected = { responseSigned: false, assertionSigned: true };
      const asserted = await assertedOf(site, enveloped(text), root, expected);
      return { asserted, inResponseTo: asserted.inResponseTo };
    },
  };
}

/** The library takes a Response. Exclusive canonicalisation leaves the signature as it was. */
function enveloped(assertion: string): string {
  return `<parlance:Response xmlns:parlance="${PROTOCOL}">${assertion}</parlance:Response>`;
}

/**
 * What is said outside of the assertion: it can only refuse.
 * @throws SsoRefused when the addressee (14) or the issuer (24) is another
 */
function checkEnvelope(root: Node, site: Site, consumer: string): void {
  const destination = root.attributes.get('Destination');
  if (destination !== undefined && destination !== consumer) {
    throw new SsoRefused(14, `the destination is ${shown(destination)}, not ${consumer}`);
  }
  if (childrenOf(root, ASSERTION, 'Issuer').length > 0)
    checkIssuer(onlyChild(root, ASSERTION, 'Issuer'), site);
}

/**
 * Response and assertion may both name the request: they must agree, and a signature must cover one of them.
 * @throws SsoRefused (28) when they do not agree, or no signature covers one
 */
function answeredRequest(
  root: Node,
  responseSigned: boolean,
  { inResponseTo }: Asserted,
): string | undefined {
  const outside = root.attributes.get('InResponseTo');
  if (outside !== undefined && inResponseTo !== undefined && outside !== inResponseTo) {
    throw new SsoRefused(28, 'Response and Assertion answer different requests');
  }
  if (inResponseTo !== undefined) return inResponseTo;
  if (outside !== undefined && !responseSigned) {
    throw new SsoRefused(28, 'no signature covers the InResponseTo');
  }
  return outside;
}

const HIDDEN = 'the encrypted assertion is not what it should be';

/** AES-CBC tells who asks often enough what is in a text, if its failures differ. */
async function hidden<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SsoRefused)) throw error;
    throw new SsoRefused(13, `${HIDDEN}: ${error.detail}`);
  }
}

/** Until a signature is right nobody is told more. */
async function hiddenSignature<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SsoRefused && (error.number === 23 || error.number === 8))) throw error;
    throw new SsoRefused(13, `${HIDDEN}: ${error.detail}`);
  }
}

/** 8 when the message names a certificate that is not the site's: what everybody meets who forgets a rollover. */
function withNamedCertificate(error: unknown, { settings }: Site, root: Node): unknown {
  if (!(error instanceof SsoRefused && error.number === 23)) return error;
  const own = settings.samlSSO.idpCertificates.map((text) => certificateOf(text).raw.toString('base64'));
  const stranger = namedCertificates(root).some((named) => !own.includes(named));
  return stranger ? new SsoRefused(8, "it is signed with a certificate that is not the site's") : error;
}

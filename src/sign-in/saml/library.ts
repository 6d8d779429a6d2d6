/**
 * `@node-saml/node-saml` behind the gate: it makes requests and computes signatures. Its own checks of times, audience
 * and InResponseTo are switched off: they go by the process's clock and memory (and InResponseTo has been by-passed,
 * its issue 433); ours go by the clock that is handed down and by the database.
 */
import { X509Certificate } from 'node:crypto';
import type { SAML, SamlConfig } from '@node-saml/node-saml';
import type { Clock } from '../../clock.ts';
import type { Links } from '../../links.ts';
import type { Random } from '../../random.ts';
import type { Site } from '../../sites/site.ts';
import { SsoRefused } from '../failures.ts';
import type { InstallationKey } from './installation-key.ts';
import { signedAddress } from './redirect-signature.ts';
import { spIssuer } from './service-provider.ts';
import type { SamlSession } from './types.ts';

/** Which of the two must be signed, rightly. */
export interface Expected {
  readonly responseSigned: boolean;
  readonly assertionSigned: boolean;
}

export type Library = ReturnType<typeof openLibrary>;

interface Kept {
  readonly version: number;
  readonly address: string;
  readonly objects: Map<string, SAML>;
}

/** It would keep the ids of requests in memory; ours are in the database. */
const NO_CACHE: NonNullable<SamlConfig['cacheProvider']> = {
  saveAsync: async (_key, value) => ({ value, createdAt: 0 }),
  getAsync: async () => null,
  removeAsync: async () => null,
};

export function openLibrary(clock: Clock, random: Random, links: Links, key: InstallationKey) {
  const kept = new Map<number, Kept>();
  let drawn = '';

  /** One object for each version of a site and each way of using it. */
  async function samlOf(site: Site, way: string, options: Partial<SamlConfig>): Promise<SAML> {
    const { SAML } = await import('@node-saml/node-saml');
    const address = links.samlAssertionConsumer(site);
    let known = kept.get(site.id);
    if (known?.version !== site.version || known.address !== address) {
      known = { version: site.version, address, objects: new Map() };
      kept.set(site.id, known);
    }
    const made = known.objects.get(way) ?? new SAML({ ...common(site, address), ...options });
    known.objects.set(way, made);
    return made;
  }

  function common(site: Site, callbackUrl: string): SamlConfig {
    const { samlSSO } = site.settings;
    const { nameIDFormat, authnContextClassRef } = samlSSO;
    return {
      callbackUrl,
      issuer: spIssuer(site, links),
      entryPoint: samlSSO.idpLoginUrl,
      logoutUrl: samlSSO.idpLogoutUrl,
      idpIssuer: samlSSO.idpIssuer,
      // Called with every message: a certificate expires while the object lives.
      idpCert: (callback) => callback(null, [...validCertificates(site, clock.now())]),
      identifierFormat: nameIDFormat === '' ? null : nameIDFormat,
      ...(authnContextClassRef === ''
        ? { disableRequestedAuthnContext: true }
        : { authnContext: [authnContextClassRef] }),
      audience: false,
      acceptedClockSkewMs: -1,
      cacheProvider: NO_CACHE,
      generateUniqueId: () => {
        drawn = `_${random.bytes(20).toString('hex')}`;
        return drawn;
      },
    };
  }

  /** The library draws a request's ID before it first waits, so it is the one of this call. */
  async function withId(made: Promise<string>): Promise<{ id: string; url: string }> {
    const id = drawn;
    return { id, url: await made };
  }

  return {
    /** The address that carries an AuthnRequest, and the request's ID. */
    async authnRequest(site: Site): Promise<{ readonly id: string; readonly url: string }> {
      const saml = await samlOf(site, 'requests', {});
      const request = await withId(saml.getAuthorizeUrlAsync('', undefined, {}));
      return site.settings.samlSSO.signAuthnRequests
        ? { ...request, url: signedAddress(request.url, (await key.own()).privateKey) }
        : request;
    },

    /** The address that carries a signed LogoutRequest, and the request's ID. */
    async logoutRequest(
      site: Site,
      { nameID, nameIDFormat, nameQualifier, spNameQualifier, sessionIndex }: SamlSession,
    ): Promise<{ readonly id: string; readonly url: string }> {
      const saml = await samlOf(site, 'requests', {});
      const user = {
        issuer: site.settings.samlSSO.idpIssuer,
        nameID,
        nameIDFormat: nameIDFormat ?? UNSPECIFIED,
        ...(nameQualifier !== undefined && { nameQualifier }),
        ...(spNameQualifier !== undefined && { spNameQualifier }),
        ...(sessionIndex !== undefined && { sessionIndex }),
      };
      const { id, url } = await withId(saml.getLogoutUrlAsync(user, '', {}));
      return { id, url: signedAddress(url, (await key.own()).privateKey) };
    },

    /** The address that carries a signed LogoutResponse to the request of that ID. */
    async logoutResponse(site: Site, requestId: string, relayState: string | undefined): Promise<string> {
      const saml = await samlOf(site, 'requests', {});
      const request = { ID: requestId, issuer: '', nameID: '', nameIDFormat: '' };
      const url = await saml.getLogoutResponseUrlAsync(request, relayState ?? '', {}, true);
      return signedAddress(url, (await key.own()).privateKey);
    },

    /**
     * The text of the assertion that the signatures of a Response cover, decrypted if it has to be.
     * @throws SsoRefused (13, 23) when the assertion is not to be trusted
     */
    async verifiedAssertion(site: Site, text: string, expected: Expected): Promise<string> {
      const way = `response ${expected.responseSigned} ${expected.assertionSigned}`;
      const saml = await samlOf(site, way, {
        wantAuthnResponseSigned: expected.responseSigned,
        wantAssertionsSigned: expected.assertionSigned,
        decryptionPvk: (await key.own()).privateKeyPem,
      });
      const { profile } = await verified(() =>
        saml.validatePostResponseAsync({ SAMLResponse: Buffer.from(text).toString('base64') }),
      );
      const assertion = profile?.getAssertionXml?.();
      if (assertion === undefined) throw new SsoRefused(23, 'no assertion is signed');
      return assertion;
    },

    /**
     * Whether a posted message of single logout is signed rightly.
     * @throws SsoRefused (23) when the signature is not to be trusted
     */
    async verifyLogout(site: Site, text: string, kind: 'LogoutRequest' | 'LogoutResponse'): Promise<void> {
      const saml = await samlOf(site, 'posted logout', { wantAuthnResponseSigned: true });
      const base64 = Buffer.from(text).toString('base64');
      await verified(() =>
        kind === 'LogoutRequest'
          ? saml.validatePostRequestAsync({ SAMLRequest: base64 })
          : saml.validatePostResponseAsync({ SAMLResponse: base64 }),
      );
    },
  };
}

export const UNSPECIFIED = 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified';

async function verified<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const said = error instanceof Error ? error.message.slice(0, 200) : 'not verified';
    // It reads the assertion too, and gives up at what it cannot read.
    throw new SsoRefused(/signature/i.test(said) ? 23 : 13, said);
  }
}

/**
 * The certificates of the site's identity provider that are valid now, as PEM.
 * @throws SsoRefused when one cannot be read (9), or all of them have expired (15)
 */
export function validCertificates(site: Site, now: number): readonly string[] {
  const valid = site.settings.samlSSO.idpCertificates
    .map((text) => certificateOf(text))
    .filter((certificate) => Date.parse(certificate.validTo) > now);
  if (valid.length === 0) throw new SsoRefused(15, 'the certificates of the identity provider have expired');
  return valid.map((certificate) => certificate.toString());
}

/**
 * A certificate from PEM or its base64.
 * @throws SsoRefused (9) when it cannot be read
 */
export function certificateOf(text: string): X509Certificate {
  try {
    const isPem = text.includes('-----BEGIN');
    return new X509Certificate(isPem ? text : Buffer.from(text.replace(/\s+/g, ''), 'base64'));
  } catch {
    throw new SsoRefused(9, 'a certificate in samlSSO.idpCertificates cannot be read');
  }
}

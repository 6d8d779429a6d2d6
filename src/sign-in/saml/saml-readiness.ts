/** Whether a site signs people in by SAML, and whether all that it takes is set. */
import type { Site } from '../../sites/site.ts';
import { SsoRefused } from '../failures.ts';

/** SSO is what the types 2 and 4 are for; another site may switch it on. */
export function usesSaml({ type, settings }: Site): boolean {
  return type === 2 || type === 4 || settings.samlSSO.enableSSO;
}

export function isReady(site: Site): boolean {
  return usesSaml(site) && knowsProvider(site);
}

function knowsProvider({ settings }: Site): boolean {
  const { idpIssuer, idpLoginUrl, idpCertificates } = settings.samlSSO;
  return idpIssuer !== '' && isWebAddress(idpLoginUrl) && idpCertificates.length > 0;
}

/** @throws SsoRefused when the site does not use SAML (7) or lacks something (9) */
export function checkReady(site: Site): void {
  if (!usesSaml(site)) throw new SsoRefused(7, `${site.siteName} does not sign people in by SAML`);
  checkKnowsProvider(site);
}

/** A sign-in can be tried before the site uses it. @throws SsoRefused (9) when it lacks something */
export function checkKnowsProvider(site: Site): void {
  if (!knowsProvider(site)) {
    throw new SsoRefused(9, `samlSSO of ${site.siteName} needs idpIssuer, idpLoginUrl and idpCertificates`);
  }
}

/** @throws SsoRefused (28) when what was asked for is not what the site's way of signing in lets in */
export function checkProfile(site: Site, inResponseTo: string | undefined): void {
  const { profile } = site.settings.samlSSO;
  if (profile === 'SP' && inResponseTo === undefined) {
    throw new SsoRefused(28, 'it answers no request, and the site takes nothing that it has not asked for');
  }
  if (profile === 'IdP' && inResponseTo !== undefined) {
    throw new SsoRefused(28, 'it answers a request, and the site makes none');
  }
}

export function isWebAddress(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}

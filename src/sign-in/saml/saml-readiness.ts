/** Whether a site signs people in by SAML, and whether all that it takes is set. */
import type { Site } from '../../sites/site.ts';
import { SsoRefused } from '../failures.ts';

/** SSO is what the types 2 and 4 are for; another site may switch it on. */
export function usesSaml({ type, settings }: Site): boolean {
  return type === 2 || type === 4 || settings.samlSSO.enableSSO;
}

export function isReady(site: Site): boolean {
  const { idpIssuer, idpLoginUrl, idpCertificates } = site.settings.samlSSO;
  return usesSaml(site) && idpIssuer !== '' && isWebAddress(idpLoginUrl) && idpCertificates.length > 0;
}

/** @throws SsoRefused when the site does not use SAML (7) or lacks something (9) */
export function checkReady(site: Site): void {
  if (!usesSaml(site)) throw new SsoRefused(7, `${site.siteName} does not sign people in by SAML`);
  if (!isReady(site)) {
    throw new SsoRefused(9, `samlSSO of ${site.siteName} needs idpIssuer, idpLoginUrl and idpCertificates`);
  }
}

export function isWebAddress(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}

/** The addresses that the site hands out: every one of them leads to a page of the URL API. */
import type { Account } from './accounts/account.ts';
import type { Site } from './sites/site.ts';

export type Links = ReturnType<typeof openLinks>;

/** @param publicUrl where the installation is reached, without a slash at its end; known once it listens */
export function openLinks(publicUrl: () => string) {
  const folder = (site: Site): string => `${publicUrl()}/${site.siteName}`;
  return {
    publicUrl,

    /** The folder of a site, without a slash at its end. */
    site: folder,

    /** The host that a room system calls a personal room at. */
    sipAddress: (site: Site, account: Account): string =>
      `${account.personalUrl}@${site.siteName}.${new URL(publicUrl()).hostname}`,

    personalRoom: (site: Site, account: Account): string => `${folder(site)}/meet/${account.personalUrl}`,

    /** A picture of a personal room, by the token that changes with the picture. */
    image: (site: Site, token: string): string => `${folder(site)}/image/${token}`,

    /**
     * Signs in with a login ticket. Clients replace the literal `&MU=GoBack` and the empty `&BU=`, so each
     * stands in it once (Moodle's plugin).
     */
    login: (site: Site, account: Account, ticket: string, backURL: string | undefined): string =>
      `${folder(site)}/p.php?AT=LI` +
      `&FN=${encodeURIComponent(account.firstName)}` +
      `&LN=${encodeURIComponent(account.lastName)}` +
      `&EM=${encodeURIComponent(account.email)}` +
      `&WID=${encodeURIComponent(account.webExId)}` +
      `&TK=${ticket}&MU=GoBack&BU=${encodeURIComponent(backURL ?? '')}`,

    logout: (site: Site, backURL: string | undefined): string =>
      `${folder(site)}/p.php?AT=LO&BU=${encodeURIComponent(backURL ?? '')}`,
  };
}
